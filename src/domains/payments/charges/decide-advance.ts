import type { EventType } from '../../../platform/events/index.ts';
import { type Money, money, subtract } from '../../../platform/money/index.ts';
import type { DefaultCard } from '../customers/find-default-card.ts';
import {
  chargeActionNeeded,
  chargeAuthorised,
  chargeCaptured,
  chargeCardSaved,
  chargeFailed,
  chargeRefunded,
  chargeVoided,
} from '../events.ts';
import {
  authorisePosting,
  capturePosting,
  feesPosting,
  type Posting,
  refundFailedPosting,
  refundPosting,
  settledRefundPosting,
  voidPosting,
} from '../ledger/postings.ts';
import { type ChargeStatus, type KnownStatus, stepsBetween } from './charge-states.ts';
import type { Charge, ChargeChanges } from './charges.queries.ts';
import { commissionOn } from './commission.ts';
import type { ChargeFacts, ObservedRefund } from './observe-charge.ts';

/** Something to be told, by `events.publish`. */
export interface Told<T = object> {
  event: EventType<T>;
  data: T;
}

/** All that follows from a look at a charge. */
export interface ChargeDecision {
  set: ChargeChanges;
  transitions: { from: ChargeStatus; to: ChargeStatus }[];
  /** Refunds that are new, or moved. */
  refunds: ObservedRefund[];
  /** Those of them that bounced. */
  bounced: ObservedRefund[];
  postings: Posting[];
  events: Told[];
}

/** Whom the charge's money was sent on to already. */
export type Settlement = { personId: string } | undefined;

/** What is known besides the charge itself. */
export interface Known {
  known: readonly ObservedRefund[];
  facts: ChargeFacts;
  settlement: Settlement;
  /** What the payer of a payment on the spot has saved since. */
  card: DefaultCard | undefined;
  now: Temporal.Instant;
}

/**
 * Pure: what becomes of a charge, and what is booked and told, by what was seen; undefined when
 * that is older than what we know.
 */
export function decideAdvance(charge: Charge, around: Known): ChargeDecision | undefined {
  const { known, facts, settlement } = around;
  if (facts.attempt < charge.tries && facts.intentId) return undefined;
  if (isAskedAgain(charge, facts)) return decideLapse(charge, around);
  const refundedMinor = sumOf(mergeRefunds(known, facts.refunds));
  const target = targetOf(charge, facts, refundedMinor);
  const steps = stepsBetween(charge.last_known_status, target);
  if (!steps) return undefined;
  const set = changesFor(charge, facts, target, refundedMinor);
  const after = { ...charge, ...set };
  const refunds = facts.refunds.filter((refund) => isNews(refund, known));
  return {
    set,
    transitions: transitionsOf(charge, steps),
    refunds,
    bounced: refunds.filter(({ status }) => status === 'failed'),
    postings: [
      ...stepPostings(after, [charge.last_known_status, ...steps]),
      ...refundPostings(after, { known, refunds, settlement }),
      ...facts.fees.map(({ balanceTransactionId, fee }) => feesPosting(balanceTransactionId, fee)),
    ],
    events: [
      ...steps.flatMap((step) => stepEvents(after, step)),
      ...(after.failed_tries > charge.failed_tries ? [actionEvent(after)] : []),
      ...refunds
        .filter((refund) => isFirst(refund, known))
        .map((refund) => refundEvent(after, refund)),
    ],
  };
}

/** An authorisation that ran out is asked for again, once; of a payment on the spot only if we saw it. */
const isAskedAgain = (charge: Charge, facts: ChargeFacts): boolean =>
  facts.lapsed &&
  charge.lapsed_at === null &&
  charge.keep_minor !== 0 &&
  lapsing.includes(charge.last_known_status);

const lapsing: readonly KnownStatus[] = ['authorised', 'card_saved', 'action_needed'];

