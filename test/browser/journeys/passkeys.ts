import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addAuthenticator, type VirtualAuthenticator } from '../support/authenticator.ts';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { join, verify } from '../support/people.ts';

const ada = { name: 'Ada Vega', email: 'ada@passkey.example', password: 'slow blue river stones' };

/** From the first passkey to its removal. */
export async function signInWithPasskeys(stage: Stage): Promise<void> {
  const step = journeySteps('passkeys');
  const visit = await openVisit(stage);
  const { page } = visit;
  const authenticator = await addAuthenticator(page);

  await page.goto('/join');
  await join(page, ada);
  await page.waitForURL('**/check-mail');
  await verify(page, stage.product.url, ada.email);
  await page.waitForURL('**/market?*');
  step('joined with a password');

  await addPasskey(page, authenticator);
  step('added a passkey after a wrong finger; it is listed, and not made twice');

  await signOut(page);
  // Without the field's suggestions, which this authenticator would answer at once.
  await page.route('**/passkeys/options', (route) => route.abort(), { times: 1 });
  await page.goto('/sign-in?returnTo=%2Flessons');
  const button = page.getByRole('button', { name: 'Sign in with a passkey' });
  await button.waitFor();
  await expectAccessible(page);
  await button.click();
  await page.waitForURL(/\/(lessons|market)/);
  await expectSignedIn(page);
  step('signed in with the passkey alone, by the button');

  await signOut(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await page.waitForURL(/\/(market|$)/);
  await expectSignedIn(page);
  step('signed in by the passkey among the suggestions of the e-mail field');

  await confirmAnew(page);
  step('confirmed with the passkey that it is still the same person');

  await removePasskey(page);
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('alert').filter({ hasText: 'not known here' }).waitFor();
  step('removed: the same passkey is not known any more, and the page says so');

  expect(visit.faults).toEqual([]);
  await visit.close();
}

async function addPasskey(page: Page, authenticator: VirtualAuthenticator): Promise<void> {
  await page.goto('/account/passkeys');
  await expectAccessible(page);
  await authenticator.setVerified(false);
  await page.getByLabel('Name').fill('Ada’s phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'cancelled' }).waitFor();
  await expectAccessible(page);
  await authenticator.setVerified(true);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.waitForURL('**/account/passkeys?*');
  expect(await readText(page)).toContain('Ada’s phone');
  await expectAccessible(page);
  const passkeys = await authenticator.passkeys();
  expect(passkeys).toMatchObject([{ isResidentCredential: true }]);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'already' }).waitFor();
}

async function confirmAnew(page: Page): Promise<void> {
  await page.goto('/account/confirm?with=passkey&returnTo=%2Faccount%2Fpasskeys');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/account/passkeys');
}

async function removePasskey(page: Page): Promise<void> {
  await page.goto('/account/passkeys');
  await page.getByRole('link', { name: /^Remove/ }).click();
  await page.waitForURL(/remove=/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove passkey' }).click();
  await page.getByText('The passkey is removed here.').waitFor();
}

async function expectSignedIn(page: Page): Promise<void> {
  const answer = await page.request.get('/api/v1/me');
  expect(await answer.json()).toMatchObject({ email: ada.email });
}

async function signOut(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post('/api/v1/auth/logout', { headers: { origin } });
  expect(answer.status()).toBe(204);
}
