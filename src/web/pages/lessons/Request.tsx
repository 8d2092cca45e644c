import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { nameOf } from './complaint-texts.ts';

/** Where a request stands, or how it ended, as either side is told. */
export function RequestState({ booking }: { booking: Booking }) {
  const { market, timeZone } = useShell();
  const { status, viewer, answerBy } = booking;
  if (answerBy === null) return null;
  const name = nameOf(booking);
  const until = formatMoment(answerBy, timeZone, market.locale);
  const isTeacher = viewer === 'instructor';
  if (status === 'requested')
    return (
      <Alert
        tone={isTeacher ? 'warning' : 'info'}
        title={
          isTeacher ? m.lessons_request_asks({ name }) : m.lessons_request_waiting({ name, until })
        }
      >
        {isTeacher ? m.lessons_request_asks_text({ until }) : m.lessons_request_waiting_text()}
      </Alert>
    );
  if (status === 'declined' || status === 'expired') return <Ended booking={booking} name={name} />;
  return null;
}

function Ended({ booking, name }: { booking: Booking; name: string }) {
  const { status, viewer, counterpart, declineNote } = booking;
  const isTeacher = viewer === 'instructor';
  const title =
    status === 'declined'
      ? isTeacher
        ? m.lessons_declined_you()
        : m.lessons_declined_by({ name })
      : isTeacher
        ? m.lessons_unanswered_you()
        : m.lessons_unanswered_by({ name });
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={title}>
        {declineNote ? (
          <p className="measure mb-2 wrap-anywhere">
            <q className="whitespace-pre-line">{declineNote}</q>
          </p>
        ) : null}
        <p className="measure">
          {isTeacher ? m.lessons_request_ended_teacher() : m.lessons_request_ended_text()}
        </p>
      </Alert>
      {viewer === 'learner' && counterpart?.slug ? (
        <p>
          <ButtonLink href={`/teachers/${counterpart.slug}`}>
            {m.checkout_expired_again({ name: counterpart.name })}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

/** The teacher's two answers; a decline may carry a few words. */
export function AnswerRequest({
  booking,
  note,
  error,
}: {
  booking: Booking;
  /** What was typed, when it was refused. */
  note: string | undefined;
  error: string | undefined;
}) {
  const { actions } = booking;
  if (!actions.accept && !actions.decline) return null;
  const name = nameOf(booking);
  return (
    <section aria-labelledby="answer" className="grid gap-4">
      <h2 id="answer" className="text-22">
        {m.lessons_request_answer()}
      </h2>
      <form method="post">
        <input type="hidden" name="intent" value="accept" />
        <Button size="large">{m.lessons_request_accept()}</Button>
      </form>
      <details open={error !== undefined}>
        <summary className="target cursor-pointer font-semibold text-accent">
          {m.lessons_request_decline_open()}
        </summary>
        <form method="post" className="mt-3 grid max-w-140 gap-4">
          <input type="hidden" name="intent" value="decline" />
          <Textarea
            name="note"
            label={m.lessons_request_words({ name })}
            hint={m.lessons_request_words_hint()}
            defaultValue={note}
            error={error}
            maxLength={500}
            rows={3}
          />
          <p className="text-14 text-soft">{m.lessons_request_decline_text({ name })}</p>
          <p>
            <Button tone="danger">{m.lessons_request_decline()}</Button>
          </p>
        </form>
      </details>
    </section>
  );
}

/** The learner's way back, while nobody has answered. */
export function Withdrawing({ booking }: { booking: Booking }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-22">{m.lessons_request_withdraw_title()}</h2>
      <p className="measure text-14">{m.lessons_request_withdraw_text()}</p>
      <p>
        <ButtonLink href={`/lessons/${booking.id}?cancel`} tone="quiet">
          {m.lessons_request_withdraw_link()}
        </ButtonLink>
      </p>
    </section>
  );
}
