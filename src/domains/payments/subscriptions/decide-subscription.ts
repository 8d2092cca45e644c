import type { EventType } from '../../../platform/events/index.ts';
import { money } from '../../../platform/money/index.ts';
import {
  plusChanged,
  plusEnded,
  plusEnding,
  plusPaid,
  plusPaymentFailed,
  plusResumed,
  plusStarted,
  plusStopped,
  plusTrialEnding,
} from '../plus-events.ts';
import { feesPosting, type Posting } from '../ledger/postings.ts';
import type { ObservedInvoice, ObservedRefund, SubscriptionFacts } from './observe-subscription.ts';
import { plusPaidPosting, plusRefundFailedPosting, plusRefundPosting } from './plus-postings.ts';
import { type SubscriptionStatus, stepsBetween } from './subscription-states.ts';
import type { Subscription, SubscriptionChanges } from './subscriptions.queries.ts';

/** How long Plus goes on while a payment fails, from the first try. */
const graceDays = 7;

/** A renewal takes the provider an hour, and its event may be late: nobody stands before a closed door meanwhile. */
const renewalHours = 24;

const trialWarningHours = 3 * 24;

/** What is known of an invoice. */
export interface KnownInvoice {
  id: string;
  status: ObservedInvoice['status'];
  attempts: number;
  refunds: ObservedRefund[];
}

export interface Told<T = object> {
  event: EventType<T>;
  data: T;
}

/** All that follows from a look. */
export interface Decision {
  set: SubscriptionChanges;
  steps: SubscriptionStatus[];
  postings: Posting[];
  events: Told[];
  invoices: ObservedInvoice[];
}

/** Pure: what becomes of a subscription by what was seen; undefined when a newer look was there first. */
export function decideSubscription(
  row: Subscription,
  known: readonly KnownInvoice[],
  facts: SubscriptionFacts,
  now: Temporal.Instant,
): Decision | undefined {
  if (facts.look <= row.look_applied) return undefined;
  const status = statusFor(row, facts, now);
  const steps = stepsBetween(row.status, status);
  if (!steps) return undefined;
  const seen = fieldsFor(row, facts, status);
  const set = { ...seen, ...fulfilled({ ...row, ...seen }), look_applied: facts.look };
  const after = { ...row, ...set };
  return {
    set: { ...set, ...(isTrialEnding(after, now) && { trial_warned_at: now.toString() }) },
    steps,
    postings: postingsFor(known, facts.invoices),
    events: [
      ...eventsFor(row, after, now),
      ...facts.invoices.flatMap((invoice) => paymentEvents(row, now, known, invoice, status)),
    ],
    invoices: facts.invoices,
  };
}

function statusFor(
  row: Subscription,
  facts: SubscriptionFacts,
  now: Temporal.Instant,
): SubscriptionStatus {
  switch (facts.status) {
    case 'none':
      return row.status;
    case 'trialing':
    case 'active':
      return facts.endsAt ? 'cancelling' : facts.status;
    case 'failing':
      return facts.owed && isBefore(now, graceEnd(facts.owed.since)) ? 'grace' : 'past_due';
    case 'open':
    case 'abandoned':
    case 'ended':
      return facts.status;
  }
}

const graceEnd = (since: Temporal.Instant) => since.add({ hours: graceDays * 24 });

function fieldsFor(row: Subscription, facts: SubscriptionFacts, status: SubscriptionStatus) {
  const { session, owed, period } = facts;
  return {
    status,
    provider_session_id: row.provider_session_id ?? session?.id ?? null,
    provider_session_url: row.provider_session_url ?? session?.url ?? null,
    provider_subscription_id: facts.subscriptionId ?? row.provider_subscription_id,
    provider_item_id: facts.itemId ?? row.provider_item_id,
    provider_method_id: facts.methodId ?? row.provider_method_id,
    plan_id: facts.planId ?? row.plan_id,
    next_plan_id: facts.subscriptionId ? facts.nextPlanId : row.next_plan_id,
    trial_ends_at: text(facts.trialEndsAt ?? row.trial_ends_at),
    period_starts_at: text(period?.from ?? row.period_starts_at),
    period_ends_at: text(period?.until ?? row.period_ends_at),
    ends_at: text(facts.endsAt),
    ended_at: text(status === 'ended' ? facts.endedAt : null),
    end_reason: facts.endReason,
    grace_ends_at: text(owed && graceEnd(owed.since)),
    plus_until: text(plusUntil(facts, status)),
    invoice_url: owed?.url ?? null,
  };
}

function plusUntil(facts: SubscriptionFacts, status: SubscriptionStatus): Temporal.Instant | null {
  switch (status) {
    case 'trialing':
    case 'active':
      return facts.period && facts.period.until.add({ hours: renewalHours });
    case 'cancelling':
      return facts.endsAt;
    case 'grace':
    case 'past_due':
      return facts.owed && graceEnd(facts.owed.since);
    case 'ended':
      return facts.endedAt;
    case 'created':
    case 'open':
    case 'abandoned':
      return null;
  }
}

