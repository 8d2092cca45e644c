import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import type { FormProblem } from '../../api/problem.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { withReturnTo } from '../return-to.ts';
import { BookingColumns } from './BookingColumns.tsx';
import { BookingFacts } from './BookingFacts.tsx';
import { HoldClock } from './HoldClock.tsx';
import { PolicyLines } from './PolicyLines.tsx';
import { PriceSplit } from './PriceSplit.tsx';

interface HeldPageProps {
  booking: Booking;
  problem: FormProblem | undefined;
  /** Set when one comes back from the payment page unpaid. */
  payment: { declined: boolean } | undefined;
}

/** The checkout of a held hour. */
export function HeldPage({ booking, problem, payment }: HeldPageProps) {
  return (
    <BookingColumns
      title={
        <div className="grid gap-4">
          <h1 className="text-36">{m.checkout_title()}</h1>
          <FormErrors problem={problem} labels={{}} />
          {payment && !problem ? (
            <Alert
              tone="warning"
              title={payment.declined ? m.checkout_declined_title() : m.checkout_unpaid_title()}
              live
            >
              {payment.declined ? m.checkout_declined_text() : m.checkout_unpaid_text()}
            </Alert>
          ) : null}
          {booking.holdExpiresAt ? <HoldClock until={booking.holdExpiresAt} /> : null}
        </div>
      }
      aside={
        <>
          <Card raised className="grid gap-5">
            <h2 className="text-22">{m.checkout_price_title()}</h2>
            <PriceSplit booking={booking} total={m.checkout_total()} />
            <NextStep booking={booking} />
          </Card>
          <form method="post" className="text-center">
            <input type="hidden" name="intent" value="release" />
            <Button tone="link">{m.checkout_release()}</Button>
            <p className="text-14 text-soft">{m.checkout_release_hint()}</p>
          </form>
        </>
      }
    >
      <Card>
        <BookingFacts booking={booking} />
      </Card>
      {booking.byHand ? <ByHand booking={booking} /> : null}
      <section className="grid gap-3">
        <h2 className="text-22">{m.checkout_policy_title()}</h2>
        <PolicyLines booking={booking} />
      </section>
    </BookingColumns>
  );
}

function NextStep({ booking }: { booking: Booking }) {
  const { visitor, market } = useShell();
  const here = `/book/${booking.id}`;
  if (!visitor)
    return (
      <div className="grid gap-3">
        <p className="text-14 text-soft">{m.checkout_guest_text()}</p>
        <ButtonLink href={withReturnTo('/join', here)} size="large" wide>
          {m.checkout_guest_join()}
        </ButtonLink>
        <ButtonLink href={withReturnTo('/sign-in', here)} tone="quiet" wide>
          {m.checkout_guest_sign_in()}
        </ButtonLink>
      </div>
    );
  const [button, hint] = payTexts(booking, formatPrice(booking.price, market.locale, true));
  return (
    <form method="post" className="grid gap-3">
      <input type="hidden" name="intent" value="pay" />
      <Button size="large" wide>
        {button}
      </Button>
      <p className="text-14 text-soft">{hint}</p>
    </form>
  );
}

function payTexts({ byHand, chargedAt, counterpart }: Booking, amount: string): [string, string] {
  const name = counterpart?.name ?? '';
  if (byHand)
    return chargedAt
      ? [m.checkout_by_hand_save(), m.checkout_by_hand_save_hint({ name, amount })]
      : [m.checkout_by_hand_ask(), m.checkout_by_hand_hint()];
  return chargedAt
    ? [m.checkout_save_card(), m.checkout_save_card_hint({ amount })]
    : [m.checkout_pay({ amount }), m.checkout_pay_hint()];
}

/** It is only asked for: what that means for the hour and the money. */
function ByHand({ booking }: { booking: Booking }) {
  const { market } = useShell();
  const name = booking.counterpart?.name ?? '';
  const amount = formatPrice(booking.price, market.locale, true);
  return (
    <Alert title={m.checkout_by_hand_title({ name })}>
      {booking.chargedAt
        ? m.checkout_by_hand_saved({ name })
        : m.checkout_by_hand_reserved({ name, amount })}
    </Alert>
  );
}
