import type { Ctx } from '../../../platform/context.ts';
import type { Caution } from '../content/exercise.ts';
import { tables } from '../tables.ts';

export async function findCautions(ctx: Ctx, personId: string): Promise<Caution[]> {
  const row = await tables(ctx)
    .selectFrom('practice.cautions')
    .select('cautions')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.cautions ?? [];
}

export async function upsertCautions(
  ctx: Ctx,
  personId: string,
  cautions: Caution[],
): Promise<void> {
  const change = { cautions, updated_at: ctx.clock.now() };
  await tables(ctx)
    .insertInto('practice.cautions')
    .values({ person_id: personId, ...change })
    .onConflict((conflict) => conflict.constraint('cautions_pkey').doUpdateSet(change))
    .execute();
}

export async function deleteCautionsOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.cautions').where('person_id', '=', personId).execute();
}
