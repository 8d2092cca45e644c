import { m } from '../../../../messages/messages.js';
import type { FormProblem } from '../../../api/problem.ts';
import type { Progress } from '../../../api/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { Input } from '../../../ui/Input.tsx';
import type { GoalKind } from './save-goals.ts';

const texts: Record<
  GoalKind,
  { label: () => string; state: typeof m.progress_goal_days; min: number; max: number }
> = {
  days_per_week: { label: m.progress_goal_days_label, state: m.progress_goal_days, min: 1, max: 7 },
  minutes_per_week: {
    label: m.progress_goal_minutes_label,
    state: m.progress_goal_minutes,
    min: 5,
    max: 2_520,
  },
};
const kinds = Object.keys(texts) as GoalKind[];

/** How far this week has come, and what one sets out to do each week. */
export function Goals({
  goals,
  typed,
  problem,
}: {
  goals: Progress['goals'];
  typed: Record<GoalKind, string> | undefined;
  problem: FormProblem | undefined;
}) {
  return (
    <section
      id="goals"
      aria-labelledby="goals-title"
      className="grid scroll-mt-6 content-start gap-4 rounded-card border border-line bg-surface p-5 md:p-7"
    >
      <h2 id="goals-title" className="text-22">
        {m.progress_goals()}
      </h2>
      {goals.length === 0 ? <p className="text-14 text-soft">{m.progress_no_goals()}</p> : null}
      <ul className="grid gap-4 empty:hidden">
        {goals.map(({ kind, target, done, reached }) => (
          <li key={kind}>
            <p className="numerals flex items-baseline justify-between gap-3 text-14">
              <span className="font-semibold">{texts[kind].state({ done, target })}</span>
              {reached ? <span className="text-success">{m.progress_goal_reached()}</span> : null}
            </p>
            <svg
              aria-hidden="true"
              className="mt-1.5 h-2.5 w-full overflow-hidden rounded-full bg-sunken"
            >
              <rect
                width={`${Math.min(100, (done / target) * 100)}%`}
                height="100%"
                rx="5"
                className={reached ? 'fill-success' : 'fill-marigold'}
              />
            </svg>
          </li>
        ))}
      </ul>
      <details open={Boolean(problem) || undefined}>
        <summary className="target cursor-pointer text-14 font-semibold text-accent underline-offset-4 hover:underline">
          {goals.length === 0 ? m.progress_goals_set() : m.progress_goals_change()}
        </summary>
        <form
          method="post"
          action="/practice/progress#goals"
          noValidate
          className="mt-2 grid gap-4"
        >
          {kinds.map((kind) => (
            <Input
              key={kind}
              name={kind}
              label={texts[kind].label()}
              error={problem?.fields[kind]}
              defaultValue={
                typed?.[kind] ?? String(goals.find((one) => one.kind === kind)?.target ?? '')
              }
              type="number"
              inputMode="numeric"
              min={texts[kind].min}
              max={texts[kind].max}
              className="max-w-30"
            />
          ))}
          <p className="text-14 text-soft">{m.progress_goals_hint()}</p>
          <p>
            <Button tone="quiet">{m.progress_goals_save()}</Button>
          </p>
        </form>
      </details>
    </section>
  );
}
