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
import { join, payWith, signInAsMara, verify } from '../support/people.ts';
import type { Product } from '../support/product.ts';

const wish = 'guitar near Camden under £40';
const ada = { name: 'Ada Vega', email: 'ada@learner.example', password: 'slow blue river stones' };

/** The whole path, from a wish to a refund. */
export async function findBookPayAndCancel(stage: Stage): Promise<void> {
  const { product } = stage;
  const step = journeySteps('journey');
  const visit = await openVisit(stage);
  const { page } = visit;

  await search(page);
  step(`“${wish}” leads to ${await page.locator('article').count()} teachers: ${page.url()}`);

  await page.getByRole('link', { name: 'Mara Ellison' }).first().click();
  await page.waitForURL('**/teachers/mara-ellison*');
  await expectAccessible(page);
  const slot = await chooseSlot(page);
  step(`Mara Ellison’s page shows free hours; ${slot.label} is chosen`);

  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  const booking = page.url();
  expect(await readText(page)).toMatch(
    /Held for you until \d{1,2}:\d\d(?: [AP]M)? (?:9:[345]\d|10:00)/,
  );
  await expectAccessible(page);
  step('the hour is held, with a countdown');

  await joinFromHold(page, product, booking);
  step(
    'joined, confirmed the address by mail, confirmed the market, and came back to the same hour',
  );

  await payAfterDecline(page, booking);
  step('a declined card explained itself and kept the hold; another card passed 3-D Secure');

  await expectConfirmation(page, booking);
  step(
    'the confirmation shows when, where, price, policy and calendar; the lesson is under My lessons',
  );

  const teacher = await openVisit(stage, { viewport: { width: 1440, height: 900 } });
  await expectInWeek(teacher.page, product, slot.startsAt);
  await changeHours(teacher.page);
  step(
    'both sides have mail; the lesson is in the teacher’s week; changed hours move the next free times',
  );

  await cancel(page, product, booking);
  step('cancelled: the amount came first, the refund has arrived, both are told');

  await page.goto(`/teachers/mara-ellison?from=${slot.startsAt.slice(0, 10)}`);
  expect(await page.locator(`a[href*="${encodeURIComponent(slot.startsAt)}"]`).count()).toBe(1);
  step('the hour is free again');

  await signOut(page);
  step('signed out, also after a reload');
  expect([...visit.faults, ...teacher.faults]).toEqual([]);
  await Promise.all([visit.close(), teacher.close()]);
}

async function search(page: Page): Promise<void> {
  await page.goto('/');
  await expectAccessible(page);
  await page.getByLabel('What would you like to learn?').fill(wish);
  await page.getByRole('button', { name: 'Find teachers' }).click();
  await page.waitForURL('**/search?*');
  const params = new URL(page.url()).searchParams;
  expect(params.get('subject')).toBe('guitar');
  expect(params.get('price')).toBe('40');
  expect(params.get('place')).toContain('camden');
  await expectAccessible(page);
}

const hoursAhead = (slot: string): number => (Date.parse(slot) - Date.now()) / 3_600_000;

const slotIn = (href: string | null, page: Page): string =>
  new URL(href ?? '', page.url()).searchParams.get('slot') ?? '';

/** The last hour that is far enough away for the full refund, and near enough to be paid now. */
async function chooseSlot(page: Page): Promise<{ label: string; startsAt: string }> {
  const links = await page.locator('a[href*="slot="]:visible').all();
  const slots = await Promise.all(
    links.map(async (one) => ({
      link: one,
      startsAt: slotIn(await one.getAttribute('href'), page),
    })),
  );
  const { link, startsAt } = slots.findLast(
    (one) => hoursAhead(one.startsAt) > 26 && hoursAhead(one.startsAt) < 95,
  )!;
  const label = (await link.getAttribute('aria-label')) ?? '';
  await link.click();
  await page.getByRole('button', { name: 'Hold this time' }).waitFor();
  return { label, startsAt };
}

async function joinFromHold(page: Page, product: Product, booking: string): Promise<void> {
  await page.getByRole('link', { name: 'Join and go on' }).click();
  await join(page, { ...ada, password: 'password' });
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(ada.email);
  await expectAccessible(page);
  await join(page, ada);
  await page.waitForURL('**/check-mail');
  await expectAccessible(page);
  await verify(page, product.url, ada.email);
  await page.waitForURL('**/market?*');
  expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('gb');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL(booking);
  await expectAccessible(page);
}

