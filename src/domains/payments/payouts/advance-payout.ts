import type { Ctx } from '../../../platform/context.ts';
import { ProviderDiffers } from '../errors.ts';
import { payoutFailed, payoutSent } from '../events.ts';
import type { PayoutFacts, PayoutLine } from './observe-payout.ts';
import { hasLeft, isLater, type PayoutStatus } from './payout-states.ts';
import { changePayout, type Payout, saveLines } from './payouts.queries.ts';

export interface PayoutDecision {
  moves: boolean;
  lines: PayoutLine[] | undefined;
  told: 'sent' | 'failed' | undefined;
}

/**
 * What a look makes of a payout: it only goes on, and is told to have left once, to have failed
 * once. Throws ProviderDiffers where its parts don't make up the whole.
 */
export function decidePayout(
  known: { status: PayoutStatus; lines_read_at: unknown },
  facts: PayoutFacts,
): PayoutDecision {
  const moves = isLater(known.status, facts.status);
  const lines = known.lines_read_at === null ? facts.lines : undefined;
  const sum = lines?.reduce((total, line) => total + line.amountMinor, 0);
  if (sum !== undefined && sum !== facts.amountMinor)
    throw new ProviderDiffers(`the parts of ${facts.providerPayoutId} make ${sum}`);
  return { moves, lines, told: moves ? toldOf(known.status, facts.status) : undefined };
}

function toldOf(from: PayoutStatus, to: PayoutStatus): PayoutDecision['told'] {
  if (to === 'failed') return 'failed';
  return hasLeft(to) && !hasLeft(from) ? 'sent' : undefined;
}

/** Moves a locked payout to what was seen, in the caller's transaction. */
export async function advancePayout(ctx: Ctx, payout: Payout, facts: PayoutFacts): Promise<void> {
  const { id } = payout;
  const { moves, lines, told } = decidePayout(payout, facts);
  if (moves) await changePayout(ctx, id, facts);
  if (lines) await saveLines(ctx, id, lines);
  const fact = { payoutId: id, personId: payout.person_id };
  if (told) await ctx.events.publish(ctx, told === 'sent' ? payoutSent : payoutFailed, fact);
}
