import { m } from '../../../messages/messages.js';
import type { Program } from '../../enhance/player/program.ts';

/** For browsers that run no scripts: everything that the player would say, in order. */
export function StepList({ program }: { program: Program }) {
  return (
    <section className="mx-auto hidden w-full max-w-120 px-5 pb-10 noscript:block">
      <p className="text-soft">{m.play_without_scripts()}</p>
      <ol className="mt-4 grid list-decimal gap-4 pl-6 marker:text-soft">
        {program.steps.map(({ name, original, side, seconds, breath, transition }, at) => (
          // An exercise may come back: only its place tells one step from another.
          <li key={at}>
            <p className="numerals font-semibold">
              {`${sideName(name, side)} · ${m.practice_seconds({ seconds })}`}
            </p>
            {original ? (
              <p lang={program.originalLanguage ?? undefined} className="text-14 text-soft">
                {original}
              </p>
            ) : null}
            <p className="text-14">{transition ?? breath}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sideName(name: string, side: 'left' | 'right' | null): string {
  if (side === null) return name;
  return side === 'left' ? m.play_named_left({ name }) : m.play_named_right({ name });
}
