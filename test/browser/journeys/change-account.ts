import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { linkIn, mailTo, textTo } from '../support/inbox.ts';
import { joinAndVerify, signIn } from '../support/people.ts';

const leo = { name: 'Leo Brandt', email: 'leo@change.example', password: 'five slow yellow trams' };
const newEmail = 'leo.new@change.example';
const afterUndo = 'seven loud purple drums';
const phone = '+447400123456';

/** Another address and back, a phone, a copy of everything, and an account that stays after all. */
export async function changeAccount(stage: Stage): Promise<void> {
  const step = journeySteps('account');
  const visit = await openVisit(stage);
  const { page } = visit;
  await joinAndVerify(page, stage.product.url, leo);

  await page.goto('/account');
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Leo B.');
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Leo B.');
  step('name and time zone');

  await confirmPhone(page, stage.product.url);
  step('a phone number, confirmed by the code in a text message');

  await changeEmailAndUndo(page, stage.product.url);
  step('a new address, confirmed there; undone from the old one, which signs everybody out');

  await signIn(page, leo);
  await page.getByRole('alert').waitFor();
  const reset = await mailTo(stage.product.url, leo.email, /password/i);
  await page.goto(linkIn(reset, '/reset-password'));
  await page.getByRole('textbox', { name: 'New password' }).fill(afterUndo);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.waitForURL('**/sign-in?reset=1');
  await signIn(page, { ...leo, password: afterUndo });
  await page.waitForURL((url) => url.pathname === '/');
  step('the old password is void; a new one is set by the mailed link');

  await page.goto('/account/confirm?returnTo=%2Faccount%2Fpassword');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Password' }).fill(afterUndo);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/account/password');
  await changePassword(page);
  await removePhone(page);
  step('a new password, ticked off while typing; and no phone number any more');

  await exportData(page);
  step('a file with all of it');

  await page.goto('/account/data');
  await page.getByRole('link', { name: 'Delete my account…' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('status').getByText('This account will be deleted').waitFor();
  await expectAccessible(page);
  await mailTo(stage.product.url, leo.email, /delet/i);
  await page.goto('/account/devices');
  expect(await readText(page)).toMatch(/This account will be deleted on \d+ \w+ \d{4}/);
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await page.getByText('Your account stays.').waitFor();
  expect(await readText(page)).not.toContain('This account will be deleted');
  step('deleted, and kept within the days of grace');

  await page.goto('/account/activity');
  await expectAccessible(page);
  const log = await readText(page);
  for (const line of ['Phone number confirmed', 'Data downloaded', 'Deletion of the account'])
    expect(log).toContain(line);
  step('all of it is in the log of the account');

  expect(visit.faults).toEqual([]);
  await visit.close();
}

async function confirmPhone(page: Page, url: string): Promise<void> {
  await page.goto('/account/phone');
  await expectAccessible(page);
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill('12');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByRole('alert').waitFor();
  expect(await field.inputValue()).toBe('12');
  await field.fill('07400 123456');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
  await expectAccessible(page);
  const again = page.getByRole('button', { name: /Send it again \(\d+ s\)/ });
  expect(await again.isDisabled()).toBe(true);
  const code = /\b\d{6}\b/.exec(await textTo(url, phone, /\b\d{6}\b/))?.[0] ?? '';
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code);
  await page.getByRole('button', { name: 'Confirm number' }).click();
  await page.getByText('Your phone number is confirmed.').waitFor();
  expect(await readText(page)).toContain(phone);
}

async function changeEmailAndUndo(page: Page, url: string): Promise<void> {
  await page.goto('/account/email');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'New e-mail address' }).fill(newEmail);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('heading', { name: newEmail }).waitFor();
  await expectAccessible(page);
  const confirm = linkIn(await mailTo(url, newEmail, /confirm/i), '/email/confirm');
  await page.goto(confirm);
  await page.reload();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('heading', { name: 'Your address is changed' }).waitFor();
  await page.goto(confirm);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('alert').waitFor();

  const undo = linkIn(
    await mailTo(url, leo.email, /address.*changed|changed.*address/i),
    '/email/undo',
  );
  await page.goto(undo);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take my account back' }).click();
  await page.getByRole('heading', { name: 'Your old address is back' }).waitFor();
  await page.goto('/account/email');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
}

async function changePassword(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Current password' }).fill(afterUndo);
  const field = page.getByRole('textbox', { name: 'New password' });
  await field.fill('short1');
  expect(await page.locator('li[data-met]').allInnerTexts()).toHaveLength(2);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Current password' }).fill(afterUndo);
  await field.fill('six fast orange kites');
  expect(await page.locator('li[data-met]').count()).toBe(4);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Your new password is saved.').waitFor();
}

async function removePhone(page: Page): Promise<void> {
  await page.goto('/account/phone');
  await page.getByRole('link', { name: 'Remove' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove number' }).click();
  await page.getByText('Your phone number is removed.').waitFor();
}

async function exportData(page: Page): Promise<void> {
  await page.goto('/account/data');
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'etude-account' });
  expect(text).toContain(leo.email);
}
