import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { decideAccount } from './advance-payout-account.ts';
import { type AccountFacts, observeAccount } from './observe-account.ts';
import { canMove, type PayoutAccountStatus } from './payout-account-states.ts';
import { kindOf } from './requirements.ts';

type Requirements = Partial<NonNullable<Stripe.Account['requirements']>>;

const account = (
  requirements: Requirements,
  { active = false, payouts = false, submitted = true } = {},
) =>
  ({
    id: 'acct_1',
    object: 'account',
    capabilities: { transfers: active ? 'active' : 'inactive' },
    payouts_enabled: payouts,
    details_submitted: submitted,
    requirements,
  }) as unknown as Stripe.Account;

const statusOf = (...given: Parameters<typeof account>) => observeAccount(account(...given)).status;

describe('where a payout account stands (PY-02)', () => {
  it('is read from what the provider says of it', () => {
    const document = ['individual.verification.document'];
    expect(statusOf({ past_due: ['external_account'] }, { submitted: false })).toBe('onboarding');
    expect(statusOf({ disabled_reason: 'requirements.pending_verification' })).toBe('pending');
    expect(statusOf({}, { active: true, payouts: true })).toBe('enabled');
    expect(statusOf({ currently_due: document }, { active: true, payouts: true })).toBe('enabled');
    expect(statusOf({ past_due: document, disabled_reason: 'requirements.past_due' })).toBe(
      'restricted',
    );
    expect(statusOf({ past_due: ['external_account'] }, { active: true })).toBe('restricted');
    expect(statusOf({ disabled_reason: 'under_review' })).toBe('restricted');
    expect(statusOf({ disabled_reason: 'rejected.fraud' }, { active: true, payouts: true })).toBe(
      'rejected',
    );
  });

  it('names each kind of thing that is wanted once, those that block first', () => {
    const { requirements } = observeAccount(
      account({
        currently_due: ['individual.email', 'individual.dob.day', 'individual.dob.month'],
        past_due: ['individual.verification.document'],
        current_deadline: 1_796_000_000,
        errors: [
          {
            code: 'verification_document_expired',
            reason: 'It has expired.',
            requirement: 'individual.verification.document',
          },
        ],
      }),
    );
    const dueAt = '2026-11-30T00:53:20Z';
    expect(requirements).toEqual([
      { kind: 'identity_document', dueAt: null, pastDue: true, reason: 'It has expired.' },
      { kind: 'personal', dueAt, pastDue: false, reason: null },
      { kind: 'contact', dueAt, pastDue: false, reason: null },
    ]);
  });

  it.each([
    ['individual.verification.additional_document', 'identity_document'],
    ['person_1MqjB62eZvKYlo2CaeEJzKVR.verification.document', 'identity_document'],
    ['individual.address.postal_code', 'address'],
    ['company.address.city', 'address'],
    ['individual.phone', 'contact'],
    ['external_account', 'bank'],
    ['tos_acceptance.ip', 'terms'],
    ['business_profile.mcc', 'business'],
    ['company.tax_id', 'business'],
    ['individual.id_number', 'personal'],
    ['interv_1.something_new', 'other'],
  ])('puts %s with %s', (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });
});

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
const facts = (status: AccountFacts['status'], wanted = 0): AccountFacts => ({
  providerAccountId: 'acct_1',
  status,
  transfersEnabled: status === 'enabled',
  payoutsEnabled: status === 'enabled',
  disabledReason: null,
  requirements: Array.from({ length: wanted }, () => ({
    kind: 'bank' as const,
    dueAt: null,
    pastDue: false,
    reason: null,
  })),
  bank: null,
});
const known = (status: PayoutAccountStatus, lookedAt: string | null = '10:00:00') => ({
  status,
  looked_at: lookedAt === null ? null : at(lookedAt),
  requirements: [],
});

describe('a look at a payout account (PY-02)', () => {
  it('moves it, and says so once', () => {
    const decision = decideAccount(known('pending'), facts('enabled'), at('10:01:00'));
    expect(decision).toMatchObject({ move: { from: 'pending', to: 'enabled' }, newlyDue: false });
    const again = decideAccount(known('enabled'), facts('enabled'), at('10:02:00'));
    expect(again?.move).toBeUndefined();
  });

  it('changes nothing when it began before the one that counts', () => {
    expect(decideAccount(known('enabled'), facts('restricted'), at('09:59:59'))).toBeUndefined();
    expect(decideAccount(known('pending'), facts('onboarding'), at('10:01:00'))).toBeUndefined();
  });

  it('tells of a deadline when an account that works is first asked for something', () => {
    const first = decideAccount(known('enabled'), facts('enabled', 1), at('10:01:00'));
    expect(first?.newlyDue).toBe(true);
    const blocked = decideAccount(known('enabled'), facts('restricted', 1), at('10:01:00'));
    expect(blocked?.newlyDue).toBe(false);
  });

  it('never leads back to where nothing was told yet', () => {
    const all: PayoutAccountStatus[] = ['pending', 'enabled', 'restricted', 'rejected'];
    for (const from of all)
      for (const to of ['not_started', 'onboarding'] as const)
        expect(canMove(from, to), `${from} to ${to}`).toBe(false);
  });
});
