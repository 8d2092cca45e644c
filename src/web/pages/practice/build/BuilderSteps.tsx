import { m } from '../../../../messages/messages.js';
import type { SequenceStep } from '../../../api/types.ts';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyMatDrawing } from '../../../ui/drawings/EmptyMatDrawing.tsx';
import { Figure } from '../Figure.tsx';
import { clockText } from '../practice-texts.ts';
import type { Board } from './board.ts';
import type { DraftRow } from './builder-form.ts';

/** The steps in their order. Where nothing is, a drawing says what to do. */
export function BuilderSteps({ board: { draft, checked, problem } }: { board: Board }) {
  const starts = startsOf(checked.steps, checked.changeSeconds);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="text-22" tabIndex={-1}>
        {m.builder_steps()}
      </h2>
      <div
        data-none
        className={classNames(
          'mt-3 grid justify-items-center gap-2 rounded-card border border-dashed border-edge px-4 py-8 text-center',
          checked.steps.length > 0 && 'hidden',
        )}
      >
        <div className="w-32 text-accent">
          <EmptyMatDrawing />
        </div>
        <p className="text-soft">{m.builder_empty()}</p>
      </div>
      <ol data-rows className="mt-3 grid gap-2">
        {checked.steps.map((step, at) => (
          // A pose may come back: only its place tells one row from another.
          <BuilderRow
            key={at}
            at={at}
            step={step}
            row={draft.rows[at]!}
            start={starts[at] ?? 0}
            error={problem?.fields[`seconds-${at}`]}
          />
        ))}
      </ol>
    </section>
  );
}

function startsOf(steps: readonly SequenceStep[], changeSeconds: number): number[] {
  let from = 0;
  return steps.map(({ seconds }) => {
    const start = from;
    from += seconds + changeSeconds;
    return start;
  });
}

const control =
  'numerals min-h-11 rounded-control border border-edge bg-surface text-16 aria-invalid:border-2 aria-invalid:border-danger';

function BuilderRow({
  at,
  step,
  row,
  start,
  error,
}: {
  at: number;
  step: SequenceStep;
  row: DraftRow;
  start: number;
  error: string | undefined;
}) {
  const { exercise } = step;
  const { name } = exercise;
  return (
    <li
      data-row={name}
      className="builder-row group/row rounded-card border border-line bg-surface p-2 pr-3"
    >
      <input type="hidden" name="exercise" value={exercise.slug} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap">
        <Handle name={name} />
        {exercise.figure ? (
          <Figure
            address={exercise.figure}
            isMirrored={row.side === 'left'}
            className="builder-figure h-12 w-16 shrink-0 rounded-control p-0.5"
          />
        ) : null}
        <div className="min-w-0 grow basis-30">
          <p className="truncate font-semibold">{name}</p>
          <p className="numerals text-12 text-soft" data-start>
            {m.builder_from({ time: clockText(start) })}
          </p>
        </div>
        <div className="flex w-full items-center justify-end gap-2 sm:w-auto">
          {exercise.twoSided ? (
            <select
              name="side"
              defaultValue={step.side ?? 'right'}
              aria-label={m.builder_side_of({ name })}
              className={`${control} px-2 max-sm:mr-auto`}
            >
              <option value="right">{m.builder_right()}</option>
              <option value="left">{m.builder_left()}</option>
            </select>
          ) : (
            <input type="hidden" name="side" value="" />
          )}
          <label className="flex items-center gap-1.5">
            <span className="sr-only">{m.builder_seconds_of({ name })}</span>
            <input
              id={`seconds-${at}`}
              name="seconds"
              type="number"
              inputMode="numeric"
              min={1}
              max={900}
              defaultValue={row.seconds}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `seconds-${at}-error` : undefined}
              className={`${control} w-19 px-2 text-right`}
            />
            <span aria-hidden="true" className="text-14 text-soft">
              {m.builder_s()}
            </span>
          </label>
          <div className="flex">
            <IconButton
              at={at}
              kind="up"
              label={m.builder_up({ name })}
              path="M8 13V3M4 7l4-4 4 4"
            />
            <IconButton
              at={at}
              kind="down"
              label={m.builder_down({ name })}
              path="M8 3v10M4 9l4 4 4-4"
            />
            <IconButton
              at={at}
              kind="remove"
              label={m.builder_remove({ name })}
              path="M3.5 3.5l9 9M12.5 3.5l-9 9"
            />
          </div>
        </div>
      </div>
      {error ? (
        <p id={`seconds-${at}-error`} className="px-2 pt-1 text-14 text-danger">
          {error}
        </p>
      ) : null}
      <details className="px-2 text-14" open={row.transition !== '' || undefined}>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-soft underline-offset-4 hover:text-ink hover:underline">
          {m.builder_cue()}
        </summary>
        <textarea
          name="transition"
          rows={1}
          maxLength={300}
          defaultValue={row.transition}
          aria-label={m.builder_cue_of({ name })}
          placeholder={m.builder_cue_example()}
          className="mb-2 min-h-11 w-full rounded-control border border-edge bg-surface px-3 py-2 text-16 placeholder:text-soft"
        />
      </details>
    </li>
  );
}

/** Drawn by a finger or a mouse; with the keyboard lifted, moved by arrows, and put down. */
function Handle({ name }: { name: string }) {
  return (
    <button
      type="button"
      data-handle
      aria-pressed="false"
      aria-label={m.builder_handle({ name })}
      title={m.builder_handle_hint()}
      className="grid size-11 shrink-0 cursor-grab touch-none place-items-center rounded-control text-soft hover:bg-sunken active:cursor-grabbing aria-pressed:bg-accent aria-pressed:text-on-accent noscript:hidden"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-current">
        <path d="M5 2.5h2v2H5zM9 2.5h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11.5h2v2H5zM9 11.5h2v2H9z" />
      </svg>
    </button>
  );
}

function IconButton({
  at,
  kind,
  label,
  path,
}: {
  at: number;
  kind: 'up' | 'down' | 'remove';
  label: string;
  path: string;
}) {
  return (
    <button
      name="intent"
      value={`${kind}:${at}`}
      aria-label={label}
      className={classNames(
        'grid size-11 cursor-pointer place-items-center rounded-full text-soft hover:bg-sunken sm:size-10',
        kind === 'remove' ? 'hover:text-danger' : 'hover:text-ink',
      )}
    >
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-4 stroke-current stroke-[1.6]"
      >
        <path d={path} />
      </svg>
    </button>
  );
}
