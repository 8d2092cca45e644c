import { classNames } from '../../ui/class-names.ts';
import { type Level, levelNames, levels } from './practice-texts.ts';

/** A level in a word, with bars that are read at a glance. */
export function LevelMark({ level }: { level: Level }) {
  const height = levels.indexOf(level);
  return (
    <span className="inline-flex min-h-[1lh] items-center gap-1.5 whitespace-nowrap">
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 fill-current">
        {levels.map((each, at) => (
          <rect
            key={each}
            x={at * 4.5}
            y={8 - at * 4}
            width="3"
            height={4 + at * 4}
            rx="1"
            className={classNames(at > height && 'opacity-25')}
          />
        ))}
      </svg>
      {levelNames[level]()}
    </span>
  );
}
