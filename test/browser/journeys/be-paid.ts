import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { mailTo } from '../support/inbox.ts';
import { signInAsMara } from '../support/people.ts';

const { email } = DEMO_SIGN_IN.instructor;

/** A teacher sets up payouts on the provider's page, is asked for more, gives it, and can be paid. */
export async function bePaid(stage: Stage): Promise<void> {
  const step = journeySteps('being paid');
  const { url } = stage.product;
  const visit = await openVisit(stage);
  const { page } = visit;
  await signInAsMara(page);
  await page.goto('/earnings');
  await page.getByText('Set up payouts to be paid').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Set up payouts' }).click();
  await page.getByRole('heading', { name: 'Be paid for your lessons' }).waitFor();
  await expectAccessible(page);
  step('earnings say what is missing, and lead to it');

  await page.getByRole('button', { name: 'Set up payouts' }).click();
  await fillIn(page, 'document');
  await page.waitForURL('**/earnings/account?back=1');
  await page.getByRole('heading', { name: 'Your details are being checked' }).waitFor();
  await expectAccessible(page);
  step('the provider’s own page, and back: being checked');

  await untilHeading(page, 'Something is missing before you can be paid');
  expect(await readText(page)).toMatch(/A proof of identity Needed now/);
  await expectAccessible(page);
  await mailTo(url, email, /need something from you/);
  step('the check wants a document: the page and a mail say so');

  await page.getByRole('button', { name: 'Give what is missing' }).click();
  await page.locator('#verdict').selectOption('enabled');
  await page.getByRole('button', { name: 'Send the document' }).click();
  await page.waitForURL('**/earnings/account?back=1');
  await untilHeading(page, 'You are being paid');
  expect(await readText(page)).toContain('bank account ending in 6789');
  await mailTo(url, email, /You can be paid now/);
  await page.goto('/earnings');
  expect(await readText(page)).not.toContain('Set up payouts');
  step('with it, payouts are on');

  await page.goto('/earnings/account');
  await page.getByRole('button', { name: 'Change bank or details' }).click();
  await page.waitForURL((address) => address.pathname.startsWith('/c/express/'));
  step('bank and details are changed at the provider');

  for (const path of ['/earnings/payouts', '/earnings/statements']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  expect(visit.faults).toEqual([]);
  await visit.close();
}

/** The hosted form; what the check will find is chosen on it. */
export async function fillIn(page: Page, verdict: 'document' | 'enabled'): Promise<void> {
  const typed: Record<string, string> = {
    firstName: 'Mara',
    lastName: 'Ellison',
    birthday: '1988-02-03',
    line1: '1 High Street',
    postalCode: 'NW1 8AA',
    city: 'London',
    phone: '+44 113 496 0000',
    account: '000123456789',
  };
  for (const [name, value] of Object.entries(typed)) await page.locator(`#${name}`).fill(value);
  await page.locator('#verdict').selectOption(verdict);
  await page.locator('#agree').check();
  await page.getByRole('button', { name: 'Agree and submit' }).click();
}

/** Looks again until the provider has told us; its checks take some seconds. */
async function untilHeading(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await page.goto('/earnings/account');
    if (await page.getByRole('heading', { name }).isVisible()) return;
    await page.waitForTimeout(1000);
  }
  throw new Error(`${name}: not shown; instead ${await readText(page)}`);
}
