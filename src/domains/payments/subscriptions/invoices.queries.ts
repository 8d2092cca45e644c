import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import type { SubscriptionInvoicesTable } from '../plus-tables.ts';
import { tables } from '../tables.ts';
import type { KnownInvoice } from './decide-subscription.ts';
import type { ObservedInvoice, ObservedRefund } from './observe-subscription.ts';

export type SubscriptionInvoice = Selectable<SubscriptionInvoicesTable>;

const invoiceColumns = [
  'id',
  'subscription_id',
  'person_id',
  'provider_invoice_id',
  'provider_intent_id',
  'number',
  'status',
  'currency',
  'total_minor',
  'paid_minor',
  'attempts',
  'lines',
  'card_brand',
  'card_last4',
  'issued_at',
  'paid_at',
] as const;

/** What is known of these invoices of the provider, with their refunds. */
export async function findKnownInvoices(
  ctx: Ctx,
  providerIds: readonly string[],
): Promise<KnownInvoice[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.subscription_invoices')
    .select(['id', 'provider_invoice_id', 'status', 'attempts'])
    .where('provider_invoice_id', '=', sql<string>`any(${[...providerIds]}::text[])`)
    .execute();
  const refunds = await tables(ctx)
    .selectFrom('payments.subscription_refunds')
    .select(['invoice_id', 'provider_refund_id', 'amount_minor', 'status'])
    .where('invoice_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute();
  const byInvoice = Map.groupBy(refunds, ({ invoice_id: id }) => id);
  return rows.map(({ id, provider_invoice_id, status, attempts }) => ({
    id: provider_invoice_id,
    status,
    attempts,
    refunds: (byInvoice.get(id) ?? []).map((refund) => ({
      id: refund.provider_refund_id,
      amountMinor: refund.amount_minor,
      status: refund.status,
    })),
  }));
}

/** Writes an invoice as it was seen, with its refunds. */
export async function saveInvoice(
  ctx: Ctx,
  subscription: { id: string; person_id: string | null },
  seen: ObservedInvoice,
): Promise<void> {
  const seenNow = {
    provider_intent_id: seen.intentId,
    number: seen.number,
    status: seen.status,
    total_minor: seen.totalMinor,
    paid_minor: seen.paidMinor,
    attempts: seen.attempts,
    lines: JSON.stringify(seen.lines),
    card_brand: seen.card?.brand ?? null,
    card_last4: seen.card?.last4 ?? null,
    issued_at: seen.issuedAt.toString(),
    paid_at: seen.paidAt?.toString() ?? null,
  };
  const { id } = await tables(ctx)
    .insertInto('payments.subscription_invoices')
    .values({
      id: newId(ctx.clock),
      subscription_id: subscription.id,
      person_id: subscription.person_id,
      provider_invoice_id: seen.id,
      currency: seen.currency,
      ...seenNow,
    })
    .onConflict((conflict) =>
      conflict.constraint('subscription_invoices_provider_invoice_key').doUpdateSet(seenNow),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const refund of seen.refunds) await saveRefund(ctx, id, refund);
}

async function saveRefund(ctx: Ctx, invoiceId: string, refund: ObservedRefund): Promise<void> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.subscription_refunds')
    .values({
      id: newId(ctx.clock),
      invoice_id: invoiceId,
      provider_refund_id: refund.id,
      amount_minor: refund.amountMinor,
      status: refund.status,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('subscription_refunds_provider_refund_key')
        .doUpdateSet({ status: refund.status, updated_at: now }),
    )
    .execute();
}

/** What was given back of an invoice; a refund that bounced still counts, as it is owed. */
export async function sumRefunds(ctx: Ctx, providerInvoiceId: string): Promise<number> {
  const { sum } = await tables(ctx)
    .selectFrom('payments.subscription_refunds as refund')
    .innerJoin('payments.subscription_invoices as invoice', 'invoice.id', 'refund.invoice_id')
    .select(sql<number>`coalesce(sum(refund.amount_minor), 0)::bigint`.as('sum'))
    .where('invoice.provider_invoice_id', '=', providerInvoiceId)
    .executeTakeFirstOrThrow();
  return sum;
}

/** The newest paid invoices of a subscription, newest first. */
export async function listPaidInvoices(
  ctx: Ctx,
  subscriptionId: string,
  limit: number,
): Promise<SubscriptionInvoice[]> {
  return tables(ctx)
    .selectFrom('payments.subscription_invoices')
    .select(invoiceColumns)
    .where('subscription_id', '=', subscriptionId)
    .where('status', '=', 'paid')
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
}

/** Of these invoices, those that can't change any more unless an event says so; and older ones that still can. */
export async function findSettledInvoices(
  ctx: Ctx,
  providerSubscriptionId: string,
  newest: readonly string[],
): Promise<{ settled: Set<string>; unsettled: string[] }> {
  const rows = await tables(ctx)
    .selectFrom('payments.subscription_invoices as invoice')
    .innerJoin('payments.subscriptions as subscription', 'subscription.id', 'subscription_id')
    .select('provider_invoice_id as id')
    .select((where) =>
      where
        .or([
          where('invoice.status', '=', 'open'),
          where.exists(
            where
              .selectFrom('payments.subscription_refunds as refund')
              .select('refund.id')
              .whereRef('refund.invoice_id', '=', 'invoice.id')
              .where('refund.status', '=', 'pending'),
          ),
        ])
        .as('isUnsettled'),
    )
    .where('provider_subscription_id', '=', providerSubscriptionId)
    .orderBy('issued_at', 'desc')
    .limit(newest.length + olderMax)
    .execute();
  return {
    settled: new Set(rows.filter(({ isUnsettled }) => !isUnsettled).map(({ id }) => id)),
    unsettled: rows.filter(({ isUnsettled }) => isUnsettled).map(({ id }) => id),
  };
}

/** Beyond the newest, how far back one that is not settled is looked for. */
const olderMax = 40;

/** The provider's id of the invoice that a payment settled. */
export async function findInvoiceByIntent(ctx: Ctx, intentId: string): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.subscription_invoices')
    .select('provider_invoice_id')
    .where('provider_intent_id', '=', intentId)
    .limit(1)
    .executeTakeFirst();
  return row?.provider_invoice_id;
}

/** The payment that settled an invoice. */
export async function findIntentOfInvoice(
  ctx: Ctx,
  providerInvoiceId: string,
): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.subscription_invoices')
    .select('provider_intent_id')
    .where('provider_invoice_id', '=', providerInvoiceId)
    .executeTakeFirst();
  return row?.provider_intent_id ?? undefined;
}

/** An invoice by the provider's id. */
export function findInvoice(
  ctx: Ctx,
  providerInvoiceId: string,
): Promise<SubscriptionInvoice | undefined> {
  return tables(ctx)
    .selectFrom('payments.subscription_invoices')
    .select(invoiceColumns)
    .where('provider_invoice_id', '=', providerInvoiceId)
    .executeTakeFirst();
}
