import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';

/** Shown on every page of an account that is about to be deleted. */
export function DeletionNotice({ erasesAt }: { erasesAt: string }) {
  const { market, timeZone } = useShell();
  return (
    <form
      method="post"
      action="/account/data/keep"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border-l-4 border-danger bg-danger-soft p-4"
    >
      <div role="status">
        <p className="font-semibold">
          {m.account_deletion_title({
            date: formatTime(erasesAt, 'date', timeZone, market.locale),
          })}
        </p>
        <p className="text-14">{m.account_deletion_text()}</p>
      </div>
      <Button tone="quiet">{m.account_deletion_keep()}</Button>
    </form>
  );
}
