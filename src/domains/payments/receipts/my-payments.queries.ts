import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import type { InvoiceLine } from '../subscriptions/observe-subscription.ts';

/** One payment of a person: for a lesson, or for Etude Plus. */
export interface PaymentRow {
  id: string;
  kind: 'lesson' | 'plus';
  /** "booking:UUID", or the provider's number of an invoice. */
  reference: string | null;
  /** What it was called on the payment page. */
  description: string | null;
  status: string;
  marketCode: string;
  currency: string;
  amountMinor: number;
  /** What was taken, or will be at the lesson. */
  paidMinor: number;
  refundedMinor: number;
  /** Why something was given back: "cancelled_by_learner". */
  reason: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  payUrl: string | null;
  lines: InvoiceLine[] | null;
  at: Temporal.Instant;
}

export interface PaymentRefund {
  amountMinor: number;
  status: 'pending' | 'succeeded' | 'failed';
  at: Temporal.Instant;
}

interface Page {
  after: { at: string; id: string } | undefined;
  limit: number;
}

/** What somebody began to pay and never did is no payment. */
const shownCharge = sql`(status in ('authorised', 'captured', 'partly_refunded', 'refunded', 'unknown')
  or (status = 'voided' and keep_minor is not null))`;

const lessonColumns = sql`id, 'lesson' as kind, reference, description, status, market_code as "marketCode",
  currency, amount_minor as "amountMinor",
  case when captured_minor > 0 then captured_minor when status = 'voided' then 0 else amount_minor end as "paidMinor",
  refunded_minor as "refundedMinor", keep_reason as reason, null::text as "cardBrand", null::text as "cardLast4",
  null::text as "payUrl", null::jsonb as lines, created_at as at`;

const plusColumns = sql`invoice.id, 'plus' as kind, invoice.number as reference, null::text as description,
  invoice.status, subscription.market_code as "marketCode", invoice.currency, invoice.total_minor as "amountMinor",
  invoice.paid_minor as "paidMinor",
  (select coalesce(sum(amount_minor), 0)::bigint from payments.subscription_refunds where invoice_id = invoice.id)
    as "refundedMinor",
  null::text as reason, invoice.card_brand as "cardBrand", invoice.card_last4 as "cardLast4",
  case when invoice.status = 'open' then subscription.invoice_url end as "payUrl", invoice.lines,
  invoice.issued_at as at`;

const invoices = sql`payments.subscription_invoices invoice
  join payments.subscriptions subscription on subscription.id = invoice.subscription_id`;

/** A page of a person's payments, newest first; each half is read by its own index. */
export async function listPaymentRows(
  ctx: Ctx,
  personId: string,
  { after, limit }: Page,
): Promise<PaymentRow[]> {
  const earlier = (at: string, id: string) =>
    after
      ? sql`(${sql.ref(at)}, ${sql.ref(id)}) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql`true`;
  const { rows } = await sql<PaymentRow>`
    (select ${lessonColumns} from payments.charges
      where payer_id = ${personId} and ${shownCharge} and ${earlier('created_at', 'id')}
      order by created_at desc, id desc limit ${limit})
    union all
    (select ${plusColumns} from ${invoices}
      where invoice.person_id = ${personId} and (invoice.paid_minor > 0 or invoice.status = 'open')
        and ${earlier('invoice.issued_at', 'invoice.id')}
      order by invoice.issued_at desc, invoice.id desc limit ${limit})
    order by at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

export async function findPaymentRow(
  ctx: Ctx,
  personId: string,
  id: string,
): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${lessonColumns} from payments.charges
      where id = ${id} and payer_id = ${personId} and ${shownCharge}
    union all
    select ${plusColumns} from ${invoices}
      where invoice.id = ${id} and invoice.person_id = ${personId}
        and (invoice.paid_minor > 0 or invoice.status = 'open')`.execute(ctx.db);
  return rows[0];
}

/** The refunds of these payments, oldest first, by payment. */
export async function findPaymentRefunds(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, PaymentRefund[]>> {
  const any = sql<string>`any(${[...ids]}::uuid[])`;
  const ofCharges = await tables(ctx)
    .selectFrom('payments.refunds')
    .select(['charge_id as id', 'amount_minor as amountMinor', 'status', 'created_at as at'])
    .where('charge_id', '=', any)
    .orderBy('created_at')
    .execute();
  const ofInvoices = await tables(ctx)
    .selectFrom('payments.subscription_refunds')
    .select(['invoice_id as id', 'amount_minor as amountMinor', 'status', 'created_at as at'])
    .where('invoice_id', '=', any)
    .orderBy('created_at')
    .execute();
  return Map.groupBy([...ofCharges, ...ofInvoices], ({ id }) => id);
}
