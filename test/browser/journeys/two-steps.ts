import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { mailTo } from '../support/inbox.ts';
import { joinAndVerify, signIn } from '../support/people.ts';
import { appWith, type AuthenticatorApp, backupCodesOn } from '../support/two-factor.ts';

const noor = {
  name: 'Noor Haddad',
  email: 'noor@steps.example',
  password: 'seven warm stone walls',
};

/** The authenticator app, the trusted browser, and the day the phone is lost. */
export async function signInInTwoSteps(stage: Stage): Promise<void> {
  const step = journeySteps('two steps');
  const visit = await openVisit(stage);
  const { page } = visit;
  await joinAndVerify(page, stage.product.url, noor);

  const { app, codes } = await turnOn(page);
  await mailTo(stage.product.url, noor.email, /two-step/i);
  step('the app is set up after a wrong code; ten backup codes are shown; a mail tells of it');

  await signOut(page);
  await signIn(page, noor);
  await page.waitForURL('**/sign-in/code');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill('000000');
  await page.getByRole('button', { name: 'Go on' }).click();
  expect(await readText(page)).toContain('4 tries are left');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(app.code(1));
  await page.getByLabel('Trust this browser').check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  step('signed in with the password, a code, and trust in this browser');

  await signOut(page);
  await signIn(page, noor);
  await page.waitForURL((url) => url.pathname === '/');
  step('signed in again with the password alone');

  await page.goto('/account/devices');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Stop trusting/ }).click();
  await page.getByText('asked for a code again').waitFor();
  await signOut(page);
  await signIn(page, noor);
  await page.waitForURL('**/sign-in/code');
  step('no longer trusted: the code is asked for again');

  await page.getByText('Lost your phone?').click();
  await page.getByRole('link', { name: 'Use a backup code' }).click();
  await page.waitForURL('**/sign-in/code?with=backup_code');
  await expectAccessible(page);
  const [code = ''] = codes;
  await page.getByRole('textbox', { name: 'Backup code' }).fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await mailTo(stage.product.url, noor.email, /backup code/i);
  await page.goto('/account/security');
  expect(await readText(page)).toContain('9 codes left');
  await expectAccessible(page);
  step('the phone is lost: a backup code lets her in, and nine are left');

  await signOut(page);
  await signIn(page, noor);
  await page.waitForURL('**/sign-in/code');
  await page.goto('/sign-in/code?with=backup_code');
  await page.getByRole('textbox', { name: 'Backup code' }).fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  expect(await readText(page, '[role=alert]')).toContain('was used already');
  step('the same code does not work twice');

  await page.getByRole('textbox', { name: 'Backup code' }).fill(codes[1] ?? '');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/account/backup-codes');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await page.getByRole('heading', { name: 'Your new backup codes' }).waitFor();
  const anew = await backupCodesOn(page);
  expect(new Set([...anew, ...codes]).size).toBe(20);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  expect(await readText(page)).toContain('10 codes left');
  step('ten new codes');

  await page.goto('/account/two-factor');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password' }).fill('not it');
  await page.getByRole('button', { name: 'Turn off two-step sign-in' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('textbox', { name: 'Password' }).fill(noor.password);
  await page.getByRole('button', { name: 'Turn off two-step sign-in' }).click();
  await page.getByText('Two-step sign-in is off.').waitFor();
  await signOut(page);
  await signIn(page, noor);
  await page.waitForURL((url) => url.pathname === '/');
  step('turned off with the password: no code is asked for any more');

  expect(visit.faults).toEqual([]);
  await visit.close();
}

async function turnOn(page: Page): Promise<{ app: AuthenticatorApp; codes: string[] }> {
  await page.goto('/account/two-factor');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await expectAccessible(page);
  const app = appWith(await page.locator('#typed-key').innerText());
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  expect(await readText(page, '[role=alert]')).toContain('This code is not right');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(app.code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByRole('heading', { name: 'Keep these backup codes' }).waitFor();
  await expectAccessible(page);
  const codes = await backupCodesOn(page);
  expect(new Set(codes).size).toBe(10);
  await expectKept(page, codes);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByText('Two-step sign-in is on').waitFor();
  return { app, codes };
}

/** Copied, saved as a file, and alone on the printed page. */
async function expectKept(page: Page, codes: string[]): Promise<void> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save as a file' }).click(),
  ]);
  const stream = await file.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  for (const code of codes) expect(text).toContain(code);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').filter(Boolean)).toEqual(codes);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
}

async function signOut(page: Page): Promise<void> {
  await page.locator('header summary:visible').click();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.getByRole('link', { name: 'Join', exact: true }).waitFor();
}

const kay = {
  name: 'Kay Lindqvist',
  email: 'kay@steps.example',
  password: 'nine quiet pine trees',
};

/** The same in a browser that runs no scripts. */
export async function signInInTwoStepsWithoutScripts(stage: Stage): Promise<void> {
  const step = journeySteps('two steps without scripts');
  const { page, close } = await openVisit(stage, { javaScriptEnabled: false });
  await joinAndVerify(page, stage.product.url, kay);
  await page.goto('/account/two-factor');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const app = appWith(await page.locator('#typed-key').innerText());
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(app.code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  const codes = await backupCodesOn(page);
  expect(codes).toHaveLength(10);
  step('set up, and the codes are there');

  await page.locator('header summary:visible').click();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await signIn(page, kay);
  await page.waitForURL('**/sign-in/code');
  expect(await readText(page)).toMatch(/You have until \d{1,2}:\d\d/);
  await page.getByRole('link', { name: 'Use a backup code' }).click();
  await page.getByRole('textbox', { name: 'Backup code' }).fill('not a code');
  await page.getByRole('button', { name: 'Go on' }).click();
  expect(await readText(page, '[role=alert]')).toContain('not one of your backup codes');
  await page.getByRole('link', { name: 'Use a code from your app' }).click();
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(app.code(1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  step('signed in with a code, by way of a wrong backup code');
  await close();
}
