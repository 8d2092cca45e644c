import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';
import { typeCard } from '../support/cards.ts';
import { mailTo } from '../support/inbox.ts';
import { joinAndVerify } from '../support/people.ts';

const nora = {
  name: 'Nora Lind',
  email: 'nora@plus.example',
  password: 'nine slow green kettles',
};

const status = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

/** A trial, an end, a paid month, the year with its proration before the click, money back; on a phone. */
export async function subscribeToPlus(stage: Stage): Promise<void> {
  const step = journeySteps('Etude Plus');
  const visit = await openVisit(stage);
  const { page } = visit;
  await page.goto('/plus');
  await expectAccessible(page);
  await joinAndVerify(page, stage.product.url, nora);

  await page.goto('/plus');
  await page.getByRole('button', { name: 'Try it for nothing: By the month' }).click();
  await typeCard(page, '4242424242424242', nora.name);
  await page.waitForURL('**/plus?welcome=1');
  await status(page, 'Welcome to Etude Plus');
  await page.getByText('You are trying it until').waitFor();
  await expectAccessible(page);
  await mailTo(stage.product.url, nora.email, /Welcome to Etude Plus/);
  step('a trial begins, and is known on return');

  await endAtOnce(page);
  await page.getByText('It ended on').waitFor();
  step('a trial that ends at once costs nothing');

  await page.getByRole('button', { name: 'Subscribe: By the month' }).click();
  await typeCard(page, '4000002760003184', nora.name);
  await page.getByRole('button', { name: /complete|authori/i }).click();
  await page.waitForURL('**/plus?welcome=1');
  await page.getByText(/It renews on .+: £7\.99 a month\./).waitFor();
  step('the second time is charged at once, after the bank has asked');

  await useAnotherCard(page);
  step('another card is saved and used first');

  await changeToYear(page);
  step('a year: the bill before the click is the bill after it');

  await page.goto('/plus/cancel');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^End it on / }).click();
  await page.getByText(/It goes on until .+, and then ends/).waitFor();
  await page.getByRole('button', { name: 'Keep Etude Plus' }).click();
  await status(page, 'Good: Etude Plus goes on.');
  step('an end with the period, taken back');

  const back = await endAtOnce(page);
  await page.goto('/account/payments');
  const told = page.getByText(`${back} went back on`);
  await expect
    .poll(() => page.reload().then(() => told.count()), { timeout: 20_000, interval: 1000 })
    .toBe(1);
  step(`an end at once: ${back} goes back`);
  expect(visit.faults).toEqual([]);
  await visit.close();
}

/** Says what goes back, if anything. */
async function endAtOnce(page: Page): Promise<string | undefined> {
  await page.goto('/plus/cancel');
  const button = page.getByRole('button', { name: /^End it (at once|and get)/ });
  const amount = /£[\d.,]+/.exec(await button.innerText())?.[0];
  await button.click();
  await status(page, 'Etude Plus has ended.');
  return amount;
}

async function useAnotherCard(page: Page): Promise<void> {
  await page.goto('/account/payments');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save a card' }).click();
  await typeCard(page, '5555555555554444', nora.name);
  await page.waitForURL('**/account/payments?card=saved');
  await status(page, 'Your card is saved.');
  await page.getByRole('button', { name: 'Use first: Mastercard ending in 4444' }).click();
  await status(page, 'This card is used first from now on.');
  await expectAccessible(page);
}

async function changeToYear(page: Page): Promise<void> {
  await page.goto('/plus');
  await page.getByText('Mastercard ending in 4444').waitFor();
  await page.getByRole('link', { name: 'Change to yearly' }).click();
  await page.getByText('What is left of your present plan').waitFor();
  await expectAccessible(page);
  const pay = page.getByRole('button', { name: /^Pay £/ });
  const amount = /£[\d.,]+/.exec(await pay.innerText())![0];
  expect(Number(amount.slice(1))).toBeLessThan(63.99);
  await pay.click();
  await status(page, 'Your plan has changed.');
  await page.goto('/account/payments');
  await page.locator('#payment-list').getByText(amount).first().waitFor();
  const download = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /^Receipt \(PDF\): Etude Plus/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/^etude-receipt-.+\.pdf$/);
}
