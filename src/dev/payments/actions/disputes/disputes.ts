import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import {
  buildDispute,
  evidenceDays,
  noEvidence,
  type DisputeReason,
} from '../../objects/dispute.ts';
import { recordBalance } from '../balance/record-balance.ts';

/** What a dispute costs, in minor units, win or lose. */
const disputeFee = 1500;
const daySeconds = 86_400;
const secondsUntilJudged = 5;
const longestReviewDays = 75;

export interface OpenDisputeInput {
  reason: DisputeReason;
  inquiry: boolean;
}

/** The bank takes the money back for the time being; an inquiry leaves it where it is. */
export function openDispute(
  op: Operation,
  charge: Stripe.Charge,
  { reason, inquiry }: OpenDisputeInput,
): Stripe.Dispute {
  charge.disputed = true;
  const dispute = buildDispute(charge, { reason, inquiry, created: op.now });
  op.store.disputes.set(dispute.id, dispute);
  op.schedule('dispute_deadline', dispute.id, evidenceDays * daySeconds);
  op.publish('charge.dispute.created', dispute);
  if (inquiry) return dispute;
  const transaction = recordBalance(op, {
    type: 'adjustment',
    amount: -dispute.amount,
    fee: disputeFee,
    feeDescription: 'Dispute fee',
    currency: dispute.currency,
    source: dispute.id,
    description: `Chargeback withdrawal for ${charge.id}`,
    availableOn: op.now,
  });
  dispute.balance_transactions = [structuredClone(transaction)];
  op.publish('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** For the cards that are disputed by themselves. */
export function disputeCharge(op: Operation, id: string): void {
  const charge = op.store.charges.get(id);
  if (!charge || charge.disputed || charge.refunded) return;
  const trait = op.store.traits.get(id);
  openDispute(op, charge, {
    reason:
      trait === 'disputed_not_received'
        ? 'product_not_received'
        : trait === 'inquired'
          ? 'general'
          : 'fraudulent',
    inquiry: trait === 'inquired',
  });
}

const isOpen = ({ status }: Stripe.Dispute) =>
  status === 'needs_response' || status === 'warning_needs_response';
const isReviewed = ({ status }: Stripe.Dispute) =>
  status === 'under_review' || status === 'warning_under_review';

/** The bank's judgement. Money that was taken back returns when it is won; the fee does not. */
export function closeDispute(op: Operation, dispute: Stripe.Dispute, won: boolean): void {
  if (!isOpen(dispute) && !isReviewed(dispute)) return;
  const asked = dispute.status.startsWith('warning');
  dispute.status = asked ? 'warning_closed' : won ? 'won' : 'lost';
  dispute.is_charge_refundable = asked || won;
  if (won && !asked) {
    const transaction = recordBalance(op, {
      type: 'adjustment',
      category: 'dispute_reversal',
      amount: dispute.amount,
      fee: 0,
      currency: dispute.currency,
      source: dispute.id,
      description: `Chargeback reversal for ${idOf(dispute.charge)}`,
      availableOn: op.now,
    });
    dispute.balance_transactions.push(structuredClone(transaction));
    op.publish('charge.dispute.funds_reinstated', dispute);
  }
  op.publish('charge.dispute.closed', dispute);
}

/** Nobody answered in time. */
export function passDisputeDeadline(op: Operation, id: string): void {
  const dispute = op.store.disputes.get(id);
  if (!dispute || !isOpen(dispute)) return;
  dispute.evidence_details.past_due = true;
  closeDispute(op, dispute, false);
}

/** What was sent is judged: by the provider's magic words at once, otherwise in the end against us. */
export function judgeDispute(op: Operation, id: string): void {
  const dispute = op.store.disputes.get(id);
  if (!dispute || !isReviewed(dispute)) return;
  closeDispute(op, dispute, dispute.evidence.uncategorized_text === 'winning_evidence');
}

const evidenceFields = Object.keys(noEvidence).filter((name) => name !== 'enhanced_evidence');
const fileFields = new Set([
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]);
const evidenceCharactersMax = 150_000;

export interface UpdateDisputeInput {
  evidence: Record<string, string | null>;
  submit: boolean;
  metadata: Record<string, string>;
}

export function readUpdateDispute(params: Params): UpdateDisputeInput {
  const given = params.object('evidence');
  const evidence = evidenceFields.flatMap((name) => {
    const value = given?.clearable(name, 20_000);
    return value === undefined ? [] : [[name, value] as const];
  });
  const length = evidence.reduce((sum, [, value]) => sum + (value?.length ?? 0), 0);
  if (length > evidenceCharactersMax) {
    throw invalidRequest(`Evidence has at most ${evidenceCharactersMax} characters in all.`, {
      param: 'evidence',
    });
  }
  return {
    evidence: Object.fromEntries(evidence),
    // Updating submits, unless the call says otherwise.
    submit: params.flag('submit') ?? given !== undefined,
    metadata: params.metadataChange(),
  };
}

function checkFiles(op: Operation, evidence: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(evidence)) {
    if (value === null || !fileFields.has(name)) continue;
    const file = op.store.files.get(value);
    if (file?.purpose === 'dispute_evidence') continue;
    throw invalidRequest(`No such file upload: '${value}'`, {
      code: 'resource_missing',
      param: `evidence[${name}]`,
    });
  }
}

export function updateDispute(
  op: Operation,
  dispute: Stripe.Dispute,
  input: UpdateDisputeInput,
): Stripe.Dispute {
  const hasNew = Object.keys(input.evidence).length > 0;
  if ((hasNew || input.submit) && !isOpen(dispute)) {
    throw invalidRequest(`This dispute is ${dispute.status}: it takes no more evidence.`, {
      code: 'dispute_not_open',
    });
  }
  checkFiles(op, input.evidence);
  Object.assign(dispute.evidence, input.evidence);
  const { enhanced_evidence: _none, ...plain } = dispute.evidence;
  const details = dispute.evidence_details;
  details.has_evidence = Object.values(plain).some((value) => value !== null);
  applyMetadata(dispute, input.metadata);
  if (input.submit) submit(op, dispute);
  op.publish('charge.dispute.updated', dispute);
  return dispute;
}

function submit(op: Operation, dispute: Stripe.Dispute): void {
  const details = dispute.evidence_details;
  details.submission_count += 1;
  details.submission_method = 'manual';
  dispute.status = dispute.status.startsWith('warning') ? 'warning_under_review' : 'under_review';
  const word = dispute.evidence.uncategorized_text ?? '';
  const decided = ['losing_evidence', 'winning_evidence'].includes(word);
  op.schedule(
    'settle_dispute',
    dispute.id,
    decided ? secondsUntilJudged : longestReviewDays * daySeconds,
  );
}

/** `POST /v1/disputes/:id/close`: gives in. */
export function acceptDispute(op: Operation, dispute: Stripe.Dispute): Stripe.Dispute {
  if (!isOpen(dispute)) {
    throw invalidRequest(`This dispute is ${dispute.status} already.`, {
      code: 'dispute_not_open',
    });
  }
  closeDispute(op, dispute, false);
  return dispute;
}
