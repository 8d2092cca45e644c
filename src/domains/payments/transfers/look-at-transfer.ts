import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import type { LookReason } from '../provider/subject.ts';
import type { TransferSnapshot } from './decide-transfer.ts';
import { groupOf, type TransferCall } from './transfer-calls.ts';
import { getTransfer, type Transfer } from './transfers.queries.ts';

/** Reads a transfer and what came back of it; after a call, also when there is none. */
export async function lookAtTransfer(
  ctx: Ctx,
  id: string,
  { call, answer, object }: LookReason<TransferCall>,
): Promise<TransferSnapshot | undefined> {
  const row = await getTransfer(ctx, id);
  const stripe = provider(ctx, row.platform);
  const made = call?.operation === 'transfer' && answer?.kind === 'accepted' && answer.object.id;
  const known = row.provider_transfer_id ?? object?.id ?? (made || undefined);
  const found = known ?? (await findInGroup(stripe, row));
  if (!found) return call ? { transfer: null, reversals: [] } : undefined;
  const transfer = await stripe.transfers.retrieve(found);
  const reversals =
    transfer.amount_reversed === 0
      ? []
      : await stripe.transfers
          .listReversals(found, { limit: 100 })
          .autoPagingToArray({ limit: 1000 });
  return { transfer, reversals };
}

/** The transfer that a lost answer may have made. */
async function findInGroup(stripe: Stripe, row: Transfer): Promise<string | undefined> {
  const { data } = await stripe.transfers.list({ transfer_group: groupOf(row), limit: 100 });
  return data.find(({ metadata }) => metadata?.['transfer_id'] === row.id)?.id;
}
