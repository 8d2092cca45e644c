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

/** Somebody signed in with a browser that this account has not seen; `browser` as "Firefox on Linux". */
export const newDevice = defineEvent<{
  personId: string;
  deviceId: string;
  browser: string;
  /** RFC 3339. */
  at: string;
}>('identity.new_device');
/** Too many wrong tries; told at most once a day. `at` is RFC 3339. */
export const accountLocked = defineEvent<{ personId: string; at: string }>(
  'identity.account_locked',
);
/** A refresh token was used twice: somebody else may have had it, so its session has ended. */
export const refreshReused = defineEvent<{ personId: string; sessionId: string }>(
  'identity.refresh_reused',
);

export const twoFactorEnabled = defineEvent<{ personId: string; changeId: string }>(
  'identity.two_factor_enabled',
);
export const twoFactorDisabled = defineEvent<{ personId: string; changeId: string }>(
  'identity.two_factor_disabled',
);
export const backupCodesRegenerated = defineEvent<{ personId: string; changeId: string }>(
  'identity.backup_codes_regenerated',
);
export const backupCodeUsed = defineEvent<{ personId: string; codeId: string; left: number }>(
  'identity.backup_code_used',
);
/** An operator began to take the second factor off; the person can stop it until it takes effect. */
export const twoFactorResetRequested = defineEvent<{ personId: string; resetId: string }>(
  'identity.two_factor_reset_requested',
);

export const passkeyAdded = defineEvent<{ personId: string; passkeyId: string }>(
  'identity.passkey_added',
);
export const passkeyRemoved = defineEvent<{ personId: string; passkeyId: string }>(
  'identity.passkey_removed',
);
export const oidcLinked = defineEvent<{ personId: string; provider: string; changeId: string }>(
  'identity.oidc_linked',
);
export const oidcUnlinked = defineEvent<{ personId: string; provider: string; changeId: string }>(
  'identity.oidc_unlinked',
);

export const emailChangeRequested = defineEvent<{ changeId: string; personId: string }>(
  'identity.email_change_requested',
);
export const emailChanged = defineEvent<{ changeId: string; personId: string }>(
  'identity.email_changed',
);
export const emailChangeUndone = defineEvent<{ changeId: string; personId: string }>(
  'identity.email_change_undone',
);
export const phoneChanged = defineEvent<{ personId: string; changeId: string }>(
  'identity.phone_changed',
);
export const deletionScheduled = defineEvent<{ personId: string; changeId: string }>(
  'identity.deletion_scheduled',
);
export const deletionCancelled = defineEvent<{ personId: string; changeId: string }>(
  'identity.deletion_cancelled',
);
export const personErased = defineEvent<{ personId: string }>('identity.person_erased');
