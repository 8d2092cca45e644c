import { m } from '../../../messages/messages.js';
import type { SequenceContent } from '../../api/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { levelNames, levels, minutesText } from '../practice/practice-texts.ts';
import { FieldFault, FormPart, PlusChoice, SaveBar } from './FormParts.tsx';
import type { Choice, Step } from './read-forms.ts';

interface SequenceFormProps {
  sequence: SequenceContent;
  errors: Record<string, string>;
  choices: Choice[];
  /** A row that was moved just now. */
  row: number | undefined;
  own: boolean;
}

const emptyStep: Step = { exercise: '', side: null, seconds: 30, transition: null };

export function SequenceForm({ sequence, errors, choices, row, own }: SequenceFormProps) {
  const names = new Map(choices.map(({ slug, name }) => [slug, name]));
  const steps = sequence.steps.length > 0 ? sequence.steps : [emptyStep];
  const seconds =
    sequence.steps.reduce((sum, step) => sum + step.seconds, 0) +
    sequence.changeSeconds * Math.max(0, sequence.steps.length - 1);
  return (
    <>
      {/* Enter in a field saves: browsers press the form's first button. */}
      <button name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {m.library_save()}
      </button>
      <About sequence={sequence} errors={errors} />
      <FormPart
        title={m.library_steps()}
        hint={m.library_sequence_length({ length: minutesText(seconds) })}
      >
        <FieldFault field="steps" errors={errors} />
        <datalist id="exercises">
          {choices.map(({ slug, name }) => (
            <option key={slug} value={name} />
          ))}
        </datalist>
        <ol id="steps" className="grid gap-3">
          {steps.map((step, at) => (
            <StepRow
              // Only its place tells one row from another.
              key={at}
              at={at}
              count={steps.length}
              step={step}
              name={names.get(step.exercise) ?? step.exercise}
              error={errors[`steps.${at}`]}
              isFocused={row === at}
            />
          ))}
        </ol>
        <p>
          <Button name="intent" value={`add:${steps.length - 1}`} tone="quiet">
            {m.library_step_add()}
          </Button>
        </p>
      </FormPart>
      <PlusChoice plus={sequence.plus} own={own} />
      <SaveBar />
    </>
  );
}

function About({ sequence, errors }: Pick<SequenceFormProps, 'sequence' | 'errors'>) {
  return (
    <FormPart title={m.library_part_names()}>
      <div className="grid gap-5 sm:grid-cols-[1fr_12rem_10rem]">
        <Input
          name="name"
          label={m.library_name()}
          maxLength={80}
          required
          defaultValue={sequence.name}
          error={errors['name']}
        />
        <Select
          name="level"
          label={m.practice_level()}
          defaultValue={sequence.level}
          options={levels.map((level) => ({ value: level, label: levelNames[level]() }))}
        />
        <Input
          name="changeSeconds"
          type="number"
          min={0}
          max={60}
          inputMode="numeric"
          label={m.library_change_seconds()}
          defaultValue={sequence.changeSeconds}
          error={errors['changeSeconds']}
        />
      </div>
      <Textarea
        name="summary"
        label={m.library_summary()}
        rows={2}
        maxLength={600}
        defaultValue={sequence.summary}
        error={errors['summary']}
      />
      <Textarea
        name="audience"
        label={m.practice_for_whom()}
        rows={2}
        maxLength={300}
        defaultValue={sequence.audience}
        error={errors['audience']}
      />
      <Textarea
        name="benefits"
        label={m.practice_benefits()}
        hint={m.library_benefits_hint()}
        rows={4}
        defaultValue={sequence.benefits.join('\n')}
        error={errors['benefits']}
      />
    </FormPart>
  );
}

interface StepRowProps {
  at: number;
  count: number;
  step: Step;
  name: string;
  error: string | undefined;
  isFocused: boolean;
}

const control =
  'min-h-11 w-full rounded-control border border-edge bg-surface px-3 text-16 aria-invalid:border-2 aria-invalid:border-danger';

function StepRow({ at, count, step, name, error, isFocused }: StepRowProps) {
  const id = (part: string) => `${part}-${at}`;
  const number = at + 1;
  return (
    <li
      id={`steps-${at}`}
      className="grid gap-x-3 gap-y-2 rounded-card border border-line bg-surface p-3 md:grid-cols-[2rem_1fr_8rem_6.5rem] md:p-4"
    >
      <span aria-hidden="true" className="numerals font-display text-18 text-accent md:pt-8">
        {number}
      </span>
      <RowField id={id('exercise')} label={m.library_exercise()} number={number}>
        <input
          id={id('exercise')}
          name="exercise"
          list="exercises"
          autoComplete="off"
          autoFocus={isFocused}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `steps.${at}-error` : undefined}
          defaultValue={name}
          className={control}
        />
      </RowField>
      <RowField id={id('side')} label={m.library_side()} number={number}>
        <select id={id('side')} name="side" defaultValue={step.side ?? ''} className={control}>
          <option value="">{m.library_side_none()}</option>
          <option value="right">{m.practice_side_right()}</option>
          <option value="left">{m.practice_side_left()}</option>
        </select>
      </RowField>
      <RowField id={id('seconds')} label={m.library_step_seconds()} number={number}>
        <input
          id={id('seconds')}
          name="stepSeconds"
          type="number"
          min={5}
          max={900}
          inputMode="numeric"
          defaultValue={step.seconds}
          className={`${control} numerals`}
        />
      </RowField>
      <div className="md:col-start-2 md:col-end-5">
        <RowField id={id('transition')} label={m.library_transition()} number={number}>
          <input
            id={id('transition')}
            name="transition"
            maxLength={300}
            defaultValue={step.transition ?? ''}
            className={control}
          />
        </RowField>
        {error ? (
          <p id={`steps.${at}-error`} className="mt-1.5 text-14 text-danger">
            {error}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2 md:col-start-2 md:col-end-5">
        {at > 0 ? (
          <RowButton intent={`up:${at}`} label={m.library_step_up()} number={number} />
        ) : null}
        {at < count - 1 ? (
          <RowButton intent={`down:${at}`} label={m.library_step_down()} number={number} />
        ) : null}
        <RowButton intent={`add:${at}`} label={m.library_step_add_behind()} number={number} />
        <RowButton intent={`remove:${at}`} label={m.library_step_remove()} number={number} />
      </div>
    </li>
  );
}

function RowField({
  id,
  label,
  number,
  children,
}: {
  id: string;
  label: string;
  number: number;
  children: React.ReactNode;
}) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-14 font-semibold">
        {label}
        <span className="sr-only">{m.library_of_step({ number })}</span>
      </label>
      {children}
    </div>
  );
}

function RowButton({ intent, label, number }: { intent: string; label: string; number: number }) {
  return (
    <button
      name="intent"
      value={intent}
      className="target cursor-pointer rounded-control px-2 text-14 font-semibold text-accent hover:bg-accent-soft"
    >
      {label}
      <span className="sr-only">{m.library_of_step({ number })}</span>
    </button>
  );
}
