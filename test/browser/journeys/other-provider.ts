import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';

const demoId = 'Sign in with Demo ID (local)';
const provider = '**/dev/oidc/authorize?*';

/** A newcomer joins by way of the local provider; a member must sign in and link it first. */
export async function signInElsewhere(stage: Stage): Promise<void> {
  const step = journeySteps('other provider');
  const newcomer = await openVisit(stage);
  await goToProvider(newcomer.page);
  await expectAccessible(newcomer.page);
  await newcomer.page.getByRole('button', { name: 'Cancel' }).click();
  await newcomer.page.getByRole('alert').filter({ hasText: 'cancelled' }).waitFor();
  await expectAccessible(newcomer.page);
  await chooseAt(newcomer.page, 'Noor Haddad');
  await newcomer.page.waitForURL('**/market?*');
  await expectMe(newcomer.page, 'noor@demo-id.example');
  step('cancelled once, then joined as Noor without a password');

  await newcomer.page.goto('/account/confirm?returnTo=%2Faccount%2Fpasskeys');
  await expectAccessible(newcomer.page);
  await newcomer.page.getByRole('button', { name: demoId }).click();
  await choose(newcomer.page, 'Noor Haddad');
  await newcomer.page.waitForURL('**/account/passkeys');
  await expectMe(newcomer.page, 'noor@demo-id.example');
  step('confirmed there that she is still the same person');

  const member = await openVisit(stage);
  const { page } = member;
  await chooseAt(page, DEMO_SIGN_IN.learner.name);
  await page.getByRole('alert').filter({ hasText: 'Sign in to it first' }).waitFor();
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  step('an account with the same address stays shut');

  await page.goto('/sign-in?returnTo=%2Faccount%2Fprovider');
  await page.getByLabel('E-mail').fill(DEMO_SIGN_IN.learner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(DEMO_SIGN_IN.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/account/provider');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Link Demo ID (local)' }).click();
  await choose(page, DEMO_SIGN_IN.learner.name);
  await page.waitForURL('**/account/security?*');
  await expectAccessible(page);
  step('signed in with the password, and linked it');

  const again = await openVisit(stage, { javaScriptEnabled: false });
  await again.page.goto('/sign-in');
  const passkey = again.page.getByRole('button', { name: 'Sign in with a passkey' });
  expect(await passkey.isVisible()).toBe(false);
  await chooseAt(again.page, DEMO_SIGN_IN.learner.name);
  await again.page.waitForURL((url) => !url.pathname.startsWith('/dev/'));
  await expectMe(again.page, DEMO_SIGN_IN.learner.email);
  step('from then on it opens the account, without scripts too');

  // On the stand-in's own pages Chromium reports that the transition between ours ends there.
  const faults = [...newcomer.faults, ...member.faults, ...again.faults];
  expect(faults.filter((fault) => !fault.includes('/dev/oidc/authorize'))).toEqual([]);
  await Promise.all([newcomer, member, again].map((visit) => visit.close()));
}

async function goToProvider(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: demoId }).click();
  await page.waitForURL(provider);
}

/** On the provider's page, once it is there. */
async function choose(page: Page, name: string): Promise<void> {
  await page.waitForURL(provider);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

async function chooseAt(page: Page, name: string): Promise<void> {
  await goToProvider(page);
  await choose(page, name);
}

async function expectMe(page: Page, email: string): Promise<void> {
  expect(await (await page.request.get('/api/v1/me')).json()).toMatchObject({ email });
}
