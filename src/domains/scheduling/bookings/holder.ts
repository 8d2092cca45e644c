import type { Actor } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { forbidden } from '../../../platform/errors/index.ts';

/** Who a hold belongs to: a person, or whoever has the guest cookie (only its hash is kept). */
export interface Holder {
  learnerId: string | null;
  guestKeyHash: Buffer | null;
}

/** Throws forbidden `no_holder` for a caller who could not be found again. */
export function holderOf(actor: Actor): Holder {
  if (actor.kind === 'system') throw forbidden('no_holder', 'The system books no lessons.');
  const guestKeyHash = actor.guestKey ? sha256(actor.guestKey) : null;
  const learnerId = actor.kind === 'person' ? actor.id : null;
  if (!learnerId && !guestKeyHash)
    throw forbidden('no_holder', 'A guest needs the cookie that names the hold.');
  return { learnerId, guestKeyHash };
}
