import {
  forbidden,
  invalid,
  notFound,
  tooMany,
  unauthenticated,
} from '../../platform/errors/index.ts';

export const personNotFound = () => notFound('person_not_found', 'There is no such person.');

export const invalidCredentials = () =>
  unauthenticated('invalid_credentials', 'The e-mail address or the password is not right.');

export const emailUnverified = () =>
  forbidden(
    'email_unverified',
    'Please confirm your e-mail address first: we have sent you a link.',
  );

export const linkUnknown = () =>
  invalid('link_unknown', 'This link is not complete or was never sent. Ask for a new one.', {
    field: 'token',
  });

export const linkUsed = () =>
  invalid('link_used', 'This link was already used, or replaced by a newer one.', {
    field: 'token',
  });

export const linkExpired = () =>
  invalid('link_expired', 'This link has expired. Ask for a new one.', { field: 'token' });

/** The same for addresses without an account. */
export const accountLockedError = (retryAfterSeconds: number) =>
  tooMany(
    'account_locked',
    `After five wrong tries, signing in is locked for a while. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes, or set a new password by mail.`,
    { retryAfterSeconds, details: { retryAfterSeconds } },
  );

export const passwordWrong = (field: string) =>
  invalid('password_wrong', 'This is not your password.', { field });

export const noPassword = (field: string) =>
  invalid('no_password', 'This account has no password yet: ask for a link by mail to set one.', {
    field,
  });

export const sessionNotFound = () => notFound('session_not_found', 'There is no such session.');

export const refreshUnknown = () =>
  unauthenticated('refresh_invalid', 'This refresh token is not known, or has expired. Sign in.');

export const refreshUsedTwice = () =>
  unauthenticated(
    'refresh_reused',
    'This refresh token was used before, so its session has ended. Sign in again.',
  );
