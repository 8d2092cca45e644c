import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { buildRequirements } from '../../objects/account.ts';

/**
 * Where an account stands. `due_later` works, but something is wanted by a deadline; `restricted` had worked
 * and does not any more, or the check found something missing.
 */
export type AccountState =
  | 'due_later'
  | 'enabled'
  | 'not_started'
  | 'pending'
  | 'rejected'
  | 'restricted';

const daySeconds = 86_400;
const deadlineDays = 14;
const secondsUntilVerified = 5;

const atFirst = [
  'business_profile.mcc',
  'business_profile.url',
  'business_type',
  'external_account',
  'individual.address.city',
  'individual.address.line1',
  'individual.address.postal_code',
  'individual.dob.day',
  'individual.dob.month',
  'individual.dob.year',
  'individual.email',
  'individual.first_name',
  'individual.last_name',
  'individual.phone',
  'tos_acceptance.date',
  'tos_acceptance.ip',
];
const document = 'individual.verification.document';

function requirementsOf(state: AccountState, now: number): Stripe.Account.Requirements {
  switch (state) {
    case 'not_started':
      return buildRequirements({
        currently_due: atFirst,
        eventually_due: atFirst,
        past_due: atFirst,
        disabled_reason: 'requirements.past_due',
      });
    case 'pending':
      return buildRequirements({
        pending_verification: [document],
        disabled_reason: 'requirements.pending_verification',
      });
    case 'due_later':
      return buildRequirements({
        currently_due: [document],
        eventually_due: [document],
        current_deadline: now + deadlineDays * daySeconds,
      });
    case 'restricted':
      return buildRequirements({
        currently_due: [document],
        eventually_due: [document],
        past_due: [document],
        disabled_reason: 'requirements.past_due',
        errors: [
          {
            code: 'verification_document_failed_other',
            reason: 'The document could not be verified. Please send another one.',
            requirement: document,
          },
        ],
      });
    case 'rejected':
      return buildRequirements({ disabled_reason: 'rejected.other' });
    case 'enabled':
      return buildRequirements({});
  }
}

/** A working account without a bank account takes transfers, but cannot be paid out. */
function withBank(
  requirements: Stripe.Account.Requirements,
  hasBank: boolean,
): Stripe.Account.Requirements {
  if (hasBank || requirements.currently_due?.includes('external_account')) return requirements;
  const add = (fields: string[] | null) => [...(fields ?? []), 'external_account'];
  return {
    ...requirements,
    currently_due: add(requirements.currently_due),
    eventually_due: add(requirements.eventually_due),
    past_due: add(requirements.past_due),
  };
}

const usable = (bank: Stripe.ExternalAccount) =>
  bank.object === 'bank_account' && bank.status !== 'errored';

/** Puts an account into a state, tells its platform, and plans what follows by itself. */
export function setAccountState(op: Operation, account: Stripe.Account, state: AccountState): void {
  const works = state === 'enabled' || state === 'due_later';
  const hasBank = account.external_accounts?.data.some(usable) ?? false;
  const status = works ? 'active' : state === 'pending' ? 'pending' : 'inactive';
  const capabilities = Object.keys(account.capabilities ?? {});
  const before = JSON.stringify([
    account.capabilities,
    account.requirements,
    account.payouts_enabled,
  ]);
  Object.assign(account, {
    capabilities: Object.fromEntries(capabilities.map((name) => [name, status])),
    charges_enabled: works && capabilities.includes('card_payments'),
    payouts_enabled: works && hasBank,
    details_submitted: account.details_submitted || state !== 'not_started',
    requirements: works
      ? withBank(requirementsOf(state, op.now), hasBank)
      : requirementsOf(state, op.now),
  });
  const after = JSON.stringify([
    account.capabilities,
    account.requirements,
    account.payouts_enabled,
  ]);
  if (state === 'pending') op.schedule('verify_account', account.id, secondsUntilVerified);
  if (state === 'due_later') {
    op.schedule('requirement_deadline', account.id, deadlineDays * daySeconds);
  }
  if (before !== after) op.inAccount(account.id)?.publish('account.updated', account);
}

export function stateOf(account: Stripe.Account): AccountState {
  const { requirements } = account;
  const reason = requirements?.disabled_reason ?? '';
  if (reason.startsWith('rejected')) return 'rejected';
  if (!account.details_submitted) return 'not_started';
  if (reason === 'requirements.pending_verification') return 'pending';
  if (reason !== '') return 'restricted';
  return requirements?.current_deadline ? 'due_later' : 'enabled';
}

/** The check is over: what the onboarding page chose is what it found. */
export function verifyAccount(op: Operation, id: string): void {
  const account = op.store.accounts.get(id);
  if (!account || stateOf(account) !== 'pending') return;
  const verdict = op.store.verdicts.get(id) ?? 'enabled';
  op.store.verdicts.delete(id);
  const states = { document: 'restricted', enabled: 'enabled', later: 'due_later' } as const;
  setAccountState(op, account, states[verdict]);
}

/** What was wanted by now has not come. */
export function passDeadline(op: Operation, id: string): void {
  const account = op.store.accounts.get(id);
  const deadline = account?.requirements?.current_deadline ?? null;
  if (!account || deadline === null || deadline > op.now) return;
  setAccountState(op, account, 'restricted');
}
