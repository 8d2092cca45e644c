import { m } from '../../../messages/messages.js';
import type { Session } from '../../api/types.ts';
import { formatAgo } from '../../format/ago.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { AccountIconName } from './AccountIcon.tsx';
import { SettingsItem, SettingsList } from './SettingsList.tsx';

/** Where one is signed in; this browser first. */
export function Sessions({
  page,
  now,
}: {
  page: { items: Session[]; nextCursor: string | null };
  now: string;
}) {
  const items = page.items.toSorted((a, b) => Number(b.current) - Number(a.current));
  return (
    <>
      <SettingsList id="sessions">
        {items.map((session) => (
          <SessionItem key={session.id} session={session} now={now} />
        ))}
      </SettingsList>
      {page.nextCursor ? (
        <p>
          <ButtonLink
            href={`/account/devices?cursor=${encodeURIComponent(page.nextCursor)}`}
            tone="quiet"
            data-append="sessions"
          >
            {m.devices_more()}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function SessionItem({ session, now }: { session: Session; now: string }) {
  const { market, timeZone } = useShell();
  const { id, current, browser, client, address, createdAt, lastSeenAt } = session;
  const seen = current
    ? m.devices_now()
    : m.devices_seen({ when: formatAgo(lastSeenAt, now, timeZone, market.locale) });
  const since = m.devices_since({ date: formatTime(createdAt, 'date', timeZone, market.locale) });
  return (
    <SettingsItem
      icon={iconOf(session)}
      title={client === 'api' ? m.devices_app({ name: browser }) : browser}
      badge={current ? <Badge tone="success">{m.devices_this()}</Badge> : null}
      facts={[seen, address ? `${since} · ${address}` : since]}
    >
      {current ? null : (
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <Button tone="quiet" name="intent" value="end">
            {m.devices_end()}
            <span className="sr-only">{` ${browser}`}</span>
          </Button>
        </form>
      )}
    </SettingsItem>
  );
}

function iconOf({ client, browser }: Session): AccountIconName {
  if (client === 'api') return 'program';
  return /iPhone|Android/.test(browser) ? 'phone' : 'laptop';
}
