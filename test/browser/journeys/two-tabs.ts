import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import type { Product } from '../support/product.ts';
import { join, payWith, verify } from '../support/people.ts';

const kofi = {
  name: 'Kofi Mensah',
  email: 'kofi@learner.example',
  password: 'three quiet green boats',
};

/** Two tabs, another market, the back button and a stale amount: one lesson, one payment. */
export async function payOnceInTwoTabs(stage: Stage): Promise<void> {
  const step = journeySteps('two tabs');
  const visit = await openVisit(stage, { timezoneId: 'America/New_York', locale: 'en-US' });
  const { page } = visit;
  await page.goto('/join');
  await join(page, kofi);
  await verify(page, stage.product.url, kofi.email);
  await page.waitForURL('**/market?*');
  expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('us');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL((url) => url.pathname === '/');

  await page.goto('/teachers/mara-ellison');
  await page.getByRole('link', { name: 'Later' }).click();
  await page.waitForURL(/from=/);
  await page.locator('a[href*="slot="]:visible').first().click();
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  const booking = page.url();
  expect(await readText(page)).toMatch(/Your time, New York · .*\d:\d\d.* in London/);
  step('an hour in London is held by somebody in New York; both clocks are shown');

  await page.getByRole('button', { name: 'Save my card and book' }).click();
  await page.waitForURL('**/market?need=gb*');
  expect(await readText(page)).toContain('paid in GBP');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL(booking);
  step('the lesson is sold in another market: asked, changed, and back');

  const second = await page.context().newPage();
  await second.goto(booking);
  await page.getByRole('button', { name: 'Save my card and book' }).click();
  await page.waitForURL('**/c/pay/**');
  await second.getByRole('button', { name: 'Save my card and book' }).click();
  await second.waitForURL('**/c/pay/**');
  expect(second.url()).toBe(page.url());
  await payWith(page, '4242 4242 4242 4242');
  await page.getByRole('heading', { name: 'It’s booked' }).waitFor();
  await payWith(second, '4242 4242 4242 4242');
  await second.getByRole('heading', { name: 'It’s booked' }).waitFor();
  expect(await completedCheckouts(stage.product, booking)).toBe(1);
  step('both tabs saved a card for a lesson next week, and the provider has one of them');

  await second.goto(booking);
  await second.waitForURL('**/lessons/*');
  step('the way back to the checkout leads to the confirmation');

  const lesson = new URL(second.url()).pathname;
  await second.goto(`${lesson}?cancel`);
  await second.evaluate(() => {
    const amount = document.querySelector<HTMLInputElement>('[name="expectedRefundMinor"]');
    if (amount) amount.value = '1';
  });
  await second.getByRole('main').getByRole('button').click();
  expect(await readText(second, '[role=alert]')).toContain('nothing has been cancelled yet');
  await expectAccessible(second);
  await page.goto(`${lesson}?cancel`);
  await second.getByRole('button', { name: 'Cancel and pay nothing' }).click();
  await second.waitForURL('**/lessons/*?cancelled=1');
  await page.getByRole('button', { name: 'Cancel and pay nothing' }).click();
  await page.waitForURL('**/lessons/*?cancelled=1');
  step('another amount than the one shown is asked about again; cancelling twice is no harm');
  expect(visit.faults).toEqual([]);
  await visit.close();
}

async function completedCheckouts(product: Product, booking: string): Promise<number> {
  const { data } = (await product.payments('/v1/checkout/sessions?limit=100')) as {
    data: { status: string; client_reference_id: string | null }[];
  };
  const reference = `booking:${new URL(booking).pathname.split('/').at(-1)}`;
  return data.filter((one) => one.client_reference_id === reference && one.status === 'complete')
    .length;
}
