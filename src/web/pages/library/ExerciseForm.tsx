import { m } from '../../../messages/messages.js';
import type { ExerciseContent, ItemInWork } from '../../api/types.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { ChipChoice } from '../practice/ChipChoice.tsx';
import { cautionName, cautions, levelNames, levels, titled } from '../practice/practice-texts.ts';
import { FieldFault, FormPart, PlusChoice, SaveBar } from './FormParts.tsx';
import { PhotoField } from './PhotoField.tsx';
import type { Choice } from './read-forms.ts';

interface ExerciseFormProps {
  item: ItemInWork;
  exercise: ExerciseContent;
  errors: Record<string, string>;
  choices: Choice[];
}

export function ExerciseForm({ item, exercise, errors, choices }: ExerciseFormProps) {
  return (
    <>
      <Names exercise={exercise} errors={errors} />
      <Facts item={item} exercise={exercise} errors={errors} />
      <Words exercise={exercise} errors={errors} />
      <Care exercise={exercise} errors={errors} />
      <Relations exercise={exercise} errors={errors} choices={choices} />
      <FormPart title={m.library_pictures()} hint={m.library_pictures_hint()}>
        <PhotoField photo={exercise.photo} error={errors['photo']} />
        <PlusChoice plus={exercise.plus} own={item.own} />
      </FormPart>
      <SaveBar />
    </>
  );
}

type PartProps = Pick<ExerciseFormProps, 'exercise' | 'errors'>;

function Names({ exercise, errors }: PartProps) {
  return (
    <FormPart title={m.library_part_names()}>
      <div className="grid gap-5 md:grid-cols-2">
        <Input
          name="name"
          label={m.library_name()}
          maxLength={80}
          required
          defaultValue={exercise.name}
          error={errors['name']}
        />
        <Input
          name="original"
          label={m.library_original()}
          maxLength={120}
          defaultValue={exercise.original ?? ''}
          error={errors['original']}
        />
      </div>
      <Input
        name="aliases"
        label={m.library_aliases()}
        hint={m.library_aliases_hint()}
        defaultValue={exercise.aliases.join(', ')}
        error={errors['aliases']}
      />
    </FormPart>
  );
}

function Facts({ item, exercise, errors }: PartProps & { item: ItemInWork }) {
  return (
    <FormPart title={m.library_part_facts()}>
      <div className="grid gap-5 sm:grid-cols-3">
        <Select
          name="level"
          label={m.practice_level()}
          defaultValue={exercise.level}
          options={levels.map((level) => ({ value: level, label: levelNames[level]() }))}
        />
        <Select
          name="category"
          label={m.library_category()}
          defaultValue={exercise.category}
          options={item.choices.categories.map((value) => ({ value, label: titled(value) }))}
          error={errors['category']}
        />
        <Input
          name="seconds"
          type="number"
          min={5}
          max={900}
          inputMode="numeric"
          label={m.library_seconds()}
          defaultValue={exercise.seconds}
          error={errors['seconds']}
        />
      </div>
      <div id="areas">
        <ChipChoice
          legend={m.library_areas()}
          hint={m.library_areas_hint()}
          type="checkbox"
          name="areas"
          options={item.choices.areas}
          chosen={exercise.areas}
          labelOf={titled}
        />
        <FieldFault field="areas" errors={errors} />
      </div>
      <Checkbox name="twoSided" label={m.library_two_sided()} defaultChecked={exercise.twoSided} />
    </FormPart>
  );
}

function Words({ exercise, errors }: PartProps) {
  return (
    <FormPart title={m.library_part_words()}>
      <Textarea
        name="steps"
        label={m.library_steps()}
        hint={m.library_steps_hint()}
        rows={12}
        defaultValue={exercise.steps.join('\n')}
        error={errors['steps']}
      />
      <Input
        name="breath"
        label={m.practice_breath()}
        hint={m.library_breath_hint()}
        maxLength={300}
        defaultValue={exercise.breath}
        error={errors['breath']}
      />
      <Textarea
        name="benefits"
        label={m.practice_benefits()}
        hint={m.library_benefits_hint()}
        rows={5}
        defaultValue={exercise.benefits.join('\n')}
        error={errors['benefits']}
      />
    </FormPart>
  );
}

function Care({ exercise, errors }: PartProps) {
  const groups = [
    ['contraindications', m.library_contraindications(), m.library_contraindications_hint()],
    ['precautions', m.library_precautions(), m.library_precautions_hint()],
  ] as const;
  return (
    <FormPart title={m.library_part_care()}>
      {groups.map(([name, legend, hint]) => (
        <div key={name} id={name}>
          <ChipChoice
            legend={legend}
            hint={hint}
            type="checkbox"
            name={name}
            options={cautions}
            chosen={exercise[name]}
            labelOf={cautionName}
          />
          <FieldFault field={name} errors={errors} />
        </div>
      ))}
      <Textarea
        name="safety"
        label={m.library_safety()}
        hint={m.library_safety_hint()}
        rows={3}
        maxLength={1200}
        defaultValue={exercise.safety}
        error={errors['safety']}
      />
    </FormPart>
  );
}

function Relations({ exercise, errors, choices }: PartProps & { choices: Choice[] }) {
  const names = new Map(choices.map(({ slug, name }) => [slug, name]));
  const fields = [
    ['preparatory', m.practice_prepare()],
    ['counter', m.practice_counter()],
    ['related', m.practice_related()],
  ] as const;
  return (
    <FormPart title={m.library_part_relations()} hint={m.library_relations_hint()}>
      {fields.map(([name, label]) => (
        <Field key={name} name={name} label={label} error={errors[name]}>
          {(control) => (
            <input
              {...control}
              className="min-h-11 w-full rounded-control border border-edge bg-surface px-3 py-2 text-16 aria-invalid:border-2 aria-invalid:border-danger"
              defaultValue={exercise[name].map((slug) => names.get(slug) ?? slug).join(', ')}
            />
          )}
        </Field>
      ))}
    </FormPart>
  );
}
