import type { Homework } from '../../api/types.ts';
import { doneText } from './homework-texts.ts';

const pillsMax = 12;

/** How often it was done: a mark for each time asked for, and the same in words. */
export function Progress({
  homework,
}: {
  homework: Pick<Homework, 'done' | 'late' | 'times' | 'state'>;
}) {
  const { done, late, times } = homework;
  const marks = Array.from({ length: times }, (_, at) =>
    at < done ? 'bg-success' : at < done + late ? 'bg-marigold' : 'bg-line',
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {times <= pillsMax ? (
        <span aria-hidden="true" className="flex gap-1">
          {marks.map((look, at) => (
            <span key={at} className={`h-2 w-5 rounded-full ${look}`} />
          ))}
        </span>
      ) : null}
      <span className="numerals text-14">{doneText(homework)}</span>
    </div>
  );
}
