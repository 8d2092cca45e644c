import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { trustedBrowserNotFound } from '../two-factor/errors.ts';
import { endTrust } from './end-trust.ts';
import { revokeTrust } from './trusted-browsers.queries.ts';

/** Throws not_found trusted_browser_not_found, also for somebody else's. */
export async function revokeTrustedBrowser(
  ctx: Ctx,
  { personId, id }: { personId: string; id: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if ((await revokeTrust(ctx, { personId, id })) === 0) throw trustedBrowserNotFound();
    await recordAudit(ctx, { action: 'trusted_browser_removed', personId });
  });
}

/** Returns how many were trusted. */
export async function revokeTrustedBrowsers(ctx: Ctx, personId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const count = await endTrust(ctx, personId);
    await recordAudit(ctx, { action: 'trusted_browsers_removed', personId, details: { count } });
    return count;
  });
}