/** On the card that is saved, with nobody there; without one, the payer is asked to pay on the page. */
function decideLapse(charge: Charge, { card, now }: Known): ChargeDecision {
  const method = charge.provider_method_id ?? card?.method ?? null;
  const target = method ? 'card_saved' : 'action_needed';
  const set = {
    status: target,
    last_known_status: target,
    provider_session_id: null,
    provider_session_url: null,
    provider_intent_id: null,
    provider_customer_id: charge.provider_customer_id ?? card?.customer ?? null,
    provider_method_id: method,
    tries: charge.tries + 1,
    // Without a card there is nothing to try with nobody there.
    tried_at: method ? null : now,
    lapsed_at: now,
    capture_before: null,
    abandoned_at: null,
  } as const;
  const amount = money(charge.amount_minor, charge.currency);
  const wasAuthorised = charge.last_known_status === 'authorised';
  return {
    set,
    transitions: transitionsOf(charge, charge.last_known_status === target ? [] : [target]),
    refunds: [],
    bounced: [],
    postings: wasAuthorised ? [voidPosting(charge.id, amount, charge.tries)] : [],
    events: method ? [] : [actionEvent(charge)],
  };
}

const sumOf = (refunds: readonly ObservedRefund[]) =>
  refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

function mergeRefunds(known: readonly ObservedRefund[], seen: readonly ObservedRefund[]) {
  return [...new Map([...known, ...seen].map((refund) => [refund.id, refund])).values()];
}

/** A refund that bounced still counts: that money is owed to the payer, no longer kept for us. */
function withRefunds({ status, capturedMinor }: ChargeFacts, refundedMinor: number): KnownStatus {
  if (status !== 'captured' || refundedMinor === 0) return status;
  return refundedMinor < capturedMinor ? 'partly_refunded' : 'refunded';
}

/** What a card is saved for goes on while a page to pay it is open, or is left unpaid. */
function targetOf(charge: Charge, facts: ChargeFacts, refundedMinor: number): KnownStatus {
  const status = withRefunds(facts, refundedMinor);
  const last = charge.last_known_status;
  if (last !== 'card_saved' && last !== 'action_needed') return status;
  if (status === 'open' || status === 'created' || status === 'card_saved') return last;
  if (isPageLeft(charge, facts)) return last;
  return status === 'failed' && facts.session ? 'action_needed' : status;
}

/** The payment that was begun there ends with the page: it is over, what it is for is not. */
const isPageLeft = ({ last_known_status: last }: Charge, facts: ChargeFacts): boolean =>
  (last === 'card_saved' || last === 'action_needed') &&
  facts.status === 'voided' &&
  (facts.session !== null || facts.intentId !== null);

function changesFor(
  charge: Charge,
  facts: ChargeFacts,
  target: KnownStatus,
  refundedMinor: number,
): ChargeChanges {
  const isDeclined = target === 'action_needed' && facts.status === 'action_needed';
  return {
    status: target,
    last_known_status: target,
    ...pageAfter(charge, facts, target),
    provider_intent_id: isPageLeft(charge, facts)
      ? null
      : (facts.intentId ?? charge.provider_intent_id),
    provider_charge_id: facts.providerChargeId ?? charge.provider_charge_id,
    provider_customer_id: facts.method?.customer ?? charge.provider_customer_id,
    provider_method_id: charge.provider_method_id ?? facts.method?.id ?? null,
    failed_tries: isDeclined ? Math.max(charge.failed_tries, facts.attempt) : charge.failed_tries,
    capture_before: facts.captureBefore ?? charge.capture_before,
    captured_minor: facts.capturedMinor,
    refunded_minor: refundedMinor,
    decline_code: declineAfter(charge, facts, target),
  };
}

/** The page that is open. With a saved card one is opened only to pay after all, and forgotten when left. */
function pageAfter(charge: Charge, { session }: ChargeFacts, target: KnownStatus) {
  const isSaved = target === 'card_saved' || target === 'action_needed';
  const isPage = session?.mode === 'payment' && session.isOpen;
  if (isSaved && session && !isPage)
    return { provider_session_id: null, provider_session_url: null };
  return {
    provider_session_id: charge.provider_session_id ?? session?.id ?? null,
    provider_session_url: charge.provider_session_url ?? session?.url ?? null,
  };
}

