import type Stripe from 'stripe';
import { ProviderDiffers } from '../errors.ts';
import type { PayoutAccountStatus } from './payout-account-states.ts';
import { kindOf, type Requirement, requirementKinds } from './requirements.ts';

/** A provider's account in our words. */
export interface AccountFacts {
  providerAccountId: string;
  status: Exclude<PayoutAccountStatus, 'not_started'>;
  transfersEnabled: boolean;
  payoutsEnabled: boolean;
  disabledReason: string | null;
  requirements: Requirement[];
  bank: { name: string | null; last4: string } | null;
}

export function observeAccount(account: Stripe.Account): AccountFacts {
  return {
    providerAccountId: account.id,
    status: statusIn(account),
    transfersEnabled: account.capabilities?.transfers === 'active',
    payoutsEnabled: account.payouts_enabled === true,
    disabledReason: account.requirements?.disabled_reason ?? null,
    requirements: requirementsIn(account),
    bank: bankIn(account),
  };
}

function statusIn({
  capabilities,
  payouts_enabled: payouts,
  details_submitted: submitted,
  requirements,
}: Stripe.Account): AccountFacts['status'] {
  const reason = requirements?.disabled_reason ?? '';
  if (reason.startsWith('rejected.')) return 'rejected';
  if (capabilities?.transfers === 'active' && payouts) return 'enabled';
  if (!submitted) return 'onboarding';
  const wanted = [...(requirements?.currently_due ?? []), ...(requirements?.past_due ?? [])];
  const checking = reason === '' || reason === 'requirements.pending_verification';
  return wanted.length === 0 && checking ? 'pending' : 'restricted';
}

/** What is due now, one line for each kind of thing, those that block first. */
function requirementsIn({ requirements }: Stripe.Account): Requirement[] {
  const past = requirements?.past_due ?? [];
  const codes = [...new Set([...past, ...(requirements?.currently_due ?? [])])];
  const deadline = requirements?.current_deadline ?? null;
  const dueAt =
    deadline === null ? null : Temporal.Instant.fromEpochMilliseconds(deadline * 1000).toString();
  return requirementKinds
    .flatMap((kind) => {
      const ofKind = codes.filter((code) => kindOf(code) === kind);
      if (ofKind.length === 0) return [];
      const pastDue = ofKind.some((code) => past.includes(code));
      const error = requirements?.errors?.find((one) => ofKind.includes(one.requirement));
      return [{ kind, dueAt: pastDue ? null : dueAt, pastDue, reason: reasonIn(error?.reason) }];
    })
    .toSorted((a, b) => Number(b.pastDue) - Number(a.pastDue));
}

const reasonIn = (reason: string | undefined): string | null => reason?.slice(0, 500) ?? null;

function bankIn({ external_accounts: accounts }: Stripe.Account): AccountFacts['bank'] {
  const banks = (accounts?.data ?? []).filter((one) => one.object === 'bank_account');
  const bank = banks.find((one) => one.default_for_currency) ?? banks[0];
  return bank ? { name: bank.bank_name, last4: bank.last4 } : null;
}

/** Throws ProviderDiffers unless the account was opened for this row. */
export function assertOurs(row: { id: string }, account: Stripe.Account): void {
  if (account.metadata?.['payout_account_id'] !== row.id)
    throw new ProviderDiffers(`${account.id} belongs to another person`);
}
