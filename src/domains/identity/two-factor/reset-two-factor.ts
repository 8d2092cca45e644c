import type { Ctx, Person } from '../../../platform/context.ts';
import { hmac, sha256 } from '../../../platform/crypto/index.ts';
import { inTransaction, isConstraint, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { linkUnknown } from '../errors.ts';
import { twoFactorResetRequested } from '../events.ts';
import { getPerson } from '../people/people.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { resetOver, resetUnderWay, twoFactorOff } from './errors.ts';
import { removeTwoFactor } from './remove-two-factor.ts';
import * as queries from './resets.queries.ts';
import { findTotp } from './totp.queries.ts';

export const finishResetJob = 'identity.finish-two-factor-reset';

/** Long enough to read the mail after a weekend, and to stop what one did not ask for. */
const hoursToStop = 72;

/** Derived from the id, as in every mailed link, so that the database holds its hash alone. */
const tokenText = (ctx: Ctx, id: string) => hmac(ctx.config.secretKey, `two_factor_reset:${id}`);

/**
 * An operator begins to take the second step off the account of who has lost app, codes and passkeys.
 * The person is told at once and can stop it for 72 hours. Returns when it takes effect. Throws
 * not_found person_not_found, conflict two_factor_off or reset_under_way.
 */
export async function requestTwoFactorReset(
  ctx: Ctx,
  { operator, personId }: { operator: Person; personId: string },
): Promise<Temporal.Instant> {
  await getPerson(ctx, personId);
  if (!(await findTotp(ctx, personId))?.enabledAt) throw twoFactorOff();
  const open = await queries.findOpenResetOf(ctx, personId);
  if (open) throw resetUnderWay(open.takesEffectAt);
  const id = newId(ctx.clock);
  const requestedAt = ctx.clock.now();
  const takesEffectAt = requestedAt.add({ hours: hoursToStop });
  const tokenHash = sha256(tokenText(ctx, id));
  const reset = {
    id,
    personId,
    operatorId: operator.id,
    tokenHash,
    requestedAt,
    takesEffectAt,
  };
  try {
    await inTransaction(ctx, (ctx) => begin(ctx, reset));
  } catch (error) {
    if (isConstraint(error, 'two_factor_resets_one_open')) throw resetUnderWay(takesEffectAt);
    throw error;
  }
  return takesEffectAt;
}

async function begin(ctx: Ctx, reset: Parameters<typeof queries.insertReset>[1]): Promise<void> {
  const { id: resetId, personId, takesEffectAt } = reset;
  await queries.insertReset(ctx, reset);
  await recordAudit(ctx, { action: 'two_factor_reset_requested', personId, details: { resetId } });
  await ctx.events.publish(ctx, twoFactorResetRequested, { personId, resetId });
  await ctx.jobs.enqueue(ctx, finishResetJob, { resetId }, { startAt: takesEffectAt });
}

/** The address that stops it, for the mail; undefined once it is over. */
export async function twoFactorResetLink(
  ctx: Ctx,
  resetId: string,
): Promise<{ url: string; takesEffectAt: Temporal.Instant } | undefined> {
  const reset = await queries.findReset(ctx, resetId);
  if (!reset || isOver(reset)) return undefined;
  const url = `${ctx.config.publicUrl}/two-factor/stop-reset?token=${tokenText(ctx, resetId)}`;
  return { url, takesEffectAt: reset.takesEffectAt };
}

/** The person wants their second step to stay. Throws `invalid`: link_unknown, reset_over. */
export async function stopTwoFactorReset(ctx: Ctx, { token }: { token: string }): Promise<void> {
  const reset = await queries.findResetByHash(ctx, sha256(token));
  if (!reset) throw linkUnknown();
  const { id: resetId, personId } = reset;
  await inTransaction(ctx, async (ctx) => {
    if (!(await queries.stopReset(ctx, resetId))) throw resetOver();
    await recordAudit(ctx, { action: 'two_factor_reset_stopped', personId, details: { resetId } });
  });
}

/** The job at the end of the wait; runs once, and does nothing when it was stopped. */
export async function finishTwoFactorReset(
  ctx: Ctx,
  { resetId }: { resetId: string },
): Promise<void> {
  const reset = await queries.findReset(ctx, resetId);
  if (!reset || isOver(reset)) return;
  const { personId, takesEffectAt } = reset;
  if (Temporal.Instant.compare(ctx.clock.now(), takesEffectAt) < 0) return finishLater(ctx, reset);
  await inTransaction(ctx, async (ctx) => {
    if (!(await queries.markResetDone(ctx, resetId))) return;
    await removeTwoFactor(ctx, personId);
    await endSessions(ctx, { personId, reason: 'two_factor_reset' });
    await recordAudit(ctx, { action: 'two_factor_reset_done', personId, details: { resetId } });
  });
}

/** The queue goes by the database's clock, which may be ahead of ours. */
const finishLater = (ctx: Ctx, { id: resetId, takesEffectAt }: queries.Reset) =>
  ctx.jobs.enqueue(
    ctx,
    finishResetJob,
    { resetId },
    { startAt: takesEffectAt.add({ minutes: 1 }) },
  );

const isOver = ({ stoppedAt, doneAt }: queries.Reset) => stoppedAt !== null || doneAt !== null;
