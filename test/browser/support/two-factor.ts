import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';

/** An authenticator app that has scanned the picture: a code no older than asked for. */
export interface AuthenticatorApp {
  /** Each code is taken once, so a second one within half a minute must be the next. */
  code(stepsAhead?: 0 | 1): string;
}

export function appWith(typedKey: string): AuthenticatorApp {
  const totp = new TOTP({ secret: Secret.fromBase32(typedKey.replaceAll(/\s/g, '')) });
  const halfMinuteMs = 30_000;
  return {
    code: (stepsAhead = 0) => totp.generate({ timestamp: Date.now() + stepsAhead * halfMinuteMs }),
  };
}

export async function backupCodesOn(page: Page): Promise<string[]> {
  return page.locator('#codes li').allInnerTexts();
}
