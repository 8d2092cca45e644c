import type { Ctx } from '../../../platform/context.ts';
import {
  changeTransfer,
  listOwing,
  type Payee,
  reservedBy,
  type Transfer,
} from './transfers.queries.ts';

export const owedOf = (row: Transfer): number =>
  row.owed_minor - row.recovered_minor - row.written_off_minor;

/** What can be kept back of the payee's next transfer for what they owe; under `lockPayee`. */
export async function owedBy(ctx: Ctx, payee: Payee & { id: string }): Promise<number> {
  const rows = await listOwing(ctx, payee);
  const owed = rows.reduce((sum, row) => sum + owedOf(row), 0);
  return Math.max(0, owed - (await reservedBy(ctx, payee, payee.id)));
}

/** Notes what a transfer kept back, on the oldest debts first; under `lockPayee`. */
export async function recover(ctx: Ctx, transfer: Transfer): Promise<void> {
  let left = transfer.netted_minor;
  if (left === 0) return;
  for (const row of await listOwing(ctx, transfer)) {
    const part = Math.min(left, owedOf(row));
    left -= part;
    const recovered_minor = row.recovered_minor + part;
    if (part > 0) await changeTransfer(ctx, row, { recovered_minor }, 'recovered');
  }
}
