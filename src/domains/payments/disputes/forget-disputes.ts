import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import { forgetConversation } from '../webhooks/forget-events.ts';

/** Takes the payer out of what we told their bank about these charges; how each dispute ended stays. */
export async function forgetDisputes(ctx: Ctx, chargeIds: readonly string[]): Promise<void> {
  const rows = await tables(ctx)
    .updateTable('payments.disputes')
    .set({ evidence: '{}', refusal: null })
    .where('charge_id', '=', sql<string>`any(${[...chargeIds]}::uuid[])`)
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  await tables(ctx)
    .updateTable('payments.dispute_files')
    .set({ name: 'file' })
    .where('dispute_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  await forgetConversation(ctx, { kind: 'dispute', ids });
}
