import type { PlanInterval } from '../plus-tables.ts';
import { isLive, type SubscriptionStatus } from './subscription-states.ts';

/** The part of a subscription that decides what is to be done next. */
export interface InstructedSubscription {
  status: SubscriptionStatus;
  plan_id: string;
  next_plan_id: string | null;
  ends_at: unknown;
  provider_session_id: string | null;
  provider_method_id: string | null;
  wanted_plan_id: string | null;
  wanted_end: 'none' | 'period_end' | 'now' | null;
  wanted_method_id: string | null;
  refund_minor: number | null;
  abandoned_at: unknown;
}

export type NextSubscriptionCall =
  | { operation: 'close' }
  | { operation: 'expire_session' }
  | { operation: 'cancel_now' }
  | { operation: 'cancel_later' }
  | { operation: 'keep' }
  | { operation: 'change_plan' }
  | { operation: 'use_card' }
  | { operation: 'refund'; amountMinor: number };

/**
 * What it takes to come nearer to what its owner wants; undefined when that holds. An end comes
 * before anything that would be for nothing. `close` needs no provider.
 */
export function nextSubscriptionCall(
  row: InstructedSubscription,
  refundedMinor: number,
): NextSubscriptionCall | undefined {
  if (row.status === 'created') return row.abandoned_at ? { operation: 'close' } : undefined;
  if (row.status === 'open') return row.abandoned_at ? { operation: 'expire_session' } : undefined;
  if (row.status === 'ended') {
    const due = (row.refund_minor ?? 0) - refundedMinor;
    return due > 0 ? { operation: 'refund', amountMinor: due } : undefined;
  }
  return isLive(row.status) ? nextLiveCall(row) : undefined;
}

function nextLiveCall(row: InstructedSubscription): NextSubscriptionCall | undefined {
  if (row.wanted_end === 'now') return { operation: 'cancel_now' };
  if (row.wanted_end === 'period_end' && row.ends_at === null) return { operation: 'cancel_later' };
  if (row.wanted_end === 'none' && row.ends_at !== null) return { operation: 'keep' };
  if (row.wanted_plan_id && row.wanted_plan_id !== (row.next_plan_id ?? row.plan_id))
    return { operation: 'change_plan' };
  if (row.wanted_method_id && row.wanted_method_id !== row.provider_method_id)
    return { operation: 'use_card' };
  return undefined;
}

/**
 * How another plan comes about. `swap`: nothing is paid yet, so nothing is owed. `now`: the rest of
 * what was paid counts towards it. `later`: it begins when what was paid for ends. `stay`: the one
 * that was to come is called off.
 */
export type PlanChange = 'swap' | 'now' | 'later' | 'stay' | 'none';

export function planChange(
  row: { status: SubscriptionStatus; plan_id: string; next_plan_id: string | null },
  from: PlanInterval,
  to: { id: string; interval: PlanInterval },
): PlanChange {
  if (to.id === (row.next_plan_id ?? row.plan_id)) return 'none';
  if (to.id === row.plan_id) return 'stay';
  if (row.status === 'trialing') return 'swap';
  return from === 'month' && to.interval === 'year' ? 'now' : 'later';
}
