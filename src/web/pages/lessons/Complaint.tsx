import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { nameOf, problemKindText, problemText } from './complaint-texts.ts';

/** Who did not come, as the two sides are told. */
export function Missed({ booking }: { booking: Booking }) {
  const { noShowBy, viewer, actions } = booking;
  if (!noShowBy) return null;
  const name = nameOf(booking);
  if (noShowBy === 'instructor')
    return (
      <Alert
        title={
          viewer === 'instructor'
            ? m.lessons_missed_you_teacher()
            : m.lessons_missed_by_teacher({ name })
        }
      />
    );
  if (viewer === 'instructor')
    return (
      <Alert title={m.lessons_missed_by_learner({ name })}>
        {m.lessons_missed_by_learner_text()}
      </Alert>
    );
  return (
    <Alert tone="warning" title={m.lessons_missed_you_learner({ name })}>
      {actions.reportProblem
        ? m.lessons_missed_you_learner_text()
        : m.lessons_missed_you_learner_late()}
    </Alert>
  );
}

/** What the learner reported: that it is open, or how it ended. */
export function ProblemState({ booking }: { booking: Booking }) {
  const { market, timeZone } = useShell();
  const { problem } = booking;
  if (!problem) return null;
  const { title, text } = problemText(booking, problem, {
    name: nameOf(booking),
    when: formatMoment(problem.reportedAt, timeZone, market.locale),
    amount: problem.refund ? formatPrice(problem.refund, market.locale, true) : '',
  });
  const isBack = booking.viewer === 'learner' && (problem.refund?.minor ?? 0) > 0;
  return (
    <Alert tone={problem.settledAt ? (isBack ? 'success' : 'info') : 'warning'} title={title}>
      <div className="grid gap-2">
        <p className="measure">{text}</p>
        <p className="measure wrap-anywhere">
          <span className="font-semibold">{problemKindText(problem.kind)}</span>
          {problem.text ? (
            <>
              {': '}
              <q className="whitespace-pre-line">{problem.text}</q>
            </>
          ) : null}
        </p>
      </div>
    </Alert>
  );
}

/** The ways to say that something went wrong, while there is time to. */
export function SomethingWrong({ booking }: { booking: Booking }) {
  const { market, timeZone } = useShell();
  const { id, viewer, actions, problem } = booking;
  if (!actions.reportNoShow && !actions.reportProblem) return null;
  const name = nameOf(booking);
  const until = formatMoment(booking.reportsUntil, timeZone, market.locale);
  const isTeacher = viewer === 'instructor';
  return (
    <section aria-labelledby="wrong" className="grid gap-3">
      <h2 id="wrong" className="text-22">
        {m.lessons_wrong_title()}
      </h2>
      <p className="measure text-14">
        {isTeacher
          ? m.lessons_wrong_teacher({ name, until })
          : m.lessons_wrong_learner({ name, until })}
      </p>
      <p className="flex flex-wrap gap-3">
        {actions.reportNoShow ? (
          <ButtonLink
            href={
              isTeacher ? `/lessons/${id}/no-show` : `/lessons/${id}/problem?kind=instructor_absent`
            }
            tone="quiet"
          >
            {m.lessons_wrong_absent_link({ name })}
          </ButtonLink>
        ) : null}
        {actions.reportProblem ? (
          <ButtonLink href={`/lessons/${id}/problem`} tone="quiet">
            {problem ? m.lessons_wrong_new_link() : m.lessons_wrong_problem_link()}
          </ButtonLink>
        ) : null}
      </p>
    </section>
  );
}
