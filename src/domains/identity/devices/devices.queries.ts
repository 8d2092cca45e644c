import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface SeenDevice {
  personId: string;
  deviceId: string;
  /** Coarse name, as of `browserName`. */
  browser: string;
}

/** Returns whether the device is new to the account. */
export async function upsertDevice(
  ctx: Ctx,
  { personId, deviceId, browser }: SeenDevice,
): Promise<boolean> {
  const now = ctx.clock.now();
  const added = await tables(ctx)
    .insertInto('identity.devices')
    .values({
      person_id: personId,
      device_id: deviceId,
      browser,
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) => conflict.constraint('devices_pkey').doNothing())
    .returning('device_id')
    .executeTakeFirst();
  if (added) return true;
  await tables(ctx)
    .updateTable('identity.devices')
    .set({ last_seen_at: now })
    .where('person_id', '=', personId)
    .where('device_id', '=', deviceId)
    .where('browser', '=', browser)
    .execute();
  return false;
}

export async function countDevices(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('identity.devices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteDevicesSeenBefore(ctx: Ctx, instant: Temporal.Instant): Promise<void> {
  await tables(ctx).deleteFrom('identity.devices').where('last_seen_at', '<', instant).execute();
}
