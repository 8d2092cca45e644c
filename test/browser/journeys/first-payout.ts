import { expect } from 'vitest';
import { advanceLessons } from '../../../src/domains/scheduling/bookings/advance-lessons.ts';
import { passDays, passTime } from '../../support/payouts.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import type { PaymentsStage } from '../support/payments-stage.ts';
import { fillIn } from './be-paid.ts';

/** From the first look at the earnings to money in the bank. */
export async function reachFirstPayout(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('first payout');
  const { world } = stage;
  const teacher = await stage.visitAs(['learner', 'instructor']);
  const { page } = teacher;
  const profile = await world.newTeacher({ personId: teacher.ctx.actor.id });
  await page.goto('/earnings/account');
  await page.getByRole('button', { name: 'Set up payouts' }).click();
  await fillIn(page, 'enabled');
  await page.waitForURL('**/earnings/account?back=1');
  await passTime(world, { seconds: 10 });
  await page.goto('/earnings/account');
  expect(await readText(page)).toContain('You are being paid');
  step('payouts are set up at the provider');

  const startsAt = world.inDays(1);
  await world.book(await world.newLearner(), profile, startsAt);
  await world.deliverAll();
  world.clock.set(startsAt.toString());
  await advanceLessons(world.ctx);
  await passTime(world, { hours: 1 });
  await advanceLessons(world.ctx);
  await passTime(world, { seconds: 10 });
  await teacher.signInAgain();
  await page.goto('/earnings');
  const earned = await readText(page);
  for (const said of ['£38.00', '£3.80', '£34.20']) expect(earned).toContain(said);
  await expectAccessible(page);
  step('the lesson is given: £38.00, less £3.80, is £34.20');

  await passDays(world, 14);
  await teacher.signInAgain();
  await page.goto('/earnings/payouts');
  const payouts = await readText(page);
  for (const said of ['£34.20', '6789']) expect(payouts).toContain(said);
  await expectAccessible(page);
  await page.goto('/earnings');
  expect(await readText(page)).toContain('£34.20');
  await expectAccessible(page);
  const mail = world.mails.findLast(
    ({ to, subject }) => to === teacher.email && subject.includes('£34.20'),
  );
  expect(mail?.text).toContain('/earnings/payouts/');
  step(`it is in the bank, and a mail says so: “${mail?.subject}”`);
  expect(teacher.faults).toEqual([]);
  await teacher.close();
}
