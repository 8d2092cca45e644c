import type { Ctx } from '../../../platform/context.ts';
import { findPersonByKey } from '../people/people.queries.ts';
import { linkUrl } from './email-change.ts';
import * as queries from './email-changes.queries.ts';

export interface EmailChangeForMail {
  oldEmail: string;
  newEmail: string;
  /** Absent once it is confirmed, replaced, cancelled or too late. */
  confirmUrl?: string;
  /** Absent once it is undone, or too late. */
  undoUrl?: string;
  /** Another account already has the new address: its owner is written to, not the address. */
  ownerId?: string;
}

/** What mails about a change of address say; undefined when it is long forgotten. */
export async function emailChangeForMail(
  ctx: Ctx,
  changeId: string,
): Promise<EmailChangeForMail | undefined> {
  const change = await queries.findChange(ctx, changeId);
  if (!change) return undefined;
  const { personId, oldEmail, newEmail, newEmailKey } = change;
  const owner = await findPersonByKey(ctx, newEmailKey);
  const taken = owner?.emailVerifiedAt && owner.id !== personId;
  const { confirms, undoes } = linksThatWork(ctx, change);
  return {
    oldEmail,
    newEmail,
    ...(confirms && !taken && { confirmUrl: linkUrl(ctx, 'confirm', changeId) }),
    ...(undoes && { undoUrl: linkUrl(ctx, 'undo', changeId) }),
    ...(taken && { ownerId: owner.id }),
  };
}

function linksThatWork(
  { clock }: Ctx,
  { confirmedAt, endedAt, expiresAt, undoUntil }: queries.EmailChange,
): { confirms: boolean; undoes: boolean } {
  const isAhead = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, clock.now()) > 0;
  const confirms = !endedAt && !confirmedAt && isAhead(expiresAt);
  return { confirms, undoes: confirms || (!endedAt && undoUntil !== null && isAhead(undoUntil)) };
}
