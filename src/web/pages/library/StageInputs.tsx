import { m } from '../../../messages/messages.js';
import { classNames } from '../../ui/class-names.ts';
import { limbs, type PoseFields } from './field-values.ts';
import { groupNames, propNames, restNames } from './figure-texts.ts';
import { NumberInput, numberClass } from './NumberInput.tsx';
import { restParts } from './pose-fields.ts';
import { propKinds, propNumbers } from './stage-fields.ts';

type Options = (readonly [value: string, label: string])[];

const parts: () => Options = () => restParts.map((part) => [part, restNames[part]!()] as const);
const sides = (): Options => [
  ['left', m.figure_left()],
  ['right', m.figure_right()],
];
const sizes = [
  ['height', m.figure_prop_height, 1, 80],
  ['width', m.figure_prop_width, 4, 120],
  ['shift', m.figure_prop_shift, -80, 80],
] as const;

/** What stands around the body, what it reaches for, and how it is looked at. */
export function StageInputs({ fields }: { fields: PoseFields }) {
  return (
    <details className="rounded-card border border-line bg-surface p-4">
      <summary className="cursor-pointer font-semibold">{m.figure_more()}</summary>
      <div className="mt-4 grid gap-6">
        <fieldset className="grid gap-3">
          <legend className="font-display text-18">{m.figure_props()}</legend>
          <p className="text-14 text-soft">{m.figure_props_hint()}</p>
          {propNumbers.map((at) => (
            <PropInputs key={at} at={at} fields={fields} />
          ))}
        </fieldset>
        <fieldset className="grid gap-4">
          <legend className="font-display text-18">{m.figure_reach()}</legend>
          <p className="text-14 text-soft">{m.figure_reach_hint()}</p>
          {limbs.map((limb) => (
            <LimbInputs key={limb} limb={limb} fields={fields} />
          ))}
        </fieldset>
        <div className="grid grid-cols-2 items-end gap-2">
          <Choice
            name="view"
            label={m.figure_view()}
            fields={fields}
            options={[
              ['side', m.figure_view_side()],
              ['above', m.figure_view_above()],
            ]}
          />
          <NumberInput name="x" label={m.figure_x()} value={fields['x']} from={-500} to={500} />
        </div>
      </div>
    </details>
  );
}

/** Of its fields the style sheet shows those that the chosen kind has, and one empty prop after the last. */
function PropInputs({ at, fields }: { at: number; fields: PoseFields }) {
  const name = (part: string) => `prop.${at}.${part}`;
  const group = m.figure_prop({ number: at + 1 });
  return (
    <div role="group" aria-label={group} className="pose-prop grid grid-cols-2 gap-2">
      <Choice
        name={name('kind')}
        label={group}
        fields={fields}
        options={[
          ['', m.figure_prop_none()],
          ...propKinds.map((kind) => [kind, propNames[kind]()] as const),
        ]}
      />
      <Choice
        name={name('part')}
        label={m.figure_prop_part()}
        fields={fields}
        options={parts()}
        className="pose-prop-part"
      />
      <Choice
        name={name('to')}
        label={m.figure_prop_to()}
        fields={fields}
        options={parts()}
        className="pose-prop-to"
      />
      <Choice
        name={name('side')}
        label={m.figure_prop_side()}
        fields={fields}
        options={sides()}
        className="pose-prop-side"
      />
      <div className="pose-prop-size col-span-2 grid grid-cols-3 gap-2">
        {sizes.map(([part, label, from, to]) => (
          <NumberInput
            key={part}
            name={name(part)}
            label={label()}
            value={fields[name(part)]}
            from={from}
            to={to}
          />
        ))}
      </div>
    </div>
  );
}

function LimbInputs({ limb, fields }: { limb: string; fields: PoseFields }) {
  const name = (part: string) => `reach.${limb}.${part}`;
  return (
    <div role="group" aria-label={groupNames[limb]!()} className="grid grid-cols-2 gap-2">
      <Choice
        name={name('part')}
        label={groupNames[limb]!()}
        fields={fields}
        options={[['', m.figure_reach_none()], ...parts()]}
      />
      <Choice
        name={`layer.${limb}`}
        label={m.figure_layer()}
        fields={fields}
        options={[
          ['', m.figure_layer_depth()],
          ['front', m.figure_layer_front()],
          ['behind', m.figure_layer_behind()],
        ]}
      />
      <NumberInput
        name={name('right')}
        label={m.figure_reach_right()}
        value={fields[name('right')]}
        from={-200}
        to={200}
      />
      <NumberInput
        name={name('up')}
        label={m.figure_reach_up()}
        value={fields[name('up')]}
        from={-200}
        to={200}
      />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  fields: PoseFields;
  options: Options;
  className?: string;
}

function Choice({ name, label, fields, options, className }: ChoiceProps) {
  return (
    <label className={classNames('grid content-start gap-1 text-14', className)}>
      {label}
      <select name={name} defaultValue={fields[name] ?? ''} className={numberClass}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