function declineAfter(charge: Charge, facts: ChargeFacts, target: KnownStatus): string | null {
  if (target === 'open') return facts.declineCode;
  return target === 'action_needed' ? (facts.declineCode ?? charge.decline_code) : null;
}

function transitionsOf(charge: Charge, steps: KnownStatus[]): ChargeDecision['transitions'] {
  const path: ChargeStatus[] = [charge.last_known_status, ...steps];
  // What was unknown is first found where it was.
  if (charge.status === 'unknown') path.unshift('unknown');
  return path.slice(1).map((to, index) => ({ from: path[index]!, to }));
}

function stepPostings(charge: Charge, path: KnownStatus[]): Posting[] {
  const amount = money(charge.amount_minor, charge.currency);
  return path.slice(1).flatMap((to, index) => {
    if (to === 'authorised') return [authorisePosting(charge.id, amount, charge.tries)];
    if (to === 'captured')
      return [capturePosting(charge.id, amount, money(charge.captured_minor, charge.currency))];
    const letGo = (to === 'voided' || to === 'failed') && path[index] === 'authorised';
    return letGo ? [voidPosting(charge.id, amount, charge.tries)] : [];
  });
}

function stepEvents(charge: Charge, to: KnownStatus): Told[] {
  const fact = { chargeId: charge.id, reference: charge.reference };
  switch (to) {
    case 'card_saved':
      return [{ event: chargeCardSaved, data: fact }];
    case 'authorised':
      return [{ event: chargeAuthorised, data: fact }];
    case 'captured':
      return [{ event: chargeCaptured, data: { ...fact, amountMinor: charge.captured_minor } }];
    case 'voided':
      return [{ event: chargeVoided, data: fact }];
    case 'failed':
      return [{ event: chargeFailed, data: fact }];
    default:
      return [];
  }
}

const actionEvent = ({ id, reference }: Charge): Told => ({
  event: chargeActionNeeded,
  data: { chargeId: id, reference },
});

/** Refunds go pending, succeeded, and may bounce even after that. */
const refundOrder = ['pending', 'succeeded', 'failed'];

function isNews(refund: ObservedRefund, known: readonly ObservedRefund[]): boolean {
  const before = known.find(({ id }) => id === refund.id);
  return !before || refundOrder.indexOf(refund.status) > refundOrder.indexOf(before.status);
}

const isFirst = (refund: ObservedRefund, known: readonly ObservedRefund[]): boolean =>
  refund.status !== 'failed' && !known.some(({ id }) => id === refund.id);

const refundEvent = ({ id, reference }: Charge, refund: ObservedRefund): Told => ({
  event: chargeRefunded,
  data: { chargeId: id, reference, amountMinor: refund.amountMinor },
});

interface Refunding {
  known: readonly ObservedRefund[];
  refunds: readonly ObservedRefund[];
  settlement: Settlement;
}

function refundPostings(charge: Charge, { known, refunds, settlement }: Refunding): Posting[] {
  let keptMinor = charge.captured_minor - charge.lost_minor - sumOf(known);
  return refunds.flatMap((refund) => {
    const amount = money(refund.amountMinor, charge.currency);
    const postings: Posting[] = [];
    if (!known.some(({ id }) => id === refund.id)) {
      const commission = commissionBack(charge, keptMinor, refund.amountMinor);
      postings.push(
        settlement
          ? settledRefundPosting(refund.id, { refunded: amount, commission, ...settlement })
          : refundPosting(refund.id, amount),
      );
      keptMinor -= refund.amountMinor;
    }
    if (refund.status === 'failed') postings.push(refundFailedPosting(refund.id, amount));
    return postings;
  });
}

/** How much less commission there is once that much is given back; parts always sum. */
function commissionBack(charge: Charge, keptMinor: number, refundMinor: number): Money {
  return subtract(commissionOn(charge, keptMinor), commissionOn(charge, keptMinor - refundMinor));
}
