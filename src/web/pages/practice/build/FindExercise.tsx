import { m } from '../../../../messages/messages.js';
import type { FormProblem } from '../../../api/problem.ts';
import type { ExerciseCard } from '../../../api/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field, controlClass } from '../../../ui/Field.tsx';
import { Figure } from '../Figure.tsx';
import { originalLanguage, secondsText } from '../practice-texts.ts';
import type { Draft } from './builder-form.ts';

/** Search by name or area, each find with a button that adds it to the end. */
export function FindExercise({
  draft,
  found,
  problem,
}: {
  draft: Draft;
  found: ExerciseCard[];
  problem: FormProblem | undefined;
}) {
  return (
    <section
      aria-labelledby="find"
      className="rounded-card border border-line bg-surface p-4 md:p-5"
    >
      <h2 id="find" className="sr-only">
        {m.builder_find()}
      </h2>
      <div className="flex items-end gap-2">
        <div className="grow">
          <Field name="q" label={m.builder_find()} error={problem?.fields['q']}>
            {(control) => (
              <input
                type="search"
                defaultValue={draft.q}
                maxLength={100}
                autoComplete="off"
                placeholder={m.builder_find_examples()}
                className={controlClass}
                {...control}
              />
            )}
          </Field>
        </div>
        <span className="hidden noscript:inline">
          <Button tone="quiet" name="intent" value="refresh">
            {m.practice_search_go()}
          </Button>
        </span>
      </div>
      <div data-part="found" className="mt-3">
        {found.length === 0 ? (
          <p className="py-3 text-14 text-soft">{m.builder_none()}</p>
        ) : (
          <ul className="-mx-2 grid max-h-64 overflow-y-auto lg:max-h-80">
            {found.map((exercise) => (
              <li key={exercise.slug}>
                <FoundExercise library={draft.library} exercise={exercise} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function FoundExercise({ library, exercise }: { library: string; exercise: ExerciseCard }) {
  const { slug, name, original, seconds, twoSided, figure } = exercise;
  return (
    <button
      name="intent"
      value={`add:${slug}:${seconds}:${twoSided ? 2 : 1}`}
      data-name={name}
      className="flex w-full cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 text-left hover:bg-sunken"
    >
      {figure ? (
        <Figure address={figure} className="h-11 w-14 shrink-0 rounded-control p-0.5" />
      ) : null}
      <span className="min-w-0 grow">
        <span className="block truncate text-14 font-semibold">
          <span className="sr-only">{m.builder_add()} </span>
          {name}
        </span>
        <span className="flex gap-2 text-12 text-soft">
          {original ? (
            <span lang={originalLanguage[library]} className="truncate">
              {original}
            </span>
          ) : null}
          <span className="numerals whitespace-nowrap">{secondsText({ seconds, twoSided })}</span>
        </span>
      </span>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        strokeLinecap="round"
        className="size-4 shrink-0 stroke-accent stroke-2"
      >
        <path d="M8 2.5v11M2.5 8h11" />
      </svg>
    </button>
  );
}
