import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';

/** Somebody practised here without being signed in. Only who says that it was them gets it. */
export function UnclaimedPractices() {
  return (
    <div data-unclaimed hidden className="mt-6 rounded-card border border-line bg-surface p-4">
      <p data-unclaimed-text className="text-14" />
      <div className="mt-2 flex flex-wrap gap-x-5">
        <Button type="button" tone="link" data-press="claim">
          {m.play_waiting_claim()}
        </Button>
        <Button type="button" tone="link" data-press="drop">
          {m.play_waiting_drop()}
        </Button>
      </div>
    </div>
  );
}
