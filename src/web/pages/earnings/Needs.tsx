import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { PayoutAccount, Requirement } from './money-types.ts';
import { needText } from './payout-texts.ts';

/** What the provider still wants, in plain words, those that hold payouts up first. */
export function Needs({ account }: { account: PayoutAccount }) {
  if (account.requirements.length === 0) return null;
  return (
    <section aria-labelledby="needs" className="grid gap-3">
      <h2 id="needs" className="text-22">
        {m.payouts_needs()}
      </h2>
      <ul className="grid gap-3">
        {account.requirements.map((need) => (
          <Need key={need.kind} need={need} />
        ))}
      </ul>
    </section>
  );
}

function Need({ need }: { need: Requirement }) {
  const { market, timeZone } = useShell();
  const { title, text } = needText(need);
  const due = need.dueAt && formatTime(need.dueAt, 'longDay', timeZone, market.locale);
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-sans text-16 font-semibold tracking-normal">{title}</h3>
        {need.pastDue ? <Badge tone="warning">{m.payouts_need_now()}</Badge> : null}
        {due ? <Badge tone="accent">{m.payouts_need_by({ day: due })}</Badge> : null}
      </div>
      <p className="measure text-14 text-soft">{text}</p>
      {need.reason ? (
        <p className="measure text-14">{m.payouts_need_reason({ reason: need.reason })}</p>
      ) : null}
    </li>
  );
}
