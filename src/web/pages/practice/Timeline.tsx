import { m } from '../../../messages/messages.js';
import type { SequenceStep } from '../../api/types.ts';
import { Figure } from './Figure.tsx';
import { exercisesPath } from './pose-params.ts';
import { clockText, originalLanguage } from './practice-texts.ts';

interface TimelineProps {
  library: string;
  steps: SequenceStep[];
  /** Between two steps. */
  changeSeconds: number;
  /** More follows for subscribers. */
  isLocked?: boolean;
}

/** Every step with the moment it begins at, its figure, its length and how to get there. */
export function Timeline({ library, steps, changeSeconds, isLocked = false }: TimelineProps) {
  const starts = startsOf(steps, changeSeconds);
  const last = steps.length - 1;
  const end = (starts[last] ?? 0) + (steps[last]?.seconds ?? 0);
  return (
    <ol>
      {steps.map((step, at) => (
        // A pose may come back: only its place tells one step from another.
        <li key={at} className="timeline-step">
          <span className="numerals pt-1 text-right text-12 text-soft">
            {clockText(starts[at] ?? 0)}
          </span>
          <StepBody library={library} step={step} />
        </li>
      ))}
      {isLocked ? null : (
        <li className="timeline-step">
          <span className="numerals text-right text-12 text-soft">{clockText(end)}</span>
          <p className="text-14 text-soft">{m.practice_end()}</p>
        </li>
      )}
    </ol>
  );
}

function StepBody({ library, step }: { library: string; step: SequenceStep }) {
  const { exercise, side, seconds, transition, breath } = step;
  return (
    <div className="relative flex gap-3 pb-6 md:gap-4">
      {exercise.figure ? (
        <Figure
          address={exercise.figure}
          isMirrored={side === 'left' && library === 'yoga'}
          className="h-18 w-24 shrink-0 rounded-control border border-line p-1.5 md:h-24 md:w-32"
        />
      ) : null}
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="text-18">
            <a href={exercisesPath(library, exercise.slug)} className="covers-card">
              {exercise.name}
            </a>
          </h3>
          <span className="numerals ml-auto text-14 whitespace-nowrap">
            {m.practice_seconds({ seconds })}
          </span>
        </div>
        <p className="flex flex-wrap gap-x-3 text-14 text-soft">
          {exercise.original ? (
            <span lang={originalLanguage[library]}>{exercise.original}</span>
          ) : null}
          {side ? (
            <span className="font-semibold text-accent">
              {side === 'left' ? m.practice_side_left() : m.practice_side_right()}
            </span>
          ) : null}
        </p>
        <p className="measure mt-1 text-14">{transition ?? breath}</p>
      </div>
    </div>
  );
}

function startsOf(steps: readonly SequenceStep[], changeSeconds: number): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { seconds } of steps) {
    starts.push(at);
    at += seconds + changeSeconds;
  }
  return starts;
}
