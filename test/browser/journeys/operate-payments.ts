import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { checkCharge } from '../../../src/domains/payments/index.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import type { PaymentsStage } from '../support/payments-stage.ts';

async function taken({ world }: PaymentsStage, card?: string) {
  const charge = await world.paidCharge({ capture: 'automatic', ...(card && { card }) });
  return checkCharge(world.ctx, charge.id);
}

/** Finds the payment, gives a part of it back without scripts, and can't do so twice from another tab. */
export async function refundInPart(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('refund');
  const { world } = stage;
  const charge = await taken(stage);
  const { page, faults, close } = await stage.visitOperator({ javaScriptEnabled: false });
  await page.goto('/operate/payments/waiting');
  await page.locator('summary').filter({ hasText: 'Menu' }).click();
  await page.getByRole('link', { name: 'Look after payments' }).click();
  await page.getByLabel(/^Id of a booking/).fill(charge.reference.replace('booking:', ''));
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: `Lesson …${charge.reference.slice(-12)}` }).click();
  expect(await readText(page)).toContain('Reserved on the card → Taken');
  step('the payment is found by its booking, with its story');

  await page.getByRole('link', { name: 'Refund' }).click();
  expect(await page.getByLabel('Amount in GBP').inputValue()).toBe('38.00');
  await page.getByLabel('Amount in GBP').fill('twelve');
  await page.getByLabel('Note').fill('The room was cold.');
  await page.getByRole('button', { name: 'Refund' }).click();
  expect(await readText(page, '[role=alert]')).toContain('such as 12.50');
  expect(await page.getByLabel('Note').inputValue()).toBe('The room was cold.');
  step('what is no amount is said beside the field, and nothing typed is lost');

  const late = await page.context().newPage();
  await late.goto(page.url());
  await page.getByLabel('Amount in GBP').fill('12.50');
  await page.getByLabel('Reason').selectOption('goodwill');
  await page.getByRole('button', { name: 'Refund' }).click();
  await page.waitForURL('**/operate/payments/*?done=refund');
  await world.runJobs();
  await page.reload();
  const story = await readText(page);
  for (const text of ['Refunded in part', '£12.50', '£25.50', 'The room was cold.', 'goodwill'])
    expect(story).toContain(text);
  step('a part is on its way, with the reason in the story');

  await late.getByLabel('Amount in GBP').fill('12.50');
  await late.getByRole('button', { name: 'Refund' }).click();
  expect(await readText(late, '[role=alert]')).toContain('moved on since');
  expect((await checkCharge(world.ctx, charge.id)).refunded.minor).toBe(1250);
  step('sent again from a tab that was opened before, it is refused');
  expect(faults).toEqual([]);
  await close();
}

/** The payer's bank asks the money back; told by webhook, found in the list. */
async function openDispute(stage: PaymentsStage, page: Page): Promise<string> {
  const { world } = stage;
  const charge = await taken(stage, '4000000000000259');
  world.clock.advance({ seconds: 6 });
  await world.deliverAll();
  await page.goto(`/operate/payments/${charge.id}`);
  expect(await readText(page)).toContain('Nothing can be refunded until it has');
  expect(await page.getByRole('link', { name: 'Refund' }).count()).toBe(0);
  await page.goto('/operate/payments/disputes');
  await page.locator('main a[href*="/disputes/"]').first().click();
  await page.waitForURL('**/operate/payments/disputes/*');
  const text = await readText(page);
  for (const said of ['Dispute over £38.00', 'Needs an answer', 'reported as fraud', 'Due '])
    expect(text).toContain(said);
  return charge.id;
}

export async function winDispute(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('dispute won');
  const { world } = stage;
  const { page, faults, close } = await stage.visitOperator();
  const chargeId = await openDispute(stage, page);
  step('a webhook has opened it: the deadline is shown, nothing can be refunded');

  await page.getByLabel('The payer’s name').fill('Ada Vega');
  await page.getByLabel('Anything else').fill('winning_evidence');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.waitForURL('**?done=saved');
  await page.getByLabel('What it shows').selectOption('service_documentation');
  const buffer = Buffer.from('%PDF-1.7 attendance');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'attendance.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL('**?done=file');
  expect(await readText(page)).toContain('attendance.pdf');
  await expectAccessible(page);
  step('evidence is gathered, with a file');

  await page.getByRole('link', { name: 'Send the answer' }).click();
  expect(await readText(page)).toContain('decides about £38.00');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await page.waitForURL('**?done=answer');
  await world.runJobs();
  await page.reload();
  expect(await readText(page)).toContain('The bank is deciding');
  expect(await page.getByRole('button', { name: 'Save the draft' }).count()).toBe(0);
  step('it is sent, once, after a last question');

  world.clock.advance({ seconds: 6 });
  await world.deliverAll();
  await page.reload();
  expect(await readText(page)).toContain('Won');
  await page.goto(`/operate/payments/${chargeId}`);
  expect(await readText(page)).toContain('Released from a dispute');
  expect(await page.getByRole('link', { name: 'Refund' }).count()).toBe(1);
  step('the bank gives the money back, and the payment can be refunded again');
  expect(faults).toEqual([]);
  await close();
}

export async function loseDispute(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('dispute lost');
  const { world } = stage;
  const { page, faults, close } = await stage.visitOperator({ javaScriptEnabled: false });
  const chargeId = await openDispute(stage, page);
  await page.getByRole('link', { name: 'Give in' }).click();
  expect(await readText(page)).toContain('keeps £38.00');
  await page.getByRole('button', { name: 'Give in' }).click();
  await page.waitForURL('**?done=answer');
  await world.runJobs();
  await world.deliverAll();
  await page.reload();
  expect(await readText(page)).toContain('State Lost');
  step('given in: the bank keeps the money');
  await page.goto(`/operate/payments/${chargeId}`);
  const story = await readText(page);
  expect(story).toContain('Lost to the bank £38.00');
  expect(story).toContain('Still kept £0.00');
  expect(await page.getByRole('link', { name: 'Refund' }).count()).toBe(0);
  step('nothing is left to refund, and the ledger says where it went');
  expect(faults).toEqual([]);
  await close();
}

/** Every page of it, on a phone and on a desk, in light and dark: nothing to object to. */
export async function seeEveryPage(stage: PaymentsStage): Promise<void> {
  const { world } = stage;
  const charge = await taken(stage);
  await world.deliverAll();
  const { page, faults, close } = await stage.visitOperator();
  await page.goto('/operate/payments/books');
  await page.getByRole('button', { name: 'Compare now' }).click();
  await page.waitForURL('**?done=compare');
  await world.runJobs();
  await page.reload();
  const report = page.locator('main a[href*="/books/"]').first();
  const reportPath = (await report.getAttribute('href')) ?? '';
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '',
      '/waiting',
      '/events',
      '/problems',
      '/disputes?all=1',
      '/books',
      reportPath.replace('/operate/payments', ''),
      '/cases',
      `/${charge.id}`,
      `/${charge.id}/refund`,
    ]) {
      await page.goto(`/operate/payments${path}`);
      await expectAccessible(page);
    }
  }
  expect(faults).toEqual([]);
  await close();
}
