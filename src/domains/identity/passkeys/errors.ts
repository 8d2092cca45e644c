import { conflict, invalid, notFound, unauthenticated } from '../../../platform/errors/index.ts';
import { passkeysMax } from './passkey.ts';

export const challengeOver = () =>
  invalid('passkey_challenge_over', 'That took too long, or was already used. Please try again.', {
    field: 'response',
  });

/** Every way in which a proof can fail sounds the same. */
export const passkeyRefused = (cause?: unknown) =>
  unauthenticated('passkey_refused', 'This passkey could not be checked. Please try again.', {
    cause,
  });

/** Ids of passkeys can't be guessed, so saying that one is unknown tells nothing about others. */
export const passkeyUnknown = () =>
  unauthenticated(
    'passkey_unknown',
    'This passkey is not known here. It may have been removed from the account.',
  );

export const passkeyCopied = () =>
  unauthenticated(
    'passkey_copied',
    'This passkey answered as a copy of it would, so it was refused. Sign in another way, then remove it.',
  );

export const passkeyMalformed = (cause?: unknown) =>
  invalid('passkey_malformed', 'This passkey could not be added. Please try again.', {
    field: 'response',
    cause,
  });

export const passkeyExists = () =>
  conflict('passkey_exists', 'This passkey was already added.', { field: 'response' });

export const passkeysFull = () =>
  conflict('passkeys_full', `An account holds at most ${passkeysMax} passkeys. Remove one first.`);

export const passkeyNotFound = () =>
  notFound('passkey_not_found', 'There is no such passkey in your account.');
