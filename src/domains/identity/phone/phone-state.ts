import type { Ctx } from '../../../platform/context.ts';
import { coolDownSeconds, triesMax } from './phone-code.ts';
import * as queries from './phone-codes.queries.ts';

export interface PendingPhone {
  /** E.164. */
  phone: string;
  expiresAt: Temporal.Instant;
  /** From when on another code may be asked for. */
  resendAt: Temporal.Instant;
  /** 0: the code is dead, only a new one helps. */
  triesLeft: number;
}

export interface PhoneState {
  /** Whether this installation can send SMS at all. */
  available: boolean;
  /** The confirmed number, in E.164. */
  phone: string | null;
  pending: PendingPhone | null;
}

export async function getPhone(ctx: Ctx, { personId }: { personId: string }): Promise<PhoneState> {
  const phone = await queries.findPhone(ctx, personId);
  const open = await queries.findOpenCode(ctx, personId);
  const waits = open && Temporal.Instant.compare(open.expiresAt, ctx.clock.now()) > 0;
  return {
    available: ctx.sms.via !== 'none',
    phone,
    pending: waits ? pendingOf(open) : null,
  };
}

export function pendingOf({ phone, createdAt, expiresAt, tries }: queries.PhoneCode): PendingPhone {
  return {
    phone,
    expiresAt,
    resendAt: createdAt.add({ seconds: coolDownSeconds }),
    triesLeft: triesMax - tries,
  };
}
