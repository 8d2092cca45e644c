import { m } from '../../../../messages/messages.js';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FormErrors } from '../../../ui/FormErrors.tsx';
import { Input } from '../../../ui/Input.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';
import { LevelMark } from '../LevelMark.tsx';
import { clockText } from '../practice-texts.ts';
import type { Board } from './board.ts';
import { BuilderSteps } from './BuilderSteps.tsx';
import { FindExercise } from './FindExercise.tsx';
import { SequenceBar } from './SequenceBar.tsx';
import { Warnings } from './Warnings.tsx';

/**
 * One form. Its buttons send it, and the page comes back with what they did; where scripts run
 * (`enhance/sequence-builder.ts`) rows move at once and only the parts named `data-part` come back.
 */
export function BuilderForm({ board, slug }: { board: Board; slug: string | undefined }) {
  const { draft, checked, problem, isGuest } = board;
  return (
    <form
      method="post"
      action={slug === undefined ? '/practice/builder' : `/practice/builder/${slug}`}
      noValidate
      data-builder
      data-said-moved={m.builder_said_moved({ name: '{name}', step: '{step}', count: '{count}' })}
      data-said-lifted={m.builder_said_lifted({ name: '{name}' })}
      data-said-put={m.builder_said_put({ name: '{name}', step: '{step}', count: '{count}' })}
      data-said-removed={m.builder_said_removed({ name: '{name}' })}
      data-said-added={m.builder_said_added({ name: '{name}', step: '{step}' })}
      data-ask-leave={m.builder_ask_leave()}
      className="mt-7 grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr_auto]"
    >
      {/* Enter in a field recounts: browsers press the form's first button. */}
      <button name="intent" value="refresh" tabIndex={-1} aria-hidden="true" className="sr-only">
        {m.builder_refresh()}
      </button>
      <input type="hidden" name="library" value={draft.library} />
      <input type="hidden" name="version" value={draft.version} />
      <p role="status" data-said className="sr-only" />
      <div className="grid gap-5 lg:col-start-1">
        <Problems board={board} />
        <Texts board={board} />
      </div>
      <aside className="grid gap-5 max-lg:contents lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <FindExercise draft={draft} found={board.found} problem={problem} />
        <div data-part="warnings" className="grid max-lg:order-2">
          <Warnings
            warnings={checked.warnings}
            isGuest={isGuest}
            fix={({ code, step, side }) =>
              code === 'missing_side' ? (
                <Button tone="link" name="intent" value={`mirror:${step - 1}`}>
                  {side === 'left' ? m.builder_add_left() : m.builder_add_right()}
                </Button>
              ) : null
            }
          />
        </div>
      </aside>
      <div className="grid min-w-0 gap-4 max-lg:order-1 lg:col-start-1">
        <BuilderSteps board={board} />
      </div>
      <div className="sticky bottom-0 z-10 -mx-5 border-t border-line bg-paper px-5 py-3 max-lg:order-last md:-mx-8 md:px-8 lg:col-span-2 lg:mx-0 lg:rounded-card lg:border lg:bg-surface lg:px-5 lg:shadow-soft lg:bottom-4">
        <div className="flex items-center gap-4">
          <div data-part="total" className="grid min-w-0 grow gap-1.5">
            <p className="flex flex-wrap items-baseline gap-x-4">
              <span className="numerals font-display text-22">{clockText(checked.seconds)}</span>
              <span className="numerals text-14 text-soft">
                {m.practice_step_count({ count: checked.steps.length })}
              </span>
              <span className="text-14 text-soft max-sm:hidden">
                <LevelMark level={checked.level} />
              </span>
            </p>
            <SequenceBar steps={checked.steps} changeSeconds={checked.changeSeconds} />
          </div>
          <Button name="intent" value="save" size="large" className="shrink-0">
            {m.builder_save()}
          </Button>
        </div>
      </div>
    </form>
  );
}

function Problems({ board: { draft, problem, checked } }: { board: Board }) {
  if (!problem) return null;
  if (problem.code === 'sign_in_required')
    return (
      <Alert tone="warning" title={problem.message} live>
        <a
          href="/sign-in"
          target="_blank"
          rel="noreferrer"
          className="target font-semibold underline underline-offset-4"
        >
          {m.builder_sign_in_tab()}
        </a>
      </Alert>
    );
  const rows = draft.rows.map((_, at) => [
    `seconds-${at}`,
    m.builder_step_named({ step: at + 1, name: checked.steps[at]?.exercise.name ?? '' }),
  ]);
  return (
    <FormErrors
      problem={problem}
      labels={{
        name: m.builder_name(),
        q: m.builder_steps(),
        changeSeconds: m.builder_change(),
        ...Object.fromEntries(rows),
      }}
    />
  );
}

function Texts({ board: { draft, problem } }: { board: Board }) {
  const { name, summary, changeSeconds } = draft;
  return (
    <>
      <Input
        name="name"
        label={m.builder_name()}
        error={problem?.fields['name']}
        defaultValue={name}
        maxLength={80}
        autoComplete="off"
      />
      <details className="group" open={Boolean(problem?.fields['changeSeconds'])}>
        <summary className="target cursor-pointer text-14 font-semibold text-accent underline-offset-4 hover:underline">
          {m.builder_more()}
        </summary>
        <div className="mt-2 grid gap-5">
          <Textarea
            name="summary"
            label={m.builder_summary()}
            defaultValue={summary}
            maxLength={600}
            rows={3}
          />
          <Input
            name="changeSeconds"
            label={m.builder_change()}
            hint={m.builder_change_hint()}
            error={problem?.fields['changeSeconds']}
            defaultValue={changeSeconds}
            type="number"
            inputMode="numeric"
            min={0}
            max={60}
            className="max-w-30"
          />
        </div>
      </details>
    </>
  );
}
