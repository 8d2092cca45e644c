import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { ProviderDiffers } from '../errors.ts';
import { decidePayout } from './advance-payout.ts';
import { observePayout, type PayoutFacts } from './observe-payout.ts';
import type { PayoutStatus } from './payout-states.ts';

const movement = (id: string, type: string, net: number, source: object | string | null = null) =>
  ({ id, type, net, created: 1_796_000_000, source }) as unknown as Stripe.BalanceTransaction;

const payout = {
  id: 'po_1',
  status: 'pending',
  amount: 5000,
  currency: 'gbp',
  automatic: true,
  failure_code: null,
  created: 1_796_000_000,
  arrival_date: 1_796_172_800,
  destination: { id: 'ba_1', object: 'bank_account', last4: '2345' },
} as unknown as Stripe.Payout;

const movements = [
  movement('txn_1', 'payment', 9000, { id: 'py_1', object: 'charge', source_transfer: 'tr_1' }),
  movement('txn_2', 'payment_refund', -3000, { object: 'refund', charge: 'py_1' }),
  movement('txn_3', 'payout_failure', 500, { object: 'payout' }),
  movement('txn_4', 'adjustment', -1500, null),
  movement('txn_5', 'payout', -5000, { object: 'payout' }),
];

describe('what a payout is made of (PY-02, PY-07)', () => {
  it('is told from the provider’s movements: transfers, what was taken back, earlier payouts', () => {
    const facts = observePayout({ payout, movements });
    expect(facts).toMatchObject({ amountMinor: 5000, currency: 'GBP', bankLast4: '2345' });
    expect(
      facts.lines?.map((line) => [
        line.kind,
        line.providerTransferId,
        line.providerPaymentId,
        line.amountMinor,
      ]),
    ).toEqual([
      ['transfer', 'tr_1', 'py_1', 9000],
      ['reversal', null, 'py_1', -3000],
      ['failed_payout', null, null, 500],
      ['other', null, null, -1500],
    ]);
  });

  it('is not known while the provider puts it together', () => {
    expect(observePayout({ payout, movements: undefined }).lines).toBeUndefined();
  });
});

const known = (status: PayoutStatus, linesReadAt: string | null = null) => ({
  status,
  lines_read_at: linesReadAt,
});
const seen = (status: PayoutFacts['status'], more: Partial<PayoutFacts> = {}): PayoutFacts => ({
  ...observePayout({ payout, movements }),
  status,
  ...more,
});

describe('a look at a payout (PY-02)', () => {
  it('says once that the money has left, whichever state is seen first', () => {
    expect(decidePayout(known('announced'), seen('pending')).told).toBeUndefined();
    expect(decidePayout(known('pending'), seen('in_transit')).told).toBe('sent');
    expect(decidePayout(known('in_transit'), seen('paid')).told).toBeUndefined();
    expect(decidePayout(known('announced'), seen('paid')).told).toBe('sent');
  });

  it('goes on, never back, and may fail even after it was paid', () => {
    expect(decidePayout(known('paid'), seen('in_transit')).moves).toBe(false);
    expect(decidePayout(known('failed'), seen('paid')).moves).toBe(false);
    expect(decidePayout(known('paid'), seen('failed')).told).toBe('failed');
    expect(decidePayout(known('pending'), seen('failed')).told).toBe('failed');
    expect(decidePayout(known('paid'), seen('paid')).moves).toBe(false);
  });

  it('takes its parts once, and only where they make up the whole', () => {
    expect(decidePayout(known('pending'), seen('pending')).lines).toHaveLength(4);
    expect(decidePayout(known('pending', 'then'), seen('pending')).lines).toBeUndefined();
    expect(() => decidePayout(known('pending'), seen('pending', { amountMinor: 5001 }))).toThrow(
      ProviderDiffers,
    );
  });
});
