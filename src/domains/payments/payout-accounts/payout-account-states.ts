/**
 * Whether somebody can be paid. `onboarding`: the provider waits for their details; `pending`: it
 * checks them; `restricted`: it wants something before it goes on; `rejected`: it will not.
 */
export const payoutAccountStatuses = [
  'not_started',
  'onboarding',
  'pending',
  'enabled',
  'restricted',
  'rejected',
] as const;

export type PayoutAccountStatus = (typeof payoutAccountStatuses)[number];

/** The provider may change its mind at any time, but never forgets what it was told. */
const moves: Readonly<Record<PayoutAccountStatus, readonly PayoutAccountStatus[]>> = {
  not_started: ['onboarding', 'pending', 'enabled', 'restricted', 'rejected'],
  onboarding: ['pending', 'enabled', 'restricted', 'rejected'],
  pending: ['enabled', 'restricted', 'rejected'],
  enabled: ['pending', 'restricted', 'rejected'],
  restricted: ['pending', 'enabled', 'rejected'],
  rejected: ['pending', 'enabled', 'restricted'],
};

export const canMove = (from: PayoutAccountStatus, to: PayoutAccountStatus): boolean =>
  moves[from].includes(to);

/** Whether money may be sent there, and reaches a bank. */
export const canBePaid = (status: PayoutAccountStatus): boolean => status === 'enabled';
