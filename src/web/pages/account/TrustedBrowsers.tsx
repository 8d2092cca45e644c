import { m } from '../../../messages/messages.js';
import type { TrustedBrowser } from '../../api/types.ts';
import { formatAgo } from '../../format/ago.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { SettingsItem, SettingsList } from './SettingsList.tsx';

/** Browsers that are spared the second step, and how to end that. */
export function TrustedBrowsers({ items, now }: { items: TrustedBrowser[]; now: string }) {
  const { market, timeZone } = useShell();
  return (
    <section
      id="trusted"
      aria-labelledby="trusted-title"
      className="grid scroll-mt-6 gap-4 border-t border-line pt-6"
    >
      <div className="grid gap-1">
        <h2 id="trusted-title" className="text-22">
          {m.trusted_title()}
        </h2>
        <p className="measure text-14 text-soft">
          {items.length > 0 ? m.trusted_text() : m.trusted_none()}
        </p>
      </div>
      {items.length > 0 ? (
        <SettingsList>
          {items.map(({ id, current, browser, lastUsedAt, expiresAt }) => (
            <SettingsItem
              key={id}
              icon="laptop"
              title={browser}
              badge={current ? <Badge tone="success">{m.devices_this()}</Badge> : null}
              facts={[
                m.trusted_until({ date: formatTime(expiresAt, 'date', timeZone, market.locale) }),
                m.trusted_used({ when: formatAgo(lastUsedAt, now, timeZone, market.locale) }),
              ]}
            >
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <Button tone="quiet" name="intent" value="revoke">
                  {m.trusted_revoke()}
                  <span className="sr-only">{` ${browser}`}</span>
                </Button>
              </form>
            </SettingsItem>
          ))}
        </SettingsList>
      ) : null}
      {items.length > 1 ? (
        <form method="post">
          <Button tone="danger" name="intent" value="revoke-all">
            {m.trusted_revoke_all()}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
