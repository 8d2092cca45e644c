import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';

/** An authenticator app that has scanned the picture: a code no older than asked for. */
export interface AuthenticatorApp {
  /** Each code is taken once, so a second one within half a minute must be the next. */
  code(stepsAhead?: 0 | 1): string;
}

/** From the page about two-step sign-in to the backup codes, which stay on the page. */
export async function setUpTwoFactor(page: Page): Promise<AuthenticatorApp> {
  await page.goto('/account/two-factor');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const app = appWith(await page.locator('#typed-key').innerText());
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(app.code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('heading', { name: 'Keep these backup codes' }).waitFor();
  return app;
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
