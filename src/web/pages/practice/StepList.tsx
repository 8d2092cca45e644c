import { m } from '../../../messages/messages.js';
import type { Program } from '../../enhance/player/program.ts';
import { sidedName } from '../../enhance/player/step-names.ts';

/** For browsers that run no scripts: everything that the player would say, in order. */
export function StepList({ program }: { program: Program }) {
  return (
    <section className="mx-auto hidden w-full max-w-120 px-5 pb-10 noscript:block">
      <p className="text-soft">{m.play_without_scripts()}</p>
      <ol className="mt-4 grid list-decimal gap-4 pl-6 marker:text-soft">
        {program.steps.map((step, at) => (
          // An exercise may come back: only its place tells one step from another.
          <li key={at}>
            <p className="numerals font-semibold">
              {`${sidedName(program, step)} · ${m.practice_seconds({ seconds: step.seconds })}`}
            </p>
            {step.original ? (
              <p lang={program.originalLanguage ?? undefined} className="text-14 text-soft">
                {step.original}
              </p>
            ) : null}
            <p className="text-14">{step.transition ?? step.breath}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
