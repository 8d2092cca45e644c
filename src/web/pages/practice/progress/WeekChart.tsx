import { m } from '../../../../messages/messages.js';
import type { Progress } from '../../../api/types.ts';
import { axisEnd } from './progress-days.ts';
import { plainDayText, spentText } from './progress-texts.ts';

const height = 148;
const top = 14;
const labelEvery = 3;

/** Minutes of twelve weeks. Places are in per cent, so that words keep their size on every screen. */
export function WeekChart({ progress, locale }: { progress: Progress; locale: string }) {
  const { weeks, goals } = progress;
  const minutes = weeks.map(({ seconds }) => Math.floor(seconds / 60));
  const goal = goals.find(({ kind }) => kind === 'minutes_per_week')?.target;
  const end = axisEnd(Math.max(...minutes, goal ?? 0));
  const share = 100 / weeks.length;
  const y = (value: number): number => top + height * (1 - value / end);
  return (
    <section aria-labelledby="weeks" className="rounded-card border border-line bg-surface p-5">
      <h2 id="weeks" className="text-22">
        {m.progress_weeks()}
      </h2>
      <svg aria-hidden="true" className="mt-4 h-48 w-full overflow-visible text-12">
        {[0, end / 2, end].map((value) => (
          <g key={value}>
            <line x1="0" x2="100%" y1={y(value)} y2={y(value)} className="stroke-line" />
            <text x="0" y={y(value) - 4} className="numerals fill-soft">
              {value === 0 ? '' : m.practice_minutes({ minutes: value })}
            </text>
          </g>
        ))}
        {weeks.map(({ week }, at) => (
          <g key={week}>
            <rect
              x={`${at * share + share * 0.22}%`}
              width={`${share * 0.56}%`}
              y={y(minutes[at] ?? 0)}
              height={Math.max(minutes[at] ? 2 : 0, y(0) - y(minutes[at] ?? 0))}
              rx="4"
              className={at === weeks.length - 1 ? 'fill-accent' : 'fill-marigold'}
            />
            {(weeks.length - 1 - at) % labelEvery === 0 ? (
              <text
                x={`${(at + 0.5) * share}%`}
                y={top + height + 20}
                textAnchor="middle"
                className="numerals fill-soft"
              >
                {plainDayText(week, 'day', locale).replace(/^\p{L}+,? /u, '')}
              </text>
            ) : null}
          </g>
        ))}
        {goal === undefined ? null : (
          <line
            x1="0"
            x2="100%"
            y1={y(goal)}
            y2={y(goal)}
            strokeDasharray="6 5"
            className="stroke-success stroke-2"
          />
        )}
      </svg>
      {goal === undefined ? null : (
        <p className="mt-1 flex items-center gap-2 text-14 text-soft">
          <svg aria-hidden="true" viewBox="0 0 24 4" className="h-1 w-6 stroke-success stroke-2">
            <path d="M0 2h24" strokeDasharray="6 3" />
          </svg>
          {m.progress_goal_line({ minutes: goal })}
        </p>
      )}
      <details className="mt-3 border-t border-line pt-1">
        <summary className="target cursor-pointer text-14 font-semibold text-accent underline-offset-4 hover:underline">
          {m.progress_as_table()}
        </summary>
        <table className="numerals w-full text-14">
          <thead>
            <tr className="text-left text-12 text-soft">
              <th scope="col" className="py-1 font-normal">
                {m.progress_week_from()}
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                {m.progress_days()}
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                {m.progress_time()}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, days, seconds }) => (
              <tr key={week} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {plainDayText(week, 'day', locale)}
                </th>
                <td className="py-1.5 text-right">{days}</td>
                <td className="py-1.5 text-right">{spentText(seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
