import { createHmac } from 'node:crypto';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

/** RFC 4226, 5.3, written from its text; nothing of it is shared with the product. */
export function hotp(secret: Buffer, step: number, digits = 6, algorithm = 'sha1'): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 4648, 6; spaces don't matter. */
export function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(' ', '')]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/** What a person's phone shows, by the world's clock; its own may be off by some seconds. */
export interface AuthenticatorApp {
  code(secondsOff?: number): string;
}

export function authenticatorApp({ clock }: World, typedKey: string): AuthenticatorApp {
  const secret = fromBase32(typedKey);
  return {
    code(secondsOff = 0) {
      const seconds = clock.now().epochMilliseconds / 1000 + secondsOff;
      return hotp(secret, Math.floor(seconds / 30));
    },
  };
}

/** Turns the second step on in a tab that has just signed in; half a minute later a new code is there. */
export async function setUpApp(
  world: World,
  tab: Tab,
): Promise<{ app: AuthenticatorApp; backupCodes: string[] }> {
  const begun = await tab.post('/auth/2fa/setup/initiate');
  const app = authenticatorApp(world, begun.json().secret);
  const verified = await tab.post('/auth/2fa/setup/verify', { code: app.code() });
  if (verified.statusCode !== 200) throw new Error(`set-up failed: ${verified.body}`);
  world.clock.advance({ seconds: 30 });
  return { app, backupCodes: verified.json().backupCodes };
}
