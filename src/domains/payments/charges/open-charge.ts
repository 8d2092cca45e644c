import type { Ctx } from '../../../platform/context.ts';
import { isConstraint, newId } from '../../../platform/db/index.ts';
import { type Money, stepOf } from '../../../platform/money/index.ts';
import { amountInvalid, chargeExists } from '../errors.ts';
import { platformOfMarket } from '../provider/platforms.ts';
import { tables } from '../tables.ts';
import { insertTransfer } from '../transfers/transfers.queries.ts';
import { type ChargeView, chargeView } from './charge-view.ts';
import { getChargeRow } from './charges.queries.ts';

export interface OpenCharge {
  /** What is paid for, `kind:UUID`; at most one charge each. */
  reference: string;
  /** Market code; the ledger is kept by market. */
  market: string;
  amount: Money;
  /** Our commission within the amount, in the same currency. */
  fee: Money;
  /** manual: authorised at payment and captured later. automatic: taken at payment. */
  capture: 'manual' | 'automatic';
  /** Who earns what is kept of it, without our commission, and from when on that may be sent to them. */
  payee?: { personId: string; settleAt: Temporal.Instant };
  /**
   * When what is paid for begins, where that is too far ahead to authorise now: the card is saved
   * at checkout, and charged from 48 hours before.
   */
  neededAt?: Temporal.Instant;
  /** From then on no payment page is opened. */
  expiresAt: Temporal.Instant;
}

/** The most the provider takes in one payment: eight digits of minor units. */
const amountMinorMax = 99_999_999;

/**
 * Opens a charge: a row, no network; meant for the transaction that makes what is paid for.
 * Throws amount_invalid, charge_exists.
 */
export async function openCharge(ctx: Ctx, input: OpenCharge): Promise<ChargeView> {
  const { amount, fee } = input;
  if (amount.minor < 1 || amount.minor > amountMinorMax) throw amountInvalid('amount');
  const step = stepOf(amount.currency);
  if (amount.minor % step !== 0) throw amountInvalid('amount');
  if (fee.minor < 0 || fee.minor > amount.minor || fee.currency !== amount.currency)
    throw amountInvalid('fee');
  if (fee.minor % step !== 0) throw amountInvalid('fee');
  const id = newId(ctx.clock);
  await insertCharge(ctx, id, input).catch((error: unknown) => {
    throw isConstraint(error, 'charges_reference_key') ? chargeExists(input.reference) : error;
  });
  if (input.payee) await planSettlement(ctx, id, input, input.payee);
  return chargeView(await getChargeRow(ctx, id));
}

async function insertCharge(ctx: Ctx, id: string, input: OpenCharge): Promise<void> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.charges')
    .values({
      id,
      reference: input.reference,
      market_code: input.market,
      platform: platformOfMarket(ctx, input.market),
      currency: input.amount.currency,
      amount_minor: input.amount.minor,
      fee_minor: input.fee.minor,
      capture: input.capture,
      status: 'created',
      last_known_status: 'created',
      needed_at: input.neededAt?.toString() ?? null,
      expires_at: input.expiresAt.toString(),
      created_at: now,
      updated_at: now,
    })
    .execute();
}

async function planSettlement(
  ctx: Ctx,
  chargeId: string,
  { market, amount }: OpenCharge,
  { personId, settleAt }: NonNullable<OpenCharge['payee']>,
): Promise<void> {
  const platform = platformOfMarket(ctx, market);
  const row = { chargeId, personId, platform, market, currency: amount.currency };
  await insertTransfer(ctx, row, settleAt);
}
