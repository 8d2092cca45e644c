import type Stripe from 'stripe';
import type { ProviderCall } from '../provider/provider-calls.queries.ts';
import type { Sent } from '../provider/subject.ts';
import type { TransferSnapshot } from './decide-transfer.ts';
import type { Transfer } from './transfers.queries.ts';

/** All that is ever asked of the provider about a transfer. */
export type TransferCall =
  | { operation: 'transfer'; params: Stripe.TransferCreateParams }
  | {
      operation: 'reverse';
      params: { transfer: string } & Stripe.TransferCreateReversalParams;
    };

export function sendTransferCall(
  stripe: Stripe,
  call: TransferCall,
  options: Stripe.RequestOptions,
): Promise<Sent> {
  if (call.operation === 'transfer') return stripe.transfers.create(call.params, options);
  const { transfer, ...params } = call.params;
  return stripe.transfers.createReversal(transfer, params, options);
}

/** Whether the provider shows what the call asked for. */
export const transferCallHasEffect = (
  call: ProviderCall<TransferCall>,
  { transfer, reversals }: TransferSnapshot,
): boolean =>
  call.operation === 'transfer'
    ? transfer !== null
    : reversals.some(({ metadata }) => metadata?.call_id === call.id);

export const groupOf = ({ charge_id }: Transfer) => `charge_${charge_id}`;

export function transferRequest(
  row: Transfer,
  source: string | null,
  destination: string,
  callId: string,
): TransferCall {
  if (!source) throw new Error(`charge ${row.charge_id} was taken without a provider's charge`);
  return {
    operation: 'transfer',
    params: {
      amount: row.amount_minor,
      currency: row.currency.toLowerCase(),
      destination,
      source_transaction: source,
      transfer_group: groupOf(row),
      metadata: { transfer_id: row.id, charge_id: row.charge_id, call_id: callId },
    },
  };
}

export function reverseRequest(row: Transfer, amountMinor: number, callId: string): TransferCall {
  if (!row.provider_transfer_id) throw new Error(`transfer ${row.id} is not at the provider`);
  return {
    operation: 'reverse',
    params: {
      transfer: row.provider_transfer_id,
      amount: amountMinor,
      metadata: { transfer_id: row.id, call_id: callId },
    },
  };
}
