import type { Ctx } from '../../../platform/context.ts';
import { recordAudit } from '../audit/audit.ts';
import { newDevice } from '../events.ts';
import { browserName } from './browser-name.ts';
import { countDevices, upsertDevice } from './devices.queries.ts';

export interface NoteDevice {
  personId: string;
  deviceId: string;
  userAgent: string | undefined;
}

/**
 * Remembers the browser. The person hears of one that the account has not seen, by its cookie and its
 * coarse name: a stolen cookie in another browser is news too. The very first makes no notice.
 */
export async function noteDevice(
  ctx: Ctx,
  { personId, deviceId, userAgent }: NoteDevice,
): Promise<void> {
  const browser = browserName(userAgent);
  const isNew = await upsertDevice(ctx, { personId, deviceId, browser });
  if (!isNew || (await countDevices(ctx, personId)) === 1) return;
  await recordAudit(ctx, { action: 'new_device', personId, details: { browser } });
  const at = ctx.clock.now().toString();
  await ctx.events.publish(ctx, newDevice, { personId, deviceId, browser, at });
}
