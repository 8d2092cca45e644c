import {
  conflict,
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from '../../../platform/errors/index.ts';

export const oidcNotConfigured = () =>
  notFound('oidc_not_configured', 'There is no other provider to sign in with here.');

/** The cookie is missing, too old, or belongs to another sign-in. */
export const oidcStateUnknown = () =>
  invalid(
    'oidc_state_unknown',
    'This sign-in was not begun in this browser, or took longer than ten minutes. Please try again.',
    { field: 'state' },
  );

export const oidcCancelled = (provider: string) =>
  invalid('oidc_cancelled', `Signing in with ${provider} was cancelled.`);

/** What the provider sent does not hold: who can't sign in learns nothing about why. */
export const oidcRefused = (provider: string, cause?: unknown) =>
  unauthenticated('oidc_refused', `Signing in with ${provider} did not work. Please try again.`, {
    cause,
  });

export const oidcUnavailable = (provider: string, cause?: unknown) =>
  unavailable(
    'oidc_unavailable',
    `${provider} can't be reached right now. Please try again, or sign in another way.`,
    { retryAfterSeconds: 30, cause },
  );

export const oidcEmailUnverified = (provider: string) =>
  forbidden(
    'oidc_email_unverified',
    `${provider} did not give us a confirmed e-mail address of yours. Join with your address instead, then link ${provider} in your account.`,
  );

export const oidcSignInToLink = (provider: string) =>
  conflict(
    'oidc_sign_in_to_link',
    `There is an account with your address already. Sign in to it first, then link ${provider} in your account.`,
  );

export const oidcLinkedElsewhere = (provider: string) =>
  conflict('oidc_linked_elsewhere', `This ${provider} account belongs to another account here.`);

export const oidcAlreadyLinked = (provider: string) =>
  conflict(
    'oidc_already_linked',
    `Your account is linked to ${provider} already. Remove that link first.`,
  );

export const oidcLinkNotFound = () =>
  notFound('oidc_link_not_found', 'There is no such link in your account.');
