import { m } from '../../../messages/messages.js';
import { ChipChoice } from '../practice/ChipChoice.tsx';
import { groupNames, partName, restNames } from './figure-texts.ts';
import { NumberInput, numberClass } from './NumberInput.tsx';
import type { PoseFields } from './field-values.ts';
import { partFields, restParts, turns } from './pose-fields.ts';
import { StageInputs } from './StageInputs.tsx';

/** Every angle of the pose as a number: the whole editor where scripts do not run. */
export function PoseInputs({ fields }: { fields: PoseFields }) {
  const rests = (fields['rests'] ?? '').split(' ');
  return (
    <div className="grid gap-6">
      <fieldset className="grid gap-2">
        <legend className="font-display text-18">{m.figure_turn()}</legend>
        <p className="text-14 text-soft">{m.figure_turn_hint()}</p>
        <div className="grid grid-cols-3 gap-2">
          {turns.map((name, at) => (
            <NumberInput
              key={name}
              name={name}
              label={[m.figure_hips(), m.figure_chest(), m.figure_head()][at]!}
              value={fields[name]}
              from={-360}
              to={360}
            />
          ))}
        </div>
      </fieldset>
      {partFields.map(({ group, parts }) => (
        <fieldset key={group} className="grid gap-2">
          <legend className="font-display text-18">{groupNames[group]!()}</legend>
          <div className="grid grid-cols-[1fr_5.5rem_5.5rem] items-center gap-x-2 gap-y-1.5 text-14">
            <span className="sr-only">{m.figure_part()}</span>
            <span aria-hidden="true" className="col-start-2 text-12 text-soft">
              {m.figure_bearing()}
            </span>
            <span aria-hidden="true" className="text-12 text-soft">
              {m.figure_toward()}
            </span>
            {parts.map((part) => (
              <PartRow key={part} group={group} part={part} fields={fields} />
            ))}
          </div>
        </fieldset>
      ))}
      <ChipChoice
        legend={m.figure_rests()}
        hint={m.figure_rests_hint()}
        type="checkbox"
        name="rest"
        options={restParts}
        chosen={rests}
        labelOf={(part) => restNames[part]!()}
      />
      <input type="hidden" name="rests" defaultValue={fields['rests'] ?? ''} />
      <StageInputs fields={fields} />
    </div>
  );
}

function PartRow({ group, part, fields }: { group: string; part: string; fields: PoseFields }) {
  const name = partName(part);
  const inputs = [
    ['bearing', m.figure_bearing(), 720],
    ['toward', m.figure_toward(), 90],
  ] as const;
  return (
    <>
      <span>{name}</span>
      {inputs.map(([kind, label, far]) => (
        <input
          key={kind}
          name={`${part}.${kind}`}
          type="number"
          step="any"
          min={-far}
          max={far}
          inputMode="decimal"
          aria-label={`${groupNames[group]!()}: ${name}, ${label}`}
          placeholder={kind === 'bearing' ? m.figure_auto() : undefined}
          defaultValue={fields[`${part}.${kind}`] ?? ''}
          className={numberClass}
        />
      ))}
    </>
  );
}
