import type { Ctx } from '../../platform/context.ts';
import { tables } from './tables.ts';

export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const choice = await tables(ctx)
    .selectFrom('markets.choices')
    .select(['market_code as market', 'chosen_at as chosenAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return { choice: choice ?? null };
}

export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('markets.choices').where('person_id', '=', personId).execute();
}
