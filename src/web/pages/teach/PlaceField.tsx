import { m } from '../../../messages/messages.js';
import { Input } from '../../ui/Input.tsx';
import type { PlaceChoice } from './place-choice.ts';

interface PlaceFieldProps {
  typed: string;
  error: string | undefined;
  marketCode: string;
  /** Offered before anything is typed; where scripts run, the list follows the typing. */
  places: string[];
  /** Shown to choose from when a name fitted several. */
  choices: PlaceChoice[];
}

/** Town or neighbourhood, by name. */
export function PlaceField({ typed, error, marketCode, places, choices }: PlaceFieldProps) {
  return (
    <div className="grid gap-3">
      <Input
        name="place"
        label={m.teach_place()}
        hint={m.teach_place_hint()}
        error={error}
        defaultValue={typed}
        maxLength={80}
        autoComplete="off"
        list="place-list"
        data-places={marketCode}
      />
      <datalist id="place-list">
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      {choices.length > 0 ? (
        <fieldset className="rounded-control border border-danger p-3">
          <legend className="px-1 text-14 font-semibold">{m.teach_place_which()}</legend>
          {choices.map(({ slug, label }) => (
            <label key={slug} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input type="radio" name="placeSlug" value={slug} className="size-5" />
              {label}
            </label>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
