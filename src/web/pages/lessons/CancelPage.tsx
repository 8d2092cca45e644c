import { m } from '../../../messages/messages.js';
import type { Booking, CancellationQuote } from '../../api/bookings.ts';
import type { FormProblem } from '../../api/problem.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { BookingFacts } from '../booking/BookingFacts.tsx';

interface CancelPageProps {
  booking: Booking;
  quote: CancellationQuote;
  problem: FormProblem | undefined;
}

/** The question before a cancellation, with the exact amount. */
export function CancelPage({ booking, quote, problem }: CancelPageProps) {
  const { market, timeZone } = useShell();
  const { refund, kept, by, until } = quote;
  const amount = formatPrice(refund, market.locale, true);
  const name = booking.counterpart?.name ?? '';
  const sentence =
    by === 'instructor'
      ? m.lessons_cancel_as_teacher({ name, amount })
      : kept.minor === 0
        ? m.lessons_cancel_all({ amount })
        : refund.minor === 0
          ? m.lessons_cancel_nothing({ amount: formatPrice(kept, market.locale, true) })
          : m.lessons_cancel_part({ amount, kept: formatPrice(kept, market.locale, true) });
  return (
    <div className="page-width flex justify-center pt-8 md:pt-14">
      <section aria-labelledby="title" className="grid w-full max-w-140 gap-6">
        <h1 id="title" className="text-36">
          {m.lessons_cancel_title()}
        </h1>
        <FormErrors problem={problem} labels={{}} />
        <Card>
          <BookingFacts booking={booking} />
        </Card>
        <Card raised className="grid gap-2">
          <p className="text-14 text-soft">
            {by === 'instructor' ? m.lessons_cancel_learner_gets() : m.lessons_cancel_you_get()}
          </p>
          <p className="numerals font-display text-36">{amount}</p>
          <p>{sentence}</p>
          {by === 'learner' && until ? (
            <p className="numerals text-14 text-soft">
              {m.lessons_cancel_until({ until: formatMoment(until, timeZone, market.locale) })}
            </p>
          ) : null}
        </Card>
        <form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="expectedRefundMinor" value={refund.minor} />
          <Button tone="danger" size="large">
            {confirmText(quote, amount)}
          </Button>
          <ButtonLink href={`/lessons/${booking.id}`} tone="quiet" size="large">
            {m.lessons_cancel_keep()}
          </ButtonLink>
        </form>
      </section>
    </div>
  );
}

function confirmText({ by, refund }: CancellationQuote, amount: string): string {
  if (by === 'instructor') return m.lessons_cancel_confirm_teacher({ amount });
  return refund.minor === 0
    ? m.lessons_cancel_confirm_nothing()
    : m.lessons_cancel_confirm({ amount });
}
