// How the text of a setting becomes a value; each throws a plain sentence when it can't.
import { isIP } from 'node:net';

export const text = (value: string) => value;

export const secretText = (minimum: number) => (value: string) => {
  if (value.length < minimum) throw new Error(`needs at least ${minimum} characters`);
  if (/changeme|change-me|example|placeholder|your[-_]|^secret|xxx/i.test(value))
    throw new Error('looks like a placeholder');
  return value;
};

export const whole = (minimum: number, maximum: number) => (value: string) => {
  if (!/^\d+$/.test(value) || Number(value) < minimum || Number(value) > maximum)
    throw new Error(`is a whole number from ${minimum} to ${maximum}, not "${value}"`);
  return Number(value);
};

export const oneOf =
  <const T extends string>(...choices: T[]) =>
  (value: string): T => {
    if (!choices.includes(value as T))
      throw new Error(`is one of ${choices.join(', ')}, not "${value}"`);
    return value as T;
  };

export const yesOrNo = (value: string) => oneOf('true', 'false')(value) === 'true';

export const address =
  (...protocols: string[]) =>
  (value: string) => {
    const url = URL.parse(value);
    if (!url || !protocols.includes(url.protocol))
      throw new Error(`is an address beginning with ${protocols.join(' or ')}//`);
    return value;
  };

export const origin = (value: string) => {
  address('http:', 'https:')(value);
  const url = new URL(value);
  if (url.origin !== value.replace(/\/$/, ''))
    throw new Error('is an origin such as https://etude.example, without a path');
  return url.origin;
};

export const issuer = (value: string) => {
  const { protocol, search, hash } = new URL(address('https:', 'http:')(value));
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(value).hostname);
  if ((protocol === 'http:' && !loopback) || search || hash)
    throw new Error('is an https:// address without a query');
  return value;
};

export const sender = (value: string) => {
  if (!/^[^\s<>@]+@[^\s<>@]+$|^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/.test(value.trim()))
    throw new Error('is an address such as hello@etude.example, or Etude <hello@etude.example>');
  return value;
};

// Twilio takes a number, up to 11 letters and digits where the country allows, or a messaging service.
export const smsSender = (value: string) => {
  if (!/^(\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|MG[0-9a-f]{32})$/.test(value))
    throw new Error('is a number such as +15551234567, a name of up to 11 letters, or MG…');
  return value;
};

export const accountSid = (value: string) => {
  if (!/^AC[0-9a-f]{32}$/.test(value)) throw new Error('is AC and 32 hexadecimal digits');
  return value;
};

export const listOf =
  <T>(read: (item: string) => T) =>
  (value: string) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
      .map(read);

export const network = (value: string) => {
  const [base = '', bits] = value.split('/');
  const family = isIP(base);
  if (
    !family ||
    (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  )
    throw new Error(`"${value}" is not an address or a CIDR range`);
  return value;
};

export const corsOrigin = (value: string) => {
  if (value === '*') throw new Error('lists origins; "*" is refused');
  return origin(value);
};

/** One platform account at the payment provider. */
export interface StripePlatform {
  secretKey: string;
  webhookSecret: string;
  /** Of the endpoint for connected accounts, where it is another one. */
  connectWebhookSecret?: string;
  /** Another address of the provider. */
  apiUrl?: string;
}

export const stripePlatforms = (value: string): ReadonlyMap<string, StripePlatform> => {
  const read = parseJson(value);
  if (!isRecord(read)) throw new Error('is JSON: an object with an entry per market');
  return new Map(Object.entries(read).map(([market, entry]) => [market, platform(market, entry)]));
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const platformFields: Record<string, (text: string) => string> = {
  secretKey: secretText(16),
  webhookSecret: secretText(16),
  connectWebhookSecret: secretText(16),
  apiUrl: address('http:', 'https:'),
};

function platform(market: string, entry: unknown): StripePlatform {
  if (!/^[a-z]{2,20}$/.test(market) || market === 'main')
    throw new Error(`names markets by their code, not "${market}"`);
  if (!isRecord(entry)) throw new Error(`${market} needs secretKey and webhookSecret`);
  for (const [field, text] of Object.entries(entry)) {
    const check = Object.hasOwn(platformFields, field) ? platformFields[field] : undefined;
    if (!check || typeof text !== 'string') throw new Error(`${market}.${field} is not known`);
    check(text);
  }
  const { secretKey, webhookSecret } = entry;
  if (!secretKey || !webhookSecret) throw new Error(`${market} needs secretKey and webhookSecret`);
  return entry as unknown as StripePlatform;
}
