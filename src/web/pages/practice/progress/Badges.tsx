import { m } from '../../../../messages/messages.js';
import type { Progress } from '../../../api/types.ts';
import { achievementTexts } from '../../../format/achievements.ts';
import { formatTime } from '../../../format/times.ts';
import { classNames } from '../../../ui/class-names.ts';
import { badgeDrawings } from './badge-drawings.ts';

type Achievement = Progress['achievements'][number];

/** Everything that can be earned: first what is, newest first, then what is nearest. */
export function Badges({
  achievements,
  timeZone,
  locale,
}: {
  achievements: readonly Achievement[];
  timeZone: string;
  locale: string;
}) {
  const earned = achievements.filter(({ earnedAt }) => earnedAt !== null);
  const open = achievements.filter(({ earnedAt }) => earnedAt === null);
  earned.sort((a, b) => (b.earnedAt ?? '').localeCompare(a.earnedAt ?? ''));
  open.sort((a, b) => b.done / b.target - a.done / a.target);
  return (
    <section aria-labelledby="badges" className="mt-12 md:mt-16">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="badges" className="text-28">
          {m.progress_badges()}
        </h2>
        <p className="numerals text-14 text-soft">
          {m.progress_badges_count({ earned: earned.length, all: achievements.length })}
        </p>
      </div>
      <ul className="mt-5 grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4 md:gap-4 lg:grid-cols-6">
        {[...earned, ...open].map((one) => (
          <li
            key={one.key}
            className={classNames(
              'grid content-start justify-items-center gap-1 rounded-card border border-line p-3 text-center md:p-4',
              one.earnedAt ? 'bg-surface' : 'border-dashed',
            )}
          >
            <Medal achievement={one} />
            <h3 className="mt-1 text-16 leading-tight">{achievementTexts[one.key].name()}</h3>
            <p className="text-12 text-soft">{achievementTexts[one.key].how()}</p>
            <p className="numerals mt-auto pt-1 text-12 font-semibold">
              {one.earnedAt
                ? m.progress_earned({ day: formatTime(one.earnedAt, 'day', timeZone, locale) })
                : m.progress_so_far({ done: one.done, target: one.target })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const center = 40;

/** A scalloped medal; the more there is to do for it, the more petals it has. */
function Medal({ achievement: { key, target, done, earnedAt } }: { achievement: Achievement }) {
  const petals = 8 + 2 * Math.min(6, Math.round(Math.log2(target)));
  const isEarned = earnedAt !== null;
  return (
    <svg viewBox="0 0 80 80" aria-hidden="true" fill="none" className="size-20 md:size-22">
      <path
        d={scallops(petals)}
        className={isEarned ? 'fill-marigold stroke-marigold' : 'fill-sunken stroke-line'}
      />
      <circle
        cx={center}
        cy={center}
        r="25.5"
        className={isEarned ? 'fill-marigold-soft' : 'fill-paper'}
      />
      {isEarned ? null : (
        <circle
          cx={center}
          cy={center}
          r="28.5"
          pathLength="100"
          strokeDasharray={`${(done / target) * 100} 100`}
          transform={`rotate(-90 ${center} ${center})`}
          className="stroke-marigold stroke-[3]"
        />
      )}
      <path
        d={badgeDrawings[key.split('_')[0] ?? ''] ?? ''}
        transform="translate(20.8 20.8) scale(1.6)"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={classNames('stroke-[1.3]', isEarned ? 'stroke-marigold-ink' : 'stroke-edge')}
      />
    </svg>
  );
}

/** A circle of half circles. */
function scallops(count: number): string {
  const radius = 33;
  const at = (step: number): string => {
    const angle = (step * 2 * Math.PI) / count;
    return `${(center + radius * Math.sin(angle)).toFixed(2)} ${(center - radius * Math.cos(angle)).toFixed(2)}`;
  };
  const bow = (radius * Math.PI) / count;
  const arcs = Array.from(
    { length: count },
    (_, step) => `A${bow.toFixed(2)} ${bow.toFixed(2)} 0 0 1 ${at(step + 1)}`,
  );
  return `M${at(0)}${arcs.join('')}Z`;
}
