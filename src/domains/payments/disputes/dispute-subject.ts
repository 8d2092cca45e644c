import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import type { EventObject, EventOrigin, Found, Subject, SubjectRow } from '../provider/subject.ts';
import { advanceDispute } from './advance-dispute.ts';
import { isAnswerable } from './dispute-states.ts';
import {
  changeDispute,
  type Dispute,
  findDispute,
  getDisputeRow,
  lockDispute,
  reportDispute,
} from './disputes.queries.ts';
import type { Evidence } from './evidence.ts';
import { findDisputedCharge } from './find-disputed-charge.ts';
import { observeDispute } from './observe-dispute.ts';

/** All that is ever asked of the provider about a dispute. */
export type DisputeCall =
  | { operation: 'submit_evidence'; params: { dispute: string; evidence: Evidence } }
  | { operation: 'accept'; params: { dispute: string } };

type LockedDispute = Dispute & SubjectRow;

/** What a payer's bank asks back. Only an operator's answer is ever sent; the rest is watched. */
export const disputeSubject: Subject<DisputeCall, Stripe.Dispute, LockedDispute> = {
  kind: 'dispute',
  objects: ['dispute'],
  send(stripe, { operation, params }, options) {
    if (operation === 'accept') return stripe.disputes.close(params.dispute, {}, options);
    const { dispute, evidence } = params as { dispute: string; evidence: Evidence };
    return stripe.disputes.update(dispute, { evidence, submit: true }, options);
  },
  async look(ctx, id) {
    const { platform, provider_dispute_id } = await getDisputeRow(ctx, id);
    return provider(ctx, platform).disputes.retrieve(provider_dispute_id);
  },
  // Either answer ends the waiting for one.
  hasEffect: (_call, seen) => !isAnswerable(observeDispute(seen).status),
  lock: async (ctx, id) => ({ ...(await lockDispute(ctx, id)), reference: `dispute:${id}` }),
  advance: advanceDispute,
  // The provider says what is wrong with it: the operator reads that and answers again.
  async refused(ctx, id, _call, { message }) {
    const undone = { answer: null, answered_by: null, answered_at: null };
    await changeDispute(ctx, id, { ...undone, refusal: message });
    return true;
  },
  async next(_ctx, { answer, status, evidence, provider_dispute_id: dispute }) {
    if (!answer || !isAnswerable(status)) return undefined;
    return () =>
      answer === 'accept'
        ? { operation: 'accept', params: { dispute } }
        : { operation: 'submit_evidence', params: { dispute, evidence } };
  },
  find: findDisputeOf,
};

async function findDisputeOf(
  ctx: Ctx,
  object: EventObject,
  event: EventOrigin,
): Promise<Found | undefined> {
  const known = await findDispute(ctx, object.id);
  if (known) return known;
  const charge = await findDisputedCharge(ctx, object, event);
  return charge?.platform === event.platform ? reportDispute(ctx, object.id, charge) : undefined;
}
