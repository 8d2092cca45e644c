import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { ChipGroup, ChoiceChip } from './ChoiceChip.tsx';
import { type MakeWishes, minutesChoices } from './make-params.ts';
import { cautionNames, cautions, levelNames, levels, titled } from './practice-texts.ts';

/** A wish for a practice; sent by GET, so that the answer has an address. */
export function MakeForm({ wishes, areas }: { wishes: MakeWishes; areas: string[] }) {
  const minutes = [...new Set([...minutesChoices, wishes.minutes])].sort((a, b) => a - b);
  return (
    <form action="/practice/make" className="grid gap-6">
      <ChipGroup legend={m.practice_make_minutes()}>
        {minutes.map((each) => (
          <ChoiceChip
            key={each}
            type="radio"
            name="minutes"
            value={each}
            defaultChecked={each === wishes.minutes}
          >
            <span className="numerals">{m.practice_minutes({ minutes: each })}</span>
          </ChoiceChip>
        ))}
      </ChipGroup>
      <ChipGroup legend={m.practice_make_areas()} hint={m.practice_make_areas_hint()}>
        {areas.map((area) => (
          <ChoiceChip
            key={area}
            type="checkbox"
            name="area"
            value={area}
            defaultChecked={wishes.areas.includes(area)}
          >
            {titled(area)}
          </ChoiceChip>
        ))}
      </ChipGroup>
      <ChipGroup legend={m.practice_make_level()}>
        {levels.map((level) => (
          <ChoiceChip
            key={level}
            type="radio"
            name="level"
            value={level}
            defaultChecked={level === wishes.level}
          >
            {levelNames[level]()}
          </ChoiceChip>
        ))}
      </ChipGroup>
      <ChipGroup legend={m.practice_make_without()} hint={m.practice_make_without_hint()}>
        {cautions.map((caution) => (
          <ChoiceChip
            key={caution}
            type="checkbox"
            name="without"
            value={caution}
            defaultChecked={wishes.without.includes(caution)}
          >
            {cautionNames[caution]()}
          </ChoiceChip>
        ))}
      </ChipGroup>
      <div>
        <Button size="large">{m.practice_make_go()}</Button>
      </div>
    </form>
  );
}
