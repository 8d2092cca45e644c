import { m } from '../../../messages/messages.js';
import type { Plan, Subscription } from '../../api/payments.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { cardName } from '../payments/payments-texts.ts';
import { planName, plusPath, pricePer, statusTexts } from './plus-texts.ts';

/** The visitor's own subscription: how it stands, and what can be done with it. */
export function MyPlusCard({
  subscription,
  plans,
}: {
  subscription: Subscription;
  plans: readonly Plan[];
}) {
  const { market, timeZone } = useShell();
  const { badge, tone, text } = statusTexts(subscription, { timeZone, locale: market.locale });
  const { plan, card, payUrl, status } = subscription;
  return (
    <Card raised className="grid max-w-180 gap-5 md:p-7">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-22">{planName(plan)}</h2>
        <Badge tone={tone}>{badge}</Badge>
      </div>
      <p className="numerals text-18">{text}</p>
      {status === 'ended' ? null : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-14">
          <dt className="text-soft">{m.plus_fact_price()}</dt>
          <dd className="numerals">{pricePer(plan, market.locale)}</dd>
          {card ? (
            <>
              <dt className="text-soft">{m.plus_fact_card()}</dt>
              <dd className="numerals flex flex-wrap gap-x-3">
                {cardName(card)}
                <TextLink href="/account/payments">{m.plus_fact_card_change()}</TextLink>
              </dd>
            </>
          ) : null}
        </dl>
      )}
      {payUrl && (status === 'grace' || status === 'past_due') ? (
        <p>
          <ButtonLink href={payUrl} size="large">
            {m.plus_pay()}
          </ButtonLink>
        </p>
      ) : null}
      {status === 'ended' ? null : <Actions subscription={subscription} plans={plans} />}
    </Card>
  );
}

function Actions({
  subscription: { plan, nextPlan, status },
  plans,
}: {
  subscription: Subscription;
  plans: readonly Plan[];
}) {
  const mayChange = status === 'active' || status === 'trialing';
  const other = plans.find(({ id }) => id !== (nextPlan ?? plan).id);
  return (
    <div className="flex flex-wrap items-center gap-3">
      {mayChange && other ? (
        <ButtonLink href={`${plusPath}/change?plan=${other.id}`} tone="quiet">
          {other.interval === 'year' ? m.plus_change_to_year() : m.plus_change_to_month()}
        </ButtonLink>
      ) : null}
      <form method="post" className="flex flex-wrap gap-3">
        {status === 'cancelling' ? (
          <Button name="intent" value="resume">
            {m.plus_resume()}
          </Button>
        ) : null}
        <Button tone="quiet" name="intent" value="portal">
          {m.plus_portal()}
        </Button>
      </form>
      <ButtonLink href={`${plusPath}/cancel`} tone="link">
        {status === 'cancelling' ? m.plus_cancel_now_link() : m.plus_cancel_link()}
      </ButtonLink>
    </div>
  );
}