/** Instructions that hold by now are over: what is changed later elsewhere is not changed back. */
function fulfilled(row: {
  status: SubscriptionStatus;
  plan_id: string;
  next_plan_id: string | null;
  ends_at: unknown;
  provider_method_id: string | null;
  wanted_plan_id: string | null;
  wanted_end: Subscription['wanted_end'];
  wanted_method_id: string | null;
}): SubscriptionChanges {
  const over = row.status === 'ended' || row.status === 'abandoned';
  const planHolds = row.wanted_plan_id === (row.next_plan_id ?? row.plan_id);
  const endHolds =
    (row.wanted_end === 'period_end' && row.ends_at !== null) ||
    (row.wanted_end === 'none' && row.ends_at === null);
  return {
    ...((over || planHolds) && { wanted_plan_id: null, wanted_plan_at: null }),
    ...((over || endHolds) && { wanted_end: null }),
    ...((over || row.wanted_method_id === row.provider_method_id) && { wanted_method_id: null }),
  };
}

/** The part of the moved row that events are about. */
interface After {
  status: SubscriptionStatus;
  plan_id: string;
  next_plan_id: string | null;
  /** RFC 3339. */
  trial_ends_at: string | null;
  trial_warned_at: unknown;
}

function isTrialEnding(after: After, now: Temporal.Instant): boolean {
  if (after.status !== 'trialing' || after.trial_warned_at || !after.trial_ends_at) return false;
  const endsAt = Temporal.Instant.from(after.trial_ends_at);
  return isBefore(endsAt.subtract({ hours: trialWarningHours }), now);
}

function eventsFor(before: Subscription, after: After, now: Temporal.Instant): Told[] {
  if (!before.person_id) return [];
  const fact = { subscriptionId: before.id, personId: before.person_id, at: now.toString() };
  const tell = <T>(event: EventType<T>, data: T) => [{ event, data } as Told];
  const was = before.status;
  const is = after.status;
  const begun = was === 'created' || was === 'open';
  return [
    ...(begun && is !== 'open' && is !== 'abandoned' && is !== 'created'
      ? tell(plusStarted, fact)
      : []),
    ...(is === 'cancelling' && was !== is ? tell(plusEnding, fact) : []),
    ...(was === 'cancelling' && (is === 'active' || is === 'trialing')
      ? tell(plusResumed, fact)
      : []),
    ...(is === 'past_due' && was !== is ? tell(plusStopped, fact) : []),
    ...(is === 'ended' && was !== is ? tell(plusEnded, fact) : []),
    ...(!begun && renewsAs(before) !== renewsAs(after) ? tell(plusChanged, fact) : []),
    ...(isTrialEnding(after, now) ? tell(plusTrialEnding, fact) : []),
  ];
}

const renewsAs = (row: { plan_id: string; next_plan_id: string | null }) =>
  row.next_plan_id ?? row.plan_id;

function paymentEvents(
  { id: subscriptionId, person_id: personId }: Subscription,
  now: Temporal.Instant,
  known: readonly KnownInvoice[],
  invoice: ObservedInvoice,
  status: SubscriptionStatus,
): Told[] {
  if (!personId) return [];
  const before = known.find(({ id }) => id === invoice.id);
  const fact = { subscriptionId, personId, providerInvoiceId: invoice.id, at: now.toString() };
  if (invoice.paidMinor > 0 && before?.status !== 'paid') return [{ event: plusPaid, data: fact }];
  const failed = invoice.status === 'open' && invoice.attempts > (before?.attempts ?? 0);
  if (!failed || (status !== 'grace' && status !== 'past_due')) return [];
  return [{ event: plusPaymentFailed, data: { ...fact, attempt: invoice.attempts } }];
}

/** Everything that moved our balance; what was booked before is not booked again. */
function postingsFor(known: readonly KnownInvoice[], invoices: readonly ObservedInvoice[]) {
  return invoices.flatMap((invoice) => [
    ...(invoice.paidMinor > 0
      ? [plusPaidPosting(invoice.id, money(invoice.paidMinor, invoice.currency))]
      : []),
    ...invoice.fees.map(({ balanceTransactionId, fee }) => feesPosting(balanceTransactionId, fee)),
    ...newRefunds(known, invoice).flatMap((refund) => {
      const amount = money(refund.amountMinor, invoice.currency);
      return [
        plusRefundPosting(refund.id, amount),
        ...(refund.status === 'failed' ? [plusRefundFailedPosting(refund.id, amount)] : []),
      ];
    }),
  ]);
}

function newRefunds(known: readonly KnownInvoice[], invoice: ObservedInvoice): ObservedRefund[] {
  const before = known.find(({ id }) => id === invoice.id)?.refunds ?? [];
  return invoice.refunds.filter((refund) => {
    const earlier = before.find(({ id }) => id === refund.id);
    return !earlier || earlier.status !== refund.status;
  });
}

const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
