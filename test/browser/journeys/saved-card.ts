import { expect } from 'vitest';
import { testPassword } from '../../support/people.ts';
import { atProvider } from '../../support/payments.ts';
import { passTime } from '../../support/payouts.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import { payWith } from '../support/people.ts';
import type { PaymentsStage } from '../support/payments-stage.ts';

/** A lesson a week away: the card is saved, declined two days before, and made good by the mailed link. */
export async function makeSavedCardGood(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('saved card');
  const { world } = stage;
  const learner = await stage.visitAs(['learner']);
  const { page } = learner;
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(7);

  await page.goto(`/teachers/${teacher.slug}?from=${startsAt.toString().slice(0, 10)}`);
  await page.locator(`a[href*="${encodeURIComponent(startsAt.toString())}"]:visible`).click();
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  expect(await readText(page)).toContain('Nothing is charged now. £38.00 is charged to your card');
  await page.getByRole('button', { name: 'Save my card and book' }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4000 0000 0000 0341');
  await page.waitForURL('**/lessons/*');
  await page.getByRole('heading', { name: 'It’s booked' }).waitFor();
  expect(await readText(page)).toContain('To pay, from your saved card £38.00');
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const chargeId = await world.chargeOf(id);
  step('booked a week ahead: a card is saved, nothing is charged');

  await passTime(world, world.clock.now().until(startsAt.subtract({ hours: 48 })));
  await world.ctx.jobs.enqueue(world.ctx, 'payments.wake-charges', {});
  await world.deliverAll();
  expect(await atProvider(world, chargeId)).toMatchObject({ received: 0 });
  const mail = world.mails.findLast(({ to }) => to === learner.email)!;
  expect(mail.subject).toMatch(/^Please pay:/);
  step(`two days before, the card is declined; told by mail: “${mail.subject}”`);

  const link = /http:\/\/\S+\/lessons\/\S+/.exec(mail.text)![0];
  await page.goto(link);
  await page.waitForURL('**/sign-in?*');
  await page.getByLabel('E-mail').fill(learner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(testPassword);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`**/lessons/${id}`);
  expect(await readText(page)).toContain('Your payment did not work');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pay now' }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4242 4242 4242 4242');
  await page.waitForURL(`**/lessons/${id}*`);
  await world.deliverAll();
  await page.goto(`/lessons/${id}`);
  const text = await readText(page);
  expect(text).not.toContain('Your payment did not work');
  expect(text).toContain('Paid £38.00');
  expect(await atProvider(world, chargeId)).toMatchObject({ status: 'requires_capture' });
  step('the link leads through the sign-in to the lesson; another card makes it good');
  expect(learner.faults).toEqual([]);
  await learner.close();
}
