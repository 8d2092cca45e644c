import { invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { buildInvoice, type LineDraft } from '../../objects/invoice.ts';
import type { Period } from '../../objects/subscription.ts';
import type { WireInvoice, WireSubscription } from '../../wire.ts';
import { getCustomer, getSubscription } from '../find.ts';
import { lineOfItem, pendingItems } from './draft-invoice.ts';
import { periodEnd, recurrenceOf } from './periods.ts';
import { planChange, type Change, type ChangeInput } from './subscription-change.ts';
import {
  periodLine,
  periodOf,
  planItems,
  prorationLines,
  readItems,
} from './subscription-items.ts';
import { prorations, readTrialEnd } from './update-subscription.ts';

export interface PreviewInput extends ChangeInput {
  customer: string | undefined;
  subscription: string | undefined;
  cancelNow: boolean;
  cancelAtPeriodEnd: boolean;
}

export function readPreview(params: Params): PreviewInput {
  const details = params.object('subscription_details');
  return {
    customer: params.text('customer'),
    subscription: params.text('subscription'),
    items: details ? readItems(details) : [],
    proration: details?.oneOf('proration_behavior', prorations) ?? 'create_prorations',
    prorationDate: details?.integer('proration_date'),
    restart: details?.oneOf('billing_cycle_anchor', ['now', 'unchanged']) === 'now',
    trialEnd: details && readTrialEnd(details),
    cancelNow: details?.flag('cancel_now') ?? false,
    cancelAtPeriodEnd: details?.flag('cancel_at_period_end') ?? false,
  };
}

/** The period after the one that runs, as it will be charged when that one ends. */
function nextPeriod(
  op: Operation,
  subscription: WireSubscription,
  { items, period, anchor }: Change,
): LineDraft[] {
  const kept = items.filter(({ removed }) => !removed);
  const end = periodEnd(anchor, period.end, recurrenceOf(kept[0]!.price));
  return kept.map((item) =>
    periodLine(
      op,
      subscription.id,
      { ...item, itemId: item.existing?.id ?? null },
      { start: period.end, end },
    ),
  );
}

interface Preview {
  lines: LineDraft[];
  period: Period;
  at: number;
}

function previewEnd(op: Operation, subscription: WireSubscription, input: PreviewInput): Preview {
  const items = planItems(op, subscription.items.data, []);
  const credit =
    input.cancelNow && input.proration !== 'none' && subscription.status === 'active'
      ? prorationLines(op, subscription, items, op.now, true)
      : [];
  return { lines: credit, period: periodOf(subscription), at: op.now };
}

function previewChange(
  op: Operation,
  subscription: WireSubscription,
  input: PreviewInput,
): Preview {
  const change = planChange(op, subscription, input);
  const invoicesNow = change.invoices;
  return {
    lines: [
      ...change.prorations,
      ...(invoicesNow ? change.wholePeriod : nextPeriod(op, subscription, change)),
    ],
    period: invoicesNow ? { start: op.now, end: op.now } : change.period,
    at: invoicesNow ? op.now : change.period.end,
  };
}

/** The invoice a change would bring (or, without one, the next renewal's). Nothing is kept of it. */
export function previewInvoice(outer: Operation, input: PreviewInput): WireInvoice {
  if (input.subscription === undefined) {
    throw invalidRequest('The local emulator previews invoices of a subscription.', {
      code: 'parameter_missing',
      param: 'subscription',
    });
  }
  const subscription = getSubscription(outer.store, input.subscription);
  const op = outer.onClock(subscription.test_clock as string | null);
  const ends = subscription.status === 'canceled' || input.cancelAtPeriodEnd || input.cancelNow;
  const changes = input.items.length > 0 || input.restart || input.trialEnd !== undefined;
  if (
    subscription.status === 'canceled' ||
    (subscription.cancel_at !== null && !changes && !ends)
  ) {
    throw invalidRequest(`No upcoming invoices for subscription: ${subscription.id}`, {
      code: 'invoice_upcoming_none',
      status: 404,
    });
  }
  const customer = getCustomer(op.store, subscription.customer as string);
  const preview = ends
    ? previewEnd(op, subscription, input)
    : previewChange(op, subscription, input);
  const pending = pendingItems(op, { currency: subscription.currency, customer, subscription });
  const invoice = buildInvoice({
    id: newId('upcoming_in'),
    customer,
    currency: subscription.currency,
    reason: changes && preview.at === op.now ? 'subscription_update' : 'upcoming',
    subscription,
    lines: [...pending.map((item) => lineOfItem(op, item)), ...preview.lines],
    period: preview.period,
    description: null,
    metadata: {},
    autoAdvance: false,
    finalisesAt: null,
    collection: 'charge_automatically',
    dueDate: null,
    country: op.platform.country,
    seller: op.platform.name,
    created: preview.at,
  });
  const due = Math.max(0, invoice.total + customer.balance);
  Object.assign(invoice, {
    amount_due: due,
    amount_remaining: due,
    ending_balance: Math.min(0, invoice.total + customer.balance),
  });
  return invoice;
}
