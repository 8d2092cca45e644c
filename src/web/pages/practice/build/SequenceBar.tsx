import type { SequenceStep } from '../../../api/types.ts';

const fills: Record<SequenceStep['exercise']['level'], string> = {
  beginner: 'fill-marigold-soft stroke-marigold',
  intermediate: 'fill-marigold stroke-marigold',
  advanced: 'fill-accent stroke-accent',
};
const height = 10;

/** The whole sequence at a glance: a block for each step, as long as it lasts. Says nothing new. */
export function SequenceBar({
  steps,
  changeSeconds,
}: {
  steps: readonly SequenceStep[];
  changeSeconds: number;
}) {
  const starts = steps.map((_, at) =>
    steps.slice(0, at).reduce((sum, { seconds }) => sum + seconds + changeSeconds, 0),
  );
  const whole = (starts.at(-1) ?? 0) + (steps.at(-1)?.seconds ?? 0);
  const gap = Math.max(changeSeconds, whole / 400);
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, whole)} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-3 w-full overflow-hidden rounded-full bg-sunken"
    >
      {steps.map(({ exercise, seconds }, at) => (
        <rect
          key={at}
          x={starts[at]}
          width={Math.max(seconds * 0.2, seconds + changeSeconds - gap)}
          height={height}
          vectorEffect="non-scaling-stroke"
          className={fills[exercise.level]}
        />
      ))}
    </svg>
  );
}
