import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import { linkIn, mailTo } from './inbox.ts';

/** Fills in the form to join, on the page that is open. */
export async function join(
  page: Page,
  { name, email, password }: Record<'name' | 'email' | 'password', string>,
): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Opens the mailed link and presses its button. */
export async function verify(page: Page, url: string, email: string): Promise<void> {
  const mail = await mailTo(url, email, /confirm/i);
  await page.goto(linkIn(mail, '/verify-email'));
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
}

export async function signInAsMara(page: Page): Promise<void> {
  await page.goto('/sign-in?returnTo=%2Fweek');
  await page.getByLabel('E-mail').fill(DEMO_SIGN_IN.instructor.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(DEMO_SIGN_IN.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/week');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('My week');
}

/** Types a card into the provider's own page and sends it. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry date').fill('12 / 34');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on card').fill('Ada Vega');
  await page.getByRole('button', { name: /^(Pay|Save)/ }).click();
}

/** Signs in with a password on a page of its own; what comes next is up to the account. */
export async function signIn(
  page: Page,
  { email, password }: Record<'email' | 'password', string>,
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Joins, confirms the address and is signed in. */
export async function joinAndVerify(
  page: Page,
  url: string,
  person: Record<'name' | 'email' | 'password', string>,
): Promise<void> {
  await page.goto('/join');
  await join(page, person);
  await page.waitForURL('**/check-mail');
  await verify(page, url, person.email);
  await page.waitForURL('**/market?*');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL((address) => address.pathname === '/');
}
