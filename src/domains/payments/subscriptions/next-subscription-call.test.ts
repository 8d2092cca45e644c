import { describe, expect, it } from 'vitest';
import {
  type InstructedSubscription,
  nextSubscriptionCall,
  planChange,
} from './next-subscription-call.ts';

const row = (changes: Partial<InstructedSubscription> = {}): InstructedSubscription => ({
  status: 'active',
  plan_id: 'month',
  next_plan_id: null,
  ends_at: null,
  provider_session_id: 'cs_1',
  provider_method_id: 'pm_1',
  wanted_plan_id: null,
  wanted_end: null,
  wanted_method_id: null,
  refund_minor: null,
  abandoned_at: null,
  ...changes,
});
const next = (changes: Partial<InstructedSubscription>, refunded = 0) =>
  nextSubscriptionCall(row(changes), refunded);

describe('the next call for a subscription (PY-06)', () => {
  it('is none while nothing is wanted', () => {
    for (const status of ['created', 'open', 'active', 'grace', 'ended', 'abandoned'] as const)
      expect(next({ status })).toBeUndefined();
  });

  it('closes a page that nobody will pay on', () => {
    expect(next({ status: 'created', abandoned_at: 'now' })).toEqual({ operation: 'close' });
    expect(next({ status: 'open', abandoned_at: 'now' })).toEqual({ operation: 'expire_session' });
    expect(next({ status: 'active', abandoned_at: 'now' })).toBeUndefined();
  });

  it('ends before it changes anything that would be for nothing', () => {
    const all = { wanted_plan_id: 'year', wanted_method_id: 'pm_2' };
    expect(next({ ...all, wanted_end: 'now' })).toEqual({ operation: 'cancel_now' });
    expect(next({ ...all, wanted_end: 'period_end' })).toEqual({ operation: 'cancel_later' });
    expect(next(all)).toEqual({ operation: 'change_plan' });
    expect(next({ wanted_method_id: 'pm_2' })).toEqual({ operation: 'use_card' });
  });

  it('does nothing twice', () => {
    expect(next({ wanted_end: 'period_end', ends_at: 'then' })).toBeUndefined();
    expect(next({ wanted_end: 'none' })).toBeUndefined();
    expect(next({ wanted_plan_id: 'month' })).toBeUndefined();
    expect(
      next({ plan_id: 'year', next_plan_id: 'month', wanted_plan_id: 'month' }),
    ).toBeUndefined();
    expect(next({ wanted_method_id: 'pm_1' })).toBeUndefined();
  });

  it('gives back what is due and no more, and only after the end', () => {
    expect(next({ refund_minor: 400 })).toBeUndefined();
    const ended = { status: 'ended', refund_minor: 400 } as const;
    expect(next(ended)).toEqual({ operation: 'refund', amountMinor: 400 });
    expect(next(ended, 150)).toEqual({ operation: 'refund', amountMinor: 250 });
    expect(next(ended, 400)).toBeUndefined();
  });
});

describe('a change of plan (PY-06)', () => {
  const month = { id: 'month', interval: 'month' } as const;
  const year = { id: 'year', interval: 'year' } as const;

  it('counts the rest of a month towards a year at once', () => {
    expect(planChange(row(), 'month', year)).toBe('now');
  });

  it('lets a paid year run out before the month begins, and calls that off again', () => {
    expect(planChange(row({ plan_id: 'year' }), 'year', month)).toBe('later');
    expect(planChange(row({ plan_id: 'year', next_plan_id: 'month' }), 'year', year)).toBe('stay');
    expect(planChange(row({ plan_id: 'year', next_plan_id: 'month' }), 'year', month)).toBe('none');
  });

  it('costs nothing during the trial', () => {
    const trial = row({ status: 'trialing' });
    expect(planChange(trial, 'month', year)).toBe('swap');
    expect(planChange(trial, 'month', month)).toBe('none');
  });
});
