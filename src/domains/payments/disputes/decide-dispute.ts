import { type Money, money, subtract } from '../../../platform/money/index.ts';
import { commissionOn, keptOf } from '../charges/commission.ts';
import { ProviderDiffers } from '../errors.ts';
import type { Posting } from '../ledger/postings.ts';
import { lostPosting, movementPostings } from './dispute-postings.ts';
import { type DisputeStatus, leadsTo } from './dispute-states.ts';
import { type DisputeFacts, heldMinor } from './observe-dispute.ts';

interface KnownDispute {
  id: string;
  provider_dispute_id: string;
  status: DisputeStatus;
}

/** The charge it is about, as far as the money of a dispute goes. */
export interface DisputedCharge {
  provider_intent_id: string | null;
  currency: string;
  amount_minor: number;
  fee_minor: number;
  captured_minor: number;
  refunded_minor: number;
  lost_minor: number;
}

/** Whom the charge's money was sent on to already. */
export type SentOn = { personId: string } | undefined;

export interface DisputeDecision {
  status: Exclude<DisputeStatus, 'reported'>;
  moves: boolean;
  heldMinor: number;
  /** How much of the charge is gone with it, from now on. */
  lostMinor: number;
  postings: Posting[];
}

/**
 * Pure: what becomes of a dispute by what was seen, and what is booked; undefined when that is
 * older than what we know. Every posting has the name of its fact, so saying it again is harmless.
 * Throws ProviderDiffers for another's object.
 */
export function decideDispute(
  dispute: KnownDispute,
  { charge, sentOn }: { charge: DisputedCharge; sentOn: SentOn },
  facts: DisputeFacts,
): DisputeDecision | undefined {
  assertMatches(dispute, charge, facts);
  const moves = facts.status !== dispute.status;
  if (moves && !leadsTo(dispute.status, facts.status)) return undefined;
  const held = money(heldMinor(facts), charge.currency);
  const isLoss = moves && facts.status === 'lost' && held.minor > 0;
  const lost = money(isLoss ? Math.min(held.minor, keptOf(charge)) : 0, charge.currency);
  return {
    status: facts.status,
    moves,
    heldMinor: held.minor,
    lostMinor: lost.minor,
    postings: [
      ...facts.movements.flatMap(movementPostings),
      ...(isLoss
        ? [lostPosting(dispute.id, { held, lost, sentOn: share(charge, lost, sentOn) })]
        : []),
    ],
  };
}

function share(charge: DisputedCharge, lost: Money, sentOn: SentOn) {
  if (!sentOn) return undefined;
  const kept = keptOf(charge);
  const left = commissionOn(charge, kept - lost.minor);
  return { ...sentOn, commission: subtract(commissionOn(charge, kept), left) };
}

function assertMatches(dispute: KnownDispute, charge: DisputedCharge, facts: DisputeFacts): void {
  const { providerDisputeId: id } = facts;
  if (id !== dispute.provider_dispute_id) throw new ProviderDiffers(`${id} is another dispute`);
  if (facts.intentId !== charge.provider_intent_id)
    throw new ProviderDiffers(`${id} is about another charge`);
  const moneys = facts.movements.flatMap(({ amount, fee }) => [amount, fee]);
  if ([facts.amount, ...moneys].some(({ currency }) => currency !== charge.currency))
    throw new ProviderDiffers(`currency of ${id}`);
}
