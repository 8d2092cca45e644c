import { type Ctx, personOf } from '../../../platform/context.ts';
import type { Caution } from '../content/exercise.ts';
import { deleteCautionsOf, findCautions, upsertCautions } from './cautions.queries.ts';

/** What one's own body asks to be careful with; nothing for who is not signed in. */
export const listCautions = async (ctx: Ctx): Promise<Caution[]> =>
  ctx.actor.kind === 'person' ? findCautions(ctx, ctx.actor.id) : [];

/** Puts these in the place of those before; without any nothing is kept. */
export async function setCautions(
  ctx: Ctx,
  { cautions }: { cautions: readonly Caution[] },
): Promise<void> {
  const { id } = personOf(ctx);
  const kept = [...new Set(cautions)].sort();
  await (kept.length > 0 ? upsertCautions(ctx, id, kept) : deleteCautionsOf(ctx, id));
}
