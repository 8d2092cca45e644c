import type { Ctx } from '../../../platform/context.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { findMethodCard } from '../customers/customers.queries.ts';
import { getPlan } from '../plans/plans.queries.ts';
import type { PlanInterval } from '../plus-tables.ts';
import { findInvoice } from './invoices.queries.ts';
import type { SubscriptionStatus } from './subscription-states.ts';
import { getSubscriptionRow } from './subscriptions.queries.ts';

/** What a mail about a subscription says. */
export interface PlusForMail {
  status: SubscriptionStatus;
  interval: PlanInterval;
  price: Money;
  /** What it renews as. */
  next: { interval: PlanInterval; price: Money };
  trialEndsAt: Temporal.Instant | null;
  periodEndsAt: Temporal.Instant | null;
  endsAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  graceEndsAt: Temporal.Instant | null;
  payUrl: string | null;
  card: { brand: string; last4: string } | null;
  /** What is to be, or was, given back after an end at once. */
  refund: Money | null;
}

/** Throws plus_not_found, plan_not_found. */
export async function getPlusForMail(ctx: Ctx, subscriptionId: string): Promise<PlusForMail> {
  const row = await getSubscriptionRow(ctx, subscriptionId);
  const plan = await getPlan(ctx, row.plan_id);
  const next = row.next_plan_id ? await getPlan(ctx, row.next_plan_id) : plan;
  const card = row.provider_method_id && (await findMethodCard(ctx, row.provider_method_id));
  return {
    status: row.status,
    interval: plan.interval,
    price: money(plan.amount_minor, plan.currency),
    next: { interval: next.interval, price: money(next.amount_minor, next.currency) },
    trialEndsAt: row.trial_ends_at,
    periodEndsAt: row.period_ends_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    graceEndsAt: row.grace_ends_at,
    payUrl: row.invoice_url,
    card: card || null,
    refund: row.refund_minor ? money(row.refund_minor, row.currency) : null,
  };
}

/** What one invoice came to; undefined where it is not known. */
export async function findPlusInvoice(
  ctx: Ctx,
  providerInvoiceId: string,
): Promise<{ id: string; paid: Money; total: Money } | undefined> {
  const invoice = await findInvoice(ctx, providerInvoiceId);
  return (
    invoice && {
      id: invoice.id,
      paid: money(invoice.paid_minor, invoice.currency),
      total: money(invoice.total_minor, invoice.currency),
    }
  );
}
