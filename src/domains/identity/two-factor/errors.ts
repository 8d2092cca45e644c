import { conflict, invalid, notFound, unauthenticated } from '../../../platform/errors/index.ts';

export const codeWrong = () =>
  invalid('code_wrong', 'This code is not right, or its half minute is over. Try the newest one.', {
    field: 'code',
  });

export const codeUsed = () =>
  invalid('code_used', 'This code was used already. Wait for the next one in your app.', {
    field: 'code',
  });

export const backupCodeWrong = () =>
  invalid('backup_code_wrong', 'This is not one of your backup codes.', { field: 'backupCode' });

export const backupCodeUsed = () =>
  invalid('backup_code_used', 'This backup code was used already. Take another one.', {
    field: 'backupCode',
  });

export const oneProofNeeded = () =>
  invalid('one_proof_needed', 'Send a code, a backup code or a passkey: one of them.', {
    field: 'code',
  });

export const pendingExpired = () =>
  unauthenticated(
    'pending_expired',
    'This sign-in took too long, or too many tries. Begin again with your password.',
  );

export const twoFactorOn = () =>
  conflict('two_factor_on', 'An authenticator app is set up already. Turn it off first.');

export const twoFactorOff = () =>
  conflict('two_factor_off', 'No authenticator app is set up for this account.');

export const setUpNotBegun = () =>
  conflict('set_up_not_begun', 'This set-up took too long, or was begun anew. Begin again.');

export const resetUnderWay = (takesEffectAt: Temporal.Instant) =>
  conflict('reset_under_way', 'A reset is under way for this person already.', {
    details: { takesEffectAt: takesEffectAt.toString() },
  });

export const resetOver = () =>
  invalid('reset_over', 'This reset has been stopped, or has taken effect.', { field: 'token' });

export const trustedBrowserNotFound = () =>
  notFound('trusted_browser_not_found', 'There is no such trusted browser.');
