import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import type { LessonHomework } from '../../api/types.ts';
import type { FormProblem } from '../../api/problem.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { BookingColumns } from '../booking/BookingColumns.tsx';
import { BookingFacts } from '../booking/BookingFacts.tsx';
import { PolicyLines } from '../booking/PolicyLines.tsx';
import { PriceSplit } from '../booking/PriceSplit.tsx';
import { GivenHomework } from '../homework/GivenHomework.tsx';
import { calendarLinks } from './calendar-links.ts';
import { Cancelled } from './Cancelled.tsx';
import { Missed, ProblemState, SomethingWrong } from './Complaint.tsx';
import { nameOf } from './complaint-texts.ts';
import { AnswerRequest, RequestState, Withdrawing } from './Request.tsx';
import { StatusBadge } from './StatusBadge.tsx';

interface LessonPageProps {
  booking: Booking;
  /** Just paid: it is the confirmation. */
  fresh: boolean;
  calendarUrl: string;
  problem: FormProblem | undefined;
  /** Words to a learner that were refused. */
  note: string | undefined;
  /** What the learner was given to practise; for the instructor alone. */
  homework: { given: LessonHomework; now: string; timeZone: string } | undefined;
}

/** The confirmation, and later the lesson's own page. */
export function LessonPage({
  booking,
  fresh,
  calendarUrl,
  problem,
  note,
  homework,
}: LessonPageProps) {
  const { status, viewer } = booking;
  const isConfirmation = fresh && status === 'confirmed';
  return (
    <BookingColumns
      title={
        <div className="grid gap-4">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-36">
              {isConfirmation
                ? m.lessons_confirmed_title()
                : fresh && status === 'requested'
                  ? m.lessons_request_sent_title()
                  : m.lessons_lesson()}
            </h1>
            <StatusBadge status={status} />
          </div>
          {isConfirmation ? (
            <p className="measure text-18 text-soft">
              {m.lessons_confirmed_text({ name: booking.counterpart?.name ?? '' })}
            </p>
          ) : null}
          <FormErrors
            problem={problem}
            labels={{ note: m.lessons_request_words({ name: nameOf(booking) }) }}
          />
          <RequestState booking={booking} />
          <Cancelled booking={booking} />
          <Missed booking={booking} />
          <ProblemState booking={booking} />
          {booking.actions.pay ? <PaymentNeeded booking={booking} /> : null}
        </div>
      }
      aside={
        <>
          <Card className="grid gap-3">
            <h2 className="text-22">{m.checkout_price_title()}</h2>
            <PriceSplit booking={booking} total={totalLabel(booking)} />
            <p className="numerals text-14 text-soft">
              {m.lessons_reference({ reference: booking.reference })}
            </p>
          </Card>
          {status === 'confirmed' && viewer === 'learner' ? <WhatNext booking={booking} /> : null}
        </>
      }
    >
      <Card raised={status === 'confirmed'} className="grid gap-6">
        <BookingFacts booking={booking} />
        {booking.actions.calendar && status === 'confirmed' ? (
          <Calendars booking={booking} url={calendarUrl} />
        ) : null}
      </Card>
      <AnswerRequest booking={booking} note={note} error={problem?.fields['note']} />
      {homework ? (
        <GivenHomework {...homework} name={booking.counterpart?.name ?? m.homework_learner()} />
      ) : null}
      {status === 'confirmed' ? <Cancelling booking={booking} /> : null}
      {status === 'requested' && booking.actions.cancel ? <Withdrawing booking={booking} /> : null}
      <SomethingWrong booking={booking} />
    </BookingColumns>
  );
}

function Calendars({ booking, url }: { booking: Booking; url: string }) {
  const { file, google, outlook } = calendarLinks(booking, url);
  return (
    <div className="grid gap-2">
      <h2 className="font-sans text-14 font-semibold tracking-normal">
        {m.lessons_calendar_title()}
      </h2>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={file} tone="quiet" download="lesson.ics">
          {m.lessons_calendar_file()}
        </ButtonLink>
        <ButtonLink href={google} tone="quiet" target="_blank" rel="noopener noreferrer">
          Google
          <span className="sr-only">{m.lessons_new_window()}</span>
        </ButtonLink>
        <ButtonLink href={outlook} tone="quiet" target="_blank" rel="noopener noreferrer">
          Outlook
          <span className="sr-only">{m.lessons_new_window()}</span>
        </ButtonLink>
      </div>
    </div>
  );
}

function Cancelling({ booking }: { booking: Booking }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-22">{m.checkout_policy_title()}</h2>
      {booking.viewer === 'instructor' ? (
        <p className="measure text-14">{m.lessons_policy_teacher()}</p>
      ) : (
        <PolicyLines booking={booking} />
      )}
      {booking.actions.cancel ? (
        <p>
          <ButtonLink href={`/lessons/${booking.id}?cancel`} tone="quiet">
            {m.lessons_cancel_link()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

function WhatNext({ booking }: { booking: Booking }) {
  const steps = [
    m.lessons_next_mail(),
    booking.place === 'online' ? m.lessons_next_online() : m.lessons_next_in_person(),
    m.lessons_next_change(),
  ];
  return (
    <section className="grid gap-3 px-1">
      <h2 className="text-22">{m.lessons_next_title()}</h2>
      <ol className="grid gap-2.5 text-14">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span
              aria-hidden="true"
              className="numerals grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-12 font-semibold text-accent"
            >
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The saved card was declined, or the amount was let go of; the payment page takes this card or another. */
function PaymentNeeded({ booking }: { booking: Booking }) {
  return (
    <div className="grid gap-4">
      <Alert tone="danger" title={m.lessons_pay_title()} live>
        {booking.status === 'confirmed' ? m.lessons_pay_text() : m.lessons_pay_lapsed()}
      </Alert>
      <form method="post">
        <input type="hidden" name="intent" value="pay" />
        <Button type="submit">{m.lessons_pay_button()}</Button>
      </form>
    </div>
  );
}

/** Until its saved card is charged, a lesson is not paid. */
function totalLabel({ viewer, chargedAt, status, paymentNeeded }: Booking): string {
  if (status === 'requested')
    return viewer === 'instructor' ? m.checkout_total_asked_learner() : m.checkout_total_asked();
  if (viewer === 'instructor') return m.checkout_total_learner();
  return paymentNeeded || (status === 'confirmed' && chargedAt !== null)
    ? m.checkout_total_later()
    : m.checkout_total_paid();
}
