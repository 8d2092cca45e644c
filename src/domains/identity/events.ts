import { defineEvent } from '../../platform/events/index.ts';

/** A verification link was issued; `emailLink` turns the id into the address. */
export const verificationRequested = defineEvent<{ tokenId: string; personId: string }>(
  'identity.verification_requested',
);
export const personVerified = defineEvent<{ personId: string }>('identity.person_verified');
export const passwordResetRequested = defineEvent<{ tokenId: string; personId: string }>(
  'identity.password_reset_requested',
);
export const passwordChanged = defineEvent<{ personId: string; changeId: string }>(
  'identity.password_changed',
);
/** Somebody registered with the address of this verified account: its owner should know. */
export const accountExists = defineEvent<{ personId: string }>('identity.account_exists');
