import type { Ctx } from '../../platform/context.ts';
import type { DeletionBlocker } from '../../platform/person-data/index.ts';
import { erasePayer, exportPayer, payerBlockers } from './customers/person-data.ts';
import { exportPayouts, forgetPayouts, payoutBlockers } from './payouts/payouts-person-data.ts';

/** What is kept by person; charges are kept by reference, and asked for by who opened them. */
export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  return { ...(await exportPayer(ctx, personId)), ...(await exportPayouts(ctx, personId)) };
}

export async function deletionBlockers(ctx: Ctx, personId: string): Promise<DeletionBlocker[]> {
  return [...(await payerBlockers(ctx, personId)), ...(await payoutBlockers(ctx, personId))];
}

export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await erasePayer(ctx, personId);
  await forgetPayouts(ctx, personId);
}
