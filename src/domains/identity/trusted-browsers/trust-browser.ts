import type { Ctx } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { browserName } from '../devices/browser-name.ts';
import type { Browser } from '../sign-in/browser.ts';
import { insertTrustedBrowser, revokeTrust } from './trusted-browsers.queries.ts';

/**
 * Spares this browser the second step from now on. The token is always a new one, so that nobody can
 * plant theirs; the one that the browser had for this person is revoked.
 */
export async function trustBrowser(
  ctx: Ctx,
  { personId, browser }: { personId: string; browser: Browser },
): Promise<{ token: string; secondsValid: number }> {
  const { trustToken, userAgent } = browser;
  if (trustToken !== undefined) await revokeTrust(ctx, { personId, tokenHash: sha256(trustToken) });
  const id = newId(ctx.clock);
  const token = randomToken();
  const hours = ctx.config.trustedBrowserDays * 24;
  await insertTrustedBrowser(ctx, {
    id,
    personId,
    tokenHash: sha256(token),
    browser: browserName(userAgent),
    expiresAt: ctx.clock.now().add({ hours }),
  });
  await recordAudit(ctx, {
    action: 'trusted_browser_added',
    personId,
    details: { browser: browserName(userAgent) },
  });
  return { token, secondsValid: hours * 3600 };
}
