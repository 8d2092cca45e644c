import { describe, expect, it } from 'vitest';
import { decideSubscription, type KnownInvoice } from './decide-subscription.ts';
import type { ObservedInvoice, SubscriptionFacts } from './observe-subscription.ts';
import type { Subscription } from './subscriptions.queries.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-23T09:00:00Z');
const periodEnd = at('2026-12-23T09:00:00Z');

const row = (changes: Partial<Subscription> = {}): Subscription => ({
  id: '0192f000-0000-7000-8000-000000000001',
  reference: 'subscription:0192f000-0000-7000-8000-000000000001',
  person_id: '0192f000-0000-7000-8000-00000000000a',
  customer_id: '0192f000-0000-7000-8000-00000000000c',
  platform: 'main',
  market_code: 'gb',
  currency: 'GBP',
  plan_id: 'plus_gb_month_1',
  next_plan_id: null,
  status: 'active',
  provider_session_id: 'cs_1',
  provider_session_url: 'https://pay.example/cs_1',
  provider_subscription_id: 'sub_1',
  provider_item_id: 'si_1',
  provider_method_id: 'pm_1',
  trial_ends_at: null,
  trial_warned_at: null,
  period_starts_at: now,
  period_ends_at: periodEnd,
  ends_at: null,
  ended_at: null,
  end_reason: null,
  grace_ends_at: null,
  plus_until: periodEnd.add({ hours: 24 }),
  invoice_url: null,
  wanted_plan_id: null,
  wanted_plan_at: null,
  wanted_end: null,
  wanted_method_id: null,
  refund_invoice_id: null,
  refund_minor: null,
  abandoned_at: null,
  looks_begun: 5,
  look_applied: 4,
  created_at: now,
  updated_at: now,
  ...changes,
});

const facts = (changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  look: 5,
  status: 'active',
  session: null,
  subscriptionId: 'sub_1',
  itemId: 'si_1',
  methodId: 'pm_1',
  planId: 'plus_gb_month_1',
  nextPlanId: null,
  trialEndsAt: null,
  period: { from: now, until: periodEnd },
  endsAt: null,
  endedAt: null,
  endReason: null,
  owed: null,
  invoices: [],
  ...changes,
});

const invoice = (changes: Partial<ObservedInvoice> = {}): ObservedInvoice => ({
  id: 'in_1',
  number: 'ETUDE-0001',
  status: 'paid',
  currency: 'GBP',
  totalMinor: 799,
  paidMinor: 799,
  attempts: 1,
  lines: [],
  issuedAt: now,
  paidAt: now,
  intentId: 'pi_1',
  card: { brand: 'visa', last4: '4242' },
  fees: [{ balanceTransactionId: 'txn_1', fee: { minor: 32, currency: 'GBP' } }],
  refunds: [],
  ...changes,
});

const decide = (
  changes: Partial<Subscription>,
  seen: Partial<SubscriptionFacts>,
  known: KnownInvoice[] = [],
  when = now,
) => decideSubscription(row(changes), known, facts(seen), when);

const names = (decision: ReturnType<typeof decide>) =>
  decision?.events.map(({ event }) => event.name.replace('payments.plus_', ''));

