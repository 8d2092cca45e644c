import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import type { EmailChangeEnd } from './tables.ts';

export interface EmailChange {
  id: string;
  personId: string;
  oldEmail: string;
  oldEmailKey: string;
  newEmail: string;
  newEmailKey: string;
  requestedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  confirmedAt: Temporal.Instant | null;
  undoUntil: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
}

const columns = [
  'id',
  'person_id as personId',
  'old_email as oldEmail',
  'old_email_key as oldEmailKey',
  'new_email as newEmail',
  'new_email_key as newEmailKey',
  'requested_at as requestedAt',
  'expires_at as expiresAt',
  'confirmed_at as confirmedAt',
  'undo_until as undoUntil',
  'ended_at as endedAt',
] as const;

export type NewEmailChange = Omit<EmailChange, 'confirmedAt' | 'undoUntil' | 'endedAt'> & {
  confirmHash: Buffer;
  undoHash: Buffer;
};

export async function insertChange(ctx: Ctx, change: NewEmailChange): Promise<void> {
  await tables(ctx)
    .insertInto('identity.email_changes')
    .values({
      id: change.id,
      person_id: change.personId,
      old_email: change.oldEmail,
      old_email_key: change.oldEmailKey,
      new_email: change.newEmail,
      new_email_key: change.newEmailKey,
      confirm_hash: change.confirmHash,
      undo_hash: change.undoHash,
      requested_at: change.requestedAt,
      expires_at: change.expiresAt,
    })
    .execute();
}

const changes = (ctx: Ctx) => tables(ctx).selectFrom('identity.email_changes').select(columns);

export const findChange = (ctx: Ctx, id: string): Promise<EmailChange | undefined> =>
  changes(ctx).where('id', '=', id).executeTakeFirst();

export const findChangeByConfirmHash = (ctx: Ctx, hash: Buffer): Promise<EmailChange | undefined> =>
  changes(ctx).where('confirm_hash', '=', hash).executeTakeFirst();

export const findChangeByUndoHash = (ctx: Ctx, hash: Buffer): Promise<EmailChange | undefined> =>
  changes(ctx).where('undo_hash', '=', hash).executeTakeFirst();

/** The wish that waits to be confirmed. */
export const findPendingChange = (ctx: Ctx, personId: string): Promise<EmailChange | undefined> =>
  changes(ctx)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .executeTakeFirst();

/** Ends the wish that waits, expired or not. Returns whether there was one. */
export async function endPendingChange(
  ctx: Ctx,
  personId: string,
  reason: EmailChangeEnd,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('identity.email_changes')
    .set({ ended_at: ctx.clock.now(), end_reason: reason })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Of two confirmations at once one gets true; none does after it was ended or has expired. */
export async function markConfirmed(
  ctx: Ctx,
  id: string,
  { now, undoUntil }: Record<'now' | 'undoUntil', Temporal.Instant>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('identity.email_changes')
    .set({ confirmed_at: now, undo_until: undoUntil })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Undoes a change, or the wish for one. Returns it as it was, to the first who asks in time. */
export function markUndone(ctx: Ctx, id: string): Promise<EmailChange | undefined> {
  const now = ctx.clock.now();
  return tables(ctx)
    .updateTable('identity.email_changes')
    .set({ ended_at: now, end_reason: 'undone' })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('confirmed_at', 'is', null), eb('expires_at', '>', now)]),
        eb('undo_until', '>', now),
      ]),
    )
    .returning(columns)
    .executeTakeFirst();
}

/** What came after goes too: its undo link went to an address that is no longer trusted. */
export async function overtakeLater(
  ctx: Ctx,
  { id, personId, requestedAt }: EmailChange,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.email_changes')
    .set({ ended_at: ctx.clock.now(), end_reason: 'overtaken' })
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .where('requested_at', '>=', requestedAt)
    .where('ended_at', 'is', null)
    .execute();
}

export async function setEmail(
  ctx: Ctx,
  personId: string,
  { email, emailKey }: { email: string; emailKey: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.people')
    .set({ email, email_key: emailKey, email_verified_at: ctx.clock.now() })
    .where('id', '=', personId)
    .execute();
}

/** The account that holds this address without ever having confirmed it; nobody else gets it meanwhile. */
export async function findUnconfirmedHolder(
  ctx: Ctx,
  emailKey: string,
): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('identity.people')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('email_verified_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.id;
}

export async function deleteChangesRequestedBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.email_changes')
    .where('requested_at', '<', instant)
    .execute();
}
