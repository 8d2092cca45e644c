import { timingSafeEqual } from 'node:crypto';
import type { Actor, Person } from '../../platform/context.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import type { BookingStatus } from './bookings/booking-states.ts';
import { signInRequired } from './errors.ts';

/** What someone is to a booking; undefined is a stranger, to whom it does not exist. */
export type BookingRole = 'learner' | 'instructor' | 'guest' | 'operator';

export interface BookingParties {
  status: BookingStatus;
  learnerId: string | null;
  guestKeyHash: Buffer | null;
  instructorPersonId: string;
}

export function roleIn(booking: BookingParties, actor: Actor): BookingRole | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind === 'person') {
    if (booking.learnerId === actor.id) return 'learner';
    if (booking.instructorPersonId === actor.id) return 'instructor';
  }
  if (holdsAsGuest(booking, actor.guestKey)) return 'guest';
  return actor.kind === 'person' && actor.operatorScopes.includes('people')
    ? 'operator'
    : undefined;
}

/** A guest is known by the cookie's key, and only while nobody has claimed the hold. */
function holdsAsGuest(
  { status, learnerId, guestKeyHash }: BookingParties,
  guestKey: string | undefined,
): boolean {
  if (status !== 'held' && status !== 'expired') return false;
  return (
    learnerId === null &&
    guestKeyHash !== null &&
    guestKey !== undefined &&
    timingSafeEqual(guestKeyHash, sha256(guestKey))
  );
}

/** The caller as a person; for routes that only they reach. */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw signInRequired();
  return actor;
}
