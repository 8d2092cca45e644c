import { hash } from 'node:crypto';

export type CallStatus = 'pending' | 'succeeded' | 'failed' | 'unknown';

/**
 * Something we ask the provider to do, with exactly the parameters that go over the wire. Each
 * noun narrows it to its own operations.
 */
export interface CallRequest {
  operation: string;
  params: object;
}

/** Keys name the reference, the operation and the attempt: `booking:UUID:capture:1`. */
export function idempotencyKey(reference: string, operation: string, attempt: number): string {
  return `${reference}:${operation}:${attempt}`;
}

/** The same for equal parameters whatever their order, as jsonb does not keep it. */
export function hashParams(params: object): string {
  return hash('sha256', canonicalJson(params));
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The provider forgets a key after 24 hours; we stop using it an hour earlier. */
const keyLifeHours = 23;

export function keyStillHolds(createdAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, createdAt.add({ hours: keyLifeHours })) < 0;
}

/** Asked 1, 5 and 15 minutes after the call; a person is called then, and we ask on every hour. */
export function minutesUntilNextAsk(asked: number): number {
  return [1, 4, 10][asked] ?? 60;
}

export const asksBeforePerson = 3;

/** Calls of one operation that were known to have no effect. We go on trying, a minute apart. */
export const attemptsBeforePerson = 3;
