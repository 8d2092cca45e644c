import type { Ctx } from '../../../platform/context.ts';
import { payoutAccountChanged, payoutDetailsDue } from '../events.ts';
import { wakeBlocked } from '../transfers/transfers.queries.ts';
import type { AccountFacts } from './observe-account.ts';
import { canMove, type PayoutAccountStatus } from './payout-account-states.ts';
import {
  type AccountChanges,
  changePayoutAccount,
  logAccountTransition,
  type PayoutAccount,
} from './payout-accounts.queries.ts';

export interface AccountDecision {
  set: AccountChanges;
  move?: { from: PayoutAccountStatus; to: PayoutAccountStatus };
  /** It works, and something is wanted by a day that was not wanted before. */
  newlyDue: boolean;
}

type Known = Pick<PayoutAccount, 'status' | 'looked_at' | 'requirements'>;

/**
 * What a look makes of an account; undefined where it is older than what we know. An account may go
 * back and forth, so of two looks the one that began later counts.
 */
export function decideAccount(
  known: Known,
  facts: AccountFacts,
  lookedAt: Temporal.Instant,
): AccountDecision | undefined {
  const { status: from } = known;
  const { status: to } = facts;
  if (known.looked_at && Temporal.Instant.compare(lookedAt, known.looked_at) < 0) return undefined;
  if (to !== from && !canMove(from, to)) return undefined;
  return {
    set: {
      status: to,
      provider_account_id: facts.providerAccountId,
      transfers_enabled: facts.transfersEnabled,
      payouts_enabled: facts.payoutsEnabled,
      disabled_reason: facts.disabledReason,
      requirements: facts.requirements,
      bank_name: facts.bank?.name ?? null,
      bank_last4: facts.bank?.last4 ?? null,
    },
    ...(to !== from && { move: { from, to } }),
    newlyDue: to === 'enabled' && facts.requirements.length > 0 && known.requirements.length === 0,
  };
}

/** Moves a locked account to what was seen, in the caller's transaction. */
export async function advancePayoutAccount(
  ctx: Ctx,
  account: PayoutAccount,
  { facts, lookedAt }: { facts: AccountFacts; lookedAt: Temporal.Instant },
  cause: string,
): Promise<void> {
  const { id } = account;
  const decision = decideAccount(account, facts, lookedAt);
  if (!decision) return;
  await changePayoutAccount(ctx, id, lookedAt, decision.set);
  const about = { payoutAccountId: id, personId: account.person_id };
  if (decision.move) {
    const transitionId = await logAccountTransition(ctx, id, { ...decision.move, cause });
    await ctx.events.publish(ctx, payoutAccountChanged, {
      ...about,
      ...decision.move,
      transitionId,
    });
  }
  if (decision.move?.to === 'enabled')
    await wakeBlocked(ctx, { personId: account.person_id, platform: account.platform });
  if (decision.newlyDue)
    await ctx.events.publish(ctx, payoutDetailsDue, { ...about, at: lookedAt.toString() });
}