async function payAfterDecline(page: Page, booking: string): Promise<void> {
  await page.getByRole('button', { name: 'Pay £38.00' }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4000 0000 0000 0002');
  expect(await readText(page, '[role=alert]')).toContain('declined');
  await page.getByRole('link', { name: /Back to/ }).click();
  await page.waitForURL(`${booking}*`);
  expect(await readText(page)).toContain('The card was declined');
  expect(await readText(page)).toContain('Held for you until');
  await page.getByRole('button', { name: 'Pay £38.00' }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4000 0027 6000 3184');
  await page.waitForURL('**/authenticate');
  await page.getByRole('button').first().click();
  await page.waitForURL('**/lessons/*');
}

async function expectConfirmation(page: Page, booking: string): Promise<void> {
  await page.getByRole('heading', { name: 'It’s booked' }).waitFor();
  const text = await readText(page);
  for (const part of ['Camden', '£34.20', '£3.80', 'Cancel until', 'all £38.00 back'])
    expect(text).toContain(part);
  await expectAccessible(page);
  const file = await page.request.get(`/api/v1/bookings/${idIn(booking)}/calendar.ics`);
  expect(await file.text()).toContain('BEGIN:VEVENT');
  await page.goto(booking);
  await page.waitForURL('**/lessons/*');
  await page.goto('/lessons');
  expect(await readText(page)).toContain('Guitar lesson · Mara Ellison');
  await expectAccessible(page);
}

async function expectInWeek(page: Page, product: Product, startsAt: string): Promise<void> {
  await mailTo(product.url, ada.email, /^Confirmed:/);
  await mailTo(product.url, DEMO_SIGN_IN.instructor.email, /Ada Vega/);
  await signInAsMara(page);
  await page.goto(`/week?from=${startsAt.slice(0, 10)}`);
  expect(await readText(page, 'main table')).toContain('Ada Vega');
  await expectAccessible(page);
}

/** Mara opens Sunday mornings, and learners can pick one. */
async function changeHours(page: Page): Promise<void> {
  await page.goto('/teach/hours');
  expect(await readText(page)).not.toContain('06:15');
  await page.getByRole('button', { name: 'Add hours (Sunday)' }).click();
  await page.getByLabel('Sunday, from').fill('06:15');
  await page.getByLabel('Sunday, until').fill('08:00');
  await page.getByRole('main').getByRole('button', { name: 'Save hours' }).last().click();
  await page.waitForURL('**/teach/hours?saved*');
  await expectAccessible(page);
  const instructor = await page.request.get(`/api/v1/instructors/mara-ellison`);
  const { id, services } = (await instructor.json()) as { id: string; services: { id: string }[] };
  const week = await page.request.get(
    `/api/v1/instructors/${id}/slots?serviceId=${services[0]?.id}&days=14&zone=Europe/London`,
  );
  expect(await week.text()).toMatch(/T0[56]:15:00Z/);
}

async function cancel(page: Page, product: Product, booking: string): Promise<void> {
  await page.goto(`/lessons/${idIn(booking)}`);
  await page.getByRole('link', { name: /Cancel this lesson/ }).click();
  expect(await readText(page)).toContain('£38.00 is reserved on your card; nothing was taken.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel and release £38.00' }).click();
  await page.waitForURL('**/lessons/*?cancelled=1');
  expect(await readText(page)).toContain('The £38.00 reserved on your card is released');
  await expectAccessible(page);
  const mail = await mailTo(product.url, ada.email, /^Cancelled:/);
  expect(mail.text).toContain('£38.00');
  await mailTo(product.url, DEMO_SIGN_IN.instructor.email, /^Cancelled:/);
  await expect.poll(() => moneyBack(product), { timeout: 20_000, interval: 300 }).toBe(3800);
}

/** In minor units: refunded after a capture, or never captured at all. */
async function moneyBack(product: Product): Promise<number> {
  const { data } = (await product.payments('/v1/payment_intents?limit=1')) as {
    data: { status: string; amount: number }[];
  };
  if (data[0]?.status === 'canceled') return data[0].amount;
  const refunds = (await product.payments('/v1/refunds?limit=10')) as {
    data: { amount: number }[];
  };
  return refunds.data.reduce((sum, { amount }) => sum + amount, 0);
}

async function signOut(page: Page): Promise<void> {
  await page.locator('header summary:visible').click();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.reload();
  expect(await readText(page, 'header')).toContain('Join');
  await page.goto('/lessons');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
}

const idIn = (booking: string): string => new URL(booking).pathname.split('/').at(-1) ?? '';
