import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface Reset {
  id: string;
  personId: string;
  takesEffectAt: Temporal.Instant;
  stoppedAt: Temporal.Instant | null;
  doneAt: Temporal.Instant | null;
}

const resets = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('identity.two_factor_resets')
    .select([
      'id',
      'person_id as personId',
      'takes_effect_at as takesEffectAt',
      'stopped_at as stoppedAt',
      'done_at as doneAt',
    ]);

export const findReset = (ctx: Ctx, id: string): Promise<Reset | undefined> =>
  resets(ctx).where('id', '=', id).executeTakeFirst();

export const findResetByHash = (ctx: Ctx, tokenHash: Buffer): Promise<Reset | undefined> =>
  resets(ctx).where('token_hash', '=', tokenHash).executeTakeFirst();

export const findOpenResetOf = (ctx: Ctx, personId: string): Promise<Reset | undefined> =>
  resets(ctx)
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();

export async function insertReset(
  ctx: Ctx,
  reset: {
    id: string;
    personId: string;
    operatorId: string;
    tokenHash: Buffer;
    requestedAt: Temporal.Instant;
    takesEffectAt: Temporal.Instant;
  },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.two_factor_resets')
    .values({
      id: reset.id,
      person_id: reset.personId,
      operator_id: reset.operatorId,
      token_hash: reset.tokenHash,
      requested_at: reset.requestedAt,
      takes_effect_at: reset.takesEffectAt,
    })
    .execute();
}

/** Of stopping it and of its taking effect, one happens. */
export async function stopReset(ctx: Ctx, id: string): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.two_factor_resets')
    .set({ stopped_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function stopResetOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity.two_factor_resets')
    .set({ stopped_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .execute();
}

export async function markResetDone(ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .updateTable('identity.two_factor_resets')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('takes_effect_at', '<=', now)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
