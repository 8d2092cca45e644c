import type { Platform } from '../platform.ts';
import { ApiError } from './errors.ts';

function presentedKey(header: string | undefined): string | undefined {
  const [scheme, value] = header?.split(' ', 2) ?? [];
  if (!scheme || !value) return undefined;
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0];
}

function refuse(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message });
}

/** The platform whose secret key is presented, as a bearer token or as the user name of basic authentication. */
export function authenticate(header: string | undefined, platforms: readonly Platform[]): Platform {
  const key = presentedKey(header);
  if (!key) {
    throw refuse(
      'No API key: send it in the Authorization header, as Bearer or as Basic user name.',
    );
  }
  const platform = platforms.find(({ secretKey }) => secretKey === key);
  if (platform) return platform;
  throw refuse(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
}
