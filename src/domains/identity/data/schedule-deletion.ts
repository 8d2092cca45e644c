import type { Ctx, Person } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { conflict } from '../../../platform/errors/index.ts';
import type { DeletionBlocker } from '../../../platform/person-data/index.ts';
import { recordAudit } from '../audit/audit.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';
import { deletionCancelled, deletionScheduled } from '../events.ts';
import { requireOwnPassword } from '../passwords/own-password.ts';
import { lockPerson } from '../people/people.queries.ts';
import * as queries from './deletions.queries.ts';
import { eraseJob } from './erase-account.ts';

const graceDays = 14;

export interface ScheduleDeletion {
  person: Person;
  /** Asked for on top of a fresh proof where the page wants it. */
  password?: string | undefined;
  device: BrowserDevice | undefined;
}

/**
 * Has the account erased after 14 days, in which its owner can think better of it. Asking twice changes
 * nothing. Throws conflict deletion_blocked with the reasons, invalid password_wrong.
 */
export async function scheduleDeletion(
  ctx: Ctx,
  { person, password, device }: ScheduleDeletion,
): Promise<{ erasesAt: Temporal.Instant }> {
  const { id: personId } = person;
  if (password !== undefined)
    await requireOwnPassword(ctx, { person, password, device, field: 'password' });
  return inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    const open = await queries.findOpenDeletion(ctx, personId);
    if (open) return { erasesAt: open.erasesAt };
    const blockers = await ctx.personData.blockers(ctx, personId);
    if (blockers.length > 0) throw deletionBlocked(blockers);
    return schedule(ctx, personId);
  });
}

async function schedule(ctx: Ctx, personId: string): Promise<{ erasesAt: Temporal.Instant }> {
  const id = newId(ctx.clock);
  const requestedAt = ctx.clock.now();
  const erasesAt = requestedAt.add({ hours: 24 * graceDays });
  await queries.insertDeletion(ctx, { id, personId, requestedAt, erasesAt });
  await recordAudit(ctx, { action: 'deletion_scheduled', personId });
  await ctx.events.publish(ctx, deletionScheduled, { personId, changeId: id });
  await ctx.jobs.enqueue(ctx, eraseJob, { deletionId: id, personId }, { startAt: erasesAt });
  return { erasesAt };
}

const deletionBlocked = (reasons: DeletionBlocker[]) =>
  conflict('deletion_blocked', reasons.map(({ detail }) => detail).join(' '), {
    details: { reasons },
  });

/** When the account will be erased, if it will. */
export async function getDeletion(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<{ erasesAt: Temporal.Instant | null }> {
  const open = await queries.findOpenDeletion(ctx, personId);
  return { erasesAt: open?.erasesAt ?? null };
}

/** Keeps the account. Idempotent. */
export async function cancelDeletion(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const cancelled = await queries.cancelOpenDeletion(ctx, personId);
    if (!cancelled) return;
    await recordAudit(ctx, { action: 'deletion_cancelled', personId });
    await ctx.events.publish(ctx, deletionCancelled, { personId, changeId: cancelled.id });
  });
}
