import { m } from '../../../messages/messages.js';
import type { Booking, CancellationQuote } from '../../api/bookings.ts';
import type { FormProblem } from '../../api/problem.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { BookingFacts } from '../booking/BookingFacts.tsx';
import { cancelTexts } from './cancel-texts.ts';

interface CancelPageProps {
  booking: Booking;
  quote: CancellationQuote;
  problem: FormProblem | undefined;
}

/** The question before a cancellation, with the exact amount. */
export function CancelPage({ booking, quote, problem }: CancelPageProps) {
  const { market, timeZone } = useShell();
  const { refund, by, until } = quote;
  const isRequest = booking.status === 'requested';
  const { label, amount, sentence, confirm } = cancelTexts(booking, quote, market.locale);
  return (
    <div className="page-width flex justify-center pt-8 md:pt-14">
      <section aria-labelledby="title" className="grid w-full max-w-140 gap-6">
        <h1 id="title" className="text-36">
          {isRequest ? m.lessons_request_withdraw_ask() : m.lessons_cancel_title()}
        </h1>
        <FormErrors problem={problem} labels={{}} />
        <Card>
          <BookingFacts booking={booking} />
        </Card>
        <Card raised className="grid gap-2">
          <p className="text-14 text-soft">{label}</p>
          <p className="numerals font-display text-36">{amount}</p>
          <p>{sentence}</p>
          {by === 'learner' && until && !isRequest ? (
            <p className="numerals text-14 text-soft">
              {m.lessons_cancel_until({ until: formatMoment(until, timeZone, market.locale) })}
            </p>
          ) : null}
        </Card>
        <form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="expectedRefundMinor" value={refund.minor} />
          <Button tone="danger" size="large">
            {confirm}
          </Button>
          <ButtonLink href={`/lessons/${booking.id}`} tone="quiet" size="large">
            {isRequest ? m.lessons_request_keep() : m.lessons_cancel_keep()}
          </ButtonLink>
        </form>
      </section>
    </div>
  );
}