describe('a look at a subscription (PY-06)', () => {
  it('changes nothing when a later one was there first', () => {
    expect(decide({ look_applied: 5 }, { status: 'ended', endedAt: now })).toBeUndefined();
    expect(decide({ look_applied: 9 }, { status: 'ended', endedAt: now })).toBeUndefined();
  });

  it('starts a trial, which gives Plus until a day after it', () => {
    const trial = { status: 'trialing', trialEndsAt: periodEnd } as const;
    const begun = decide({ status: 'open', plus_until: null }, trial);
    expect(begun?.steps).toEqual(['trialing']);
    expect(begun?.set.plus_until).toBe('2026-12-24T09:00:00Z');
    expect(names(begun)).toEqual(['started']);
  });

  it('warns once, three days before the card is charged', () => {
    const trial = { status: 'trialing', trialEndsAt: periodEnd } as const;
    const near = periodEnd.subtract({ hours: 71 });
    const told = decide({ status: 'trialing' }, trial, [], near);
    expect(names(told)).toEqual(['trial_ending']);
    expect(told?.set.trial_warned_at).toBe(near.toString());
    expect(names(decide({ status: 'trialing', trial_warned_at: near }, trial, [], near))).toEqual(
      [],
    );
    expect(
      names(decide({ status: 'trialing' }, trial, [], periodEnd.subtract({ hours: 73 }))),
    ).toEqual([]);
  });

  it('keeps Plus for seven days from the first failed try, then switches it off', () => {
    const owed = { since: now, url: 'https://pay.example/in_2' };
    const failing = { status: 'failing', owed } as const;
    const grace = decide({}, failing, [], now.add({ hours: 1 }));
    expect([grace?.steps, grace?.set.plus_until]).toEqual([['grace'], '2026-11-30T09:00:00Z']);
    const over = decide({ status: 'grace' }, failing, [], now.add({ hours: 7 * 24 }));
    expect([over?.steps, names(over)]).toEqual([['past_due'], ['stopped']]);
    expect(over?.set.plus_until).toBe('2026-11-30T09:00:00Z');
    const paid = decide({ status: 'past_due' }, {});
    expect([paid?.steps, paid?.set.invoice_url]).toEqual([['active'], null]);
  });

  it('tells of each failed try once', () => {
    const owed = { since: now, url: null };
    const open = invoice({ status: 'open', paidMinor: 0, paidAt: null, attempts: 2, fees: [] });
    const seen: Partial<SubscriptionFacts> = { status: 'failing', owed, invoices: [open] };
    const known = (attempts: number): KnownInvoice[] => [
      { id: 'in_1', status: 'open', attempts, refunds: [] },
    ];
    expect(names(decide({ status: 'grace' }, seen, known(1)))).toEqual(['payment_failed']);
    expect(names(decide({ status: 'grace' }, seen, known(2)))).toEqual([]);
  });

  it('runs on to its end when that was asked for, with nothing beyond it', () => {
    const ending = decide({ wanted_end: 'period_end' }, { endsAt: periodEnd });
    expect([ending?.steps, names(ending)]).toEqual([['cancelling'], ['ending']]);
    expect(ending?.set).toMatchObject({ wanted_end: null, plus_until: periodEnd.toString() });
    const kept = decide({ status: 'cancelling', wanted_end: 'none' }, {});
    expect([kept?.steps, names(kept)]).toEqual([['active'], ['resumed']]);
  });

  it('forgets an instruction once it holds, so that a later change elsewhere stands', () => {
    const later = decide({ wanted_end: 'none', status: 'active' }, {});
    expect(later?.set.wanted_end).toBeNull();
    const other = { wanted_plan_id: 'plus_gb_year_1', wanted_plan_at: now };
    expect(decide(other, { planId: 'plus_gb_year_1' })?.set).toMatchObject({
      wanted_plan_id: null,
      wanted_plan_at: null,
      plan_id: 'plus_gb_year_1',
    });
    expect(decide(other, {})?.set).not.toHaveProperty('wanted_plan_id');
  });

  it('tells of a change of plan whether it holds now or is to come', () => {
    expect(names(decide({}, { planId: 'plus_gb_year_1' }))).toEqual(['changed']);
    expect(
      names(
        decide(
          { plan_id: 'plus_gb_year_1' },
          { planId: 'plus_gb_year_1', nextPlanId: 'plus_gb_month_1' },
        ),
      ),
    ).toEqual(['changed']);
  });

  it('books what a card paid, what the provider kept, and what went back (PY-08)', () => {
    const refund = { id: 're_1', amountMinor: 300, status: 'succeeded' } as const;
    const decision = decide({}, { invoices: [invoice({ refunds: [refund] })] });
    expect(decision?.postings.map(({ kind, sourceKey }) => [kind, sourceKey])).toEqual([
      ['plus_paid', 'invoice:in_1:paid'],
      ['fees', 'balance_transaction:txn_1:fees'],
      ['plus_refund', 'refund:re_1'],
    ]);
    for (const { lines } of decision?.postings ?? [])
      expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(0);
    expect(names(decision)).toEqual(['paid']);
  });

  it('owes again what a bounced refund brought back', () => {
    const known: KnownInvoice[] = [
      {
        id: 'in_1',
        status: 'paid',
        attempts: 1,
        refunds: [{ id: 're_1', amountMinor: 300, status: 'succeeded' }],
      },
    ];
    const bounced = invoice({ refunds: [{ id: 're_1', amountMinor: 300, status: 'failed' }] });
    const kinds = decide({}, { invoices: [bounced] }, known)?.postings.map(({ kind }) => kind);
    expect(kinds).toContain('plus_refund_failed');
  });

  it('books nothing for an invoice that credit settled', () => {
    const free = invoice({ paidMinor: 0, totalMinor: 0, fees: [], intentId: null });
    const decision = decide({}, { invoices: [free] });
    expect([decision?.postings, names(decision)]).toEqual([[], []]);
  });

  it('moves nobody’s subscription without a word to anybody', () => {
    const ended = decide({ person_id: null }, { status: 'ended', endedAt: now });
    expect([ended?.steps, ended?.events]).toEqual([['ended'], []]);
  });
});
