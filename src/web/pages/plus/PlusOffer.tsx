import { m } from '../../../messages/messages.js';
import type { Plan } from '../../api/payments.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { planName, savingOf } from './plus-texts.ts';

interface PlusOfferProps {
  plans: readonly Plan[];
  mayTry: boolean;
  isSignedIn: boolean;
}

/** What Plus opens, and what it costs here by the month or the year. */
export function PlusOffer({ plans, mayTry, isSignedIn }: PlusOfferProps) {
  const saving = savingOf(plans);
  return (
    <>
      <ul className="grid gap-3 md:grid-cols-3 md:gap-6">
        {[m.plus_point_library(), m.plus_point_make(), m.plus_point_end()].map((point) => (
          <li key={point} className="flex gap-3">
            <Tick />
            <span>{point}</span>
          </li>
        ))}
      </ul>
      <ul className="grid gap-4 md:grid-cols-2 md:gap-6">
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanCard
              plan={plan}
              mayTry={mayTry}
              isSignedIn={isSignedIn}
              saving={plan.interval === 'year' ? saving : 0}
            />
          </li>
        ))}
      </ul>
      <p className="measure text-14 text-soft">{m.plus_fine_print()}</p>
    </>
  );
}

function PlanCard({
  plan,
  mayTry,
  isSignedIn,
  saving,
}: Omit<PlusOfferProps, 'plans'> & { plan: Plan; saving: number }) {
  const { market } = useShell();
  const price = formatPrice(plan.price, market.locale, true);
  const hasTrial = mayTry && plan.trialDays > 0;
  return (
    <Card raised={saving > 0} className="grid h-full grid-rows-[auto_auto_1fr_auto] gap-4 md:p-7">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 className="text-22">{planName(plan)}</h2>
        {saving > 0 ? <Badge tone="success">{m.plus_saving({ percent: saving })}</Badge> : null}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="numerals font-display text-36 md:text-48">{price}</span>
        <span className="text-soft">
          {plan.interval === 'month' ? m.plus_each_month() : m.plus_each_year()}
        </span>
      </p>
      <p className="text-soft">
        {hasTrial ? m.plus_trial({ days: plan.trialDays, price }) : m.plus_no_trial()}
      </p>
      <form method="post" className="mt-2">
        <input type="hidden" name="plan" value={plan.id} />
        <Button
          size="large"
          wide
          tone={saving > 0 ? 'primary' : 'quiet'}
          name="intent"
          value="subscribe"
          aria-label={`${buttonText(hasTrial, isSignedIn)}: ${planName(plan)}`}
        >
          {buttonText(hasTrial, isSignedIn)}
        </Button>
      </form>
    </Card>
  );
}

function buttonText(hasTrial: boolean, isSignedIn: boolean): string {
  if (!isSignedIn) return m.plus_sign_in();
  return hasTrial ? m.plus_start_trial() : m.plus_subscribe();
}

function Tick() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      className="mt-0.5 size-5 shrink-0 stroke-success stroke-2"
    >
      <path d="M4 10.5l4 4 8-9" />
    </svg>
  );
}
