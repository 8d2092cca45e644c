import { forbidden, invalid, notFound, unauthenticated } from '../../platform/errors/index.ts';

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
