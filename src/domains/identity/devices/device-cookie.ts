import { timingSafeEqual } from 'node:crypto';
import type { Config } from '../../../platform/config/index.ts';
import { hmac } from '../../../platform/crypto/index.ts';

const accountsPerDeviceMax = 5;
const cookieCharactersMax = 400;
const markCharacters = 22;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const mark = /^[\w-]{22}$/;

/** What the device cookie says: which browser this is, and a mark for each account it has signed in to. */
export interface BrowserDevice {
  /** A UUIDv7. */
  id: string;
  /** Newest first. */
  marks: readonly string[];
}

/** Reads the cookie; what is not one of ours is no device. Marks are proved by `knowsAccount`. */
export function readDeviceCookie(cookie: string | undefined): BrowserDevice | undefined {
  if (!cookie || cookie.length > cookieCharactersMax) return undefined;
  const [id = '', ...marks] = cookie.split('.');
  if (
    !uuid.test(id) ||
    marks.length > accountsPerDeviceMax ||
    !marks.every((one) => mark.test(one))
  )
    return undefined;
  return { id, marks };
}

export function deviceCookieText({ id, marks }: BrowserDevice): string {
  return [id, ...marks].join('.');
}

/** Whether this browser has signed in to the account before: proved by a key, without the database. */
export function knowsAccount(
  config: Config,
  device: BrowserDevice | undefined,
  emailKey: string,
): device is BrowserDevice {
  if (!device || device.marks.length === 0) return false;
  const expected = Buffer.from(markFor(config, device.id, emailKey));
  return device.marks.some((one) => timingSafeEqual(Buffer.from(one), expected));
}

/** The device after it has signed in to the account; the oldest of too many accounts is forgotten. */
export function withAccount(
  config: Config,
  device: BrowserDevice,
  emailKey: string,
): BrowserDevice {
  const own = markFor(config, device.id, emailKey);
  const others = device.marks.filter((one) => one !== own);
  return { id: device.id, marks: [own, ...others].slice(0, accountsPerDeviceMax) };
}

function markFor(config: Config, deviceId: string, emailKey: string): string {
  return hmac(config.secretKey, `device:${deviceId}:${emailKey}`).slice(0, markCharacters);
}
