import { m } from '../../../../messages/messages.js';
import type { Progress } from '../../../api/types.ts';
import { titled } from '../practice-texts.ts';
import { petalPath } from './progress-days.ts';
import { spentText } from './progress-texts.ts';

const [least, longest] = [14, 96];

/** A petal for each area, as large as the time it got: an even practice is a round flower. */
export function AreaFlower({
  areas,
  known,
}: {
  areas: Progress['areas'];
  /** All that the library has. */
  known: readonly string[];
}) {
  const seconds = new Map(areas.map((one) => [one.area, one.seconds]));
  const most = Math.max(1, ...seconds.values());
  const angle = 360 / Math.max(1, known.length);
  const rows = [...known].sort((a, b) => (seconds.get(b) ?? 0) - (seconds.get(a) ?? 0));
  const width = Math.min(58, 520 / Math.max(1, known.length));
  return (
    <section aria-labelledby="areas" className="rounded-card border border-line bg-surface p-5">
      <h2 id="areas" className="text-22">
        {m.progress_areas()}
      </h2>
      <p className="mt-1 text-14 text-soft">{m.progress_areas_hint()}</p>
      <div className="mt-4 grid items-center gap-6 sm:grid-cols-2">
        <svg viewBox="-190 -124 380 248" aria-hidden="true" className="mx-auto w-full max-w-96">
          <circle r={longest} className="fill-none stroke-line" strokeDasharray="2 4" />
          {known.map((area, at) => {
            const share = Math.sqrt((seconds.get(area) ?? 0) / most);
            const turn = at * angle;
            const [x, y] = [
              Math.sin((turn * Math.PI) / 180) * (longest + 12),
              -Math.cos((turn * Math.PI) / 180) * (longest + 12),
            ];
            return (
              <g key={area}>
                <path
                  d={petalPath(least + (longest - least) * share, width * (0.45 + share * 0.55))}
                  transform={`rotate(${turn.toFixed(1)})`}
                  className={
                    share > 0 ? 'fill-marigold stroke-surface stroke-2' : 'fill-sunken stroke-line'
                  }
                />
                <text
                  x={x.toFixed(1)}
                  y={(y + 3.5).toFixed(1)}
                  textAnchor={Math.abs(x) < 12 ? 'middle' : x < 0 ? 'end' : 'start'}
                  className="fill-soft text-[0.6875rem]"
                >
                  {titled(area)}
                </text>
              </g>
            );
          })}
          <circle r="9" className="fill-marigold-ink" />
        </svg>
        <table className="numerals w-full text-14">
          <caption className="sr-only">{m.progress_areas()}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{m.practice_area()}</th>
              <th scope="col">{m.progress_time()}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <tr key={area} className="border-t border-line first:border-0">
                <th scope="row" className="py-1 text-left font-normal">
                  {titled(area)}
                </th>
                <td className="py-1 text-right">
                  {(seconds.get(area) ?? 0) > 0 ? spentText(seconds.get(area) ?? 0) : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
