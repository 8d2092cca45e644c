import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { ChipChoice } from './ChipChoice.tsx';
import { type MakeWishes, minutesChoices } from './make-params.ts';
import { cautionNames, cautions, levelNames, levels, titled } from './practice-texts.ts';

/** A wish for a practice; sent by GET, so that the answer has an address. */
export function MakeForm({ wishes, areas }: { wishes: MakeWishes; areas: string[] }) {
  const minutes = [...new Set([...minutesChoices, wishes.minutes])].sort((a, b) => a - b);
  return (
    <form action="/practice/make" className="grid gap-6">
      <ChipChoice
        legend={m.practice_make_minutes()}
        type="radio"
        name="minutes"
        options={minutes}
        chosen={[wishes.minutes]}
        labelOf={(each) => (
          <span className="numerals">{m.practice_minutes({ minutes: each })}</span>
        )}
      />
      <ChipChoice
        legend={m.practice_make_areas()}
        hint={m.practice_make_areas_hint()}
        type="checkbox"
        name="area"
        options={areas}
        chosen={wishes.areas}
        labelOf={titled}
      />
      <ChipChoice
        legend={m.practice_make_level()}
        type="radio"
        name="level"
        options={levels}
        chosen={[wishes.level]}
        labelOf={(level) => levelNames[level]()}
      />
      <ChipChoice
        legend={m.practice_make_without()}
        hint={m.practice_make_without_hint()}
        type="checkbox"
        name="without"
        options={cautions}
        chosen={wishes.without}
        labelOf={(caution) => cautionNames[caution]()}
      />
      <div>
        <Button size="large">{m.practice_make_go()}</Button>
      </div>
    </form>
  );
}
