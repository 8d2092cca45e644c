import { m } from '../../../messages/messages.js';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** Whether a paid hour is a lesson at once, or waits for the teacher's yes. */
export function ConfirmByHand({ chosen }: { chosen: boolean }) {
  return (
    <fieldset className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <legend className="sr-only">{m.teach_by_hand_title()}</legend>
      <p aria-hidden="true" className="font-semibold">
        {m.teach_by_hand_title()}
      </p>
      <Checkbox
        name="confirmsByHand"
        label={m.teach_by_hand()}
        defaultChecked={chosen}
        aria-describedby="by-hand-hint"
      />
      <p id="by-hand-hint" className="measure text-14 text-soft">
        {m.teach_by_hand_hint()}
      </p>
    </fieldset>
  );
}
