import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { advanceLessons } from '../../../src/domains/scheduling/bookings/advance-lessons.ts';
import { testPassword } from '../../support/people.ts';
import { atProvider } from '../../support/payments.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import type { Guest, PaymentsStage } from '../support/payments-stage.ts';

/** axe needs scripts: the learner does without, the others are looked at. */
const plain = { javaScriptEnabled: false };
const words = 'We began at twenty past, and stopped on the hour.\nI paid for sixty minutes.';

/** A learner, a teacher and a lesson of theirs in two days. */
async function booked(stage: PaymentsStage, options = {}) {
  const { world } = stage;
  const learner = await stage.visitAs(['learner'], options);
  const teacher = await stage.visitAs(['learner', 'instructor']);
  const profile = await world.newTeacher({ personId: teacher.ctx.actor.id });
  const startsAt = world.inDays(2);
  const id = await world.book(learner.ctx, profile, startsAt);
  return { learner, teacher, startsAt, id };
}

async function passTo(
  { world }: PaymentsStage,
  to: Temporal.Instant,
  guests: readonly Guest[],
): Promise<void> {
  await world.deliverAll();
  world.clock.set(to.toString());
  await advanceLessons(world.ctx);
  await world.deliverAll();
  await world.deliverAll();
  for (const guest of guests) await guest.signInAgain();
}

async function read(page: Page, id: string): Promise<string> {
  await page.goto(`/lessons/${id}`);
  return readText(page);
}

/** What went wrong is told in one's own words, settled by an operator, and seen by both sides. */
export async function complainAndBeHeard(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('a complaint');
  const { world } = stage;
  const { learner, teacher, startsAt, id } = await booked(stage, plain);
  const operator = await stage.visitOperator();
  const sides = [learner, teacher];

  expect(await read(learner.page, id)).not.toContain('Did something go wrong?');
  await learner.page.goto(`/lessons/${id}/problem`);
  expect(await readText(learner.page)).toContain('can be reported once the lesson has begun');
  await passTo(stage, startsAt.add({ minutes: 14 }), sides);
  expect(await read(learner.page, id)).not.toContain('did not come…');
  expect(await read(teacher.page, id)).not.toContain('Did something go wrong?');
  await passTo(stage, startsAt.add({ minutes: 60 }), sides);
  expect(await read(learner.page, id)).toContain('did not come…');
  step('nothing can be reported before its time');

  await learner.page.getByRole('link', { name: 'Report a problem…' }).click();
  await learner.page.getByLabel('In your own words').fill(words);
  await learner.page.getByLabel('What happened').evaluate((one) => one.removeAttribute('required'));
  await learner.page.getByRole('button', { name: 'Report the problem' }).click();
  await learner.page.getByRole('alert').waitFor();
  expect(await learner.page.getByLabel('In your own words').inputValue()).toBe(words);
  await learner.page.getByLabel('What happened').selectOption('cut_short');
  await learner.page.getByRole('button', { name: 'Report the problem' }).click();
  await learner.page.waitForURL(`**/lessons/${id}`);
  const told = await readText(learner.page);
  for (const said of ['We are looking into your problem', 'It began late', 'twenty past'])
    expect(told).toContain(said);
  expect(told).not.toContain('Report a problem…');
  const heard = await read(teacher.page, id);
  expect(heard).toContain('has reported a problem');
  expect(heard).not.toContain('twenty past');
  await expectAccessible(teacher.page);
  step('told; both see that it is open, the words stay the learner’s');

  await operator.signInAgain();
  world.clock.advance({ minutes: 11 });
  await settle(operator);
  await world.deliverAll();
  await world.deliverAll();
  expect(await atProvider(world, await world.chargeOf(id))).toMatchObject({
    received: 3800,
    refunded: [1250],
  });
  step('an operator gives a part back, with the reason, and proves who they are on the way');

  expect(await read(learner.page, id)).toContain('£12.50 goes back to you');
  expect(await readText(learner.page)).toContain('Given back £12.50');
  expect(await read(teacher.page, id)).toContain('£12.50 went back to');
  await passTo(stage, startsAt.add({ hours: 49, minutes: 1 }), sides);
  expect(await read(learner.page, id)).not.toContain('Did something go wrong?');
  step('both see the outcome; 48 hours after the end nothing more can be reported');
  await leave([...sides, operator]);
}

/** From the list to the decision; what was typed outlives the question who they are. */
async function settle({ page }: Guest): Promise<void> {
  await page.goto('/operate/payments/problems');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'It began late or ended early' }).click();
  expect(await readText(page)).toContain('I paid for sixty minutes.');
  await expectAccessible(page);
  const send = page.getByRole('button', { name: 'Settle the complaint' });
  await page.getByRole('radio', { name: 'A part' }).check();
  await page.getByLabel('Amount in GBP').fill('38.00');
  await page.getByLabel('Why').fill('Half of it was given.');
  await send.click();
  expect(await readText(page, '[role=alert]')).toContain('such as 12.50');
  await page.getByLabel('Amount in GBP').fill('12.50');
  await send.click();
  await page.waitForURL('**/account/confirm?*');
  await page.getByRole('textbox', { name: 'Password' }).fill(testPassword);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/operate/payments/problems/*');
  expect(await page.getByLabel('Why').inputValue()).toBe('Half of it was given.');
  expect(await page.getByRole('radio', { name: 'A part' }).isChecked()).toBe(true);
  await send.click();
  await page.waitForURL('**/operate/payments/problems?done=settled');
  expect(await readText(page)).toContain('No complaint waits for a decision.');
}

/** The teacher says that nobody came; the learner sees it, and can say otherwise. */
export async function reportNoShow(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('nobody came');
  const { learner, teacher, startsAt, id } = await booked(stage);
  await passTo(stage, startsAt.add({ minutes: 15 }), [learner, teacher]);
  await teacher.page.goto(`/lessons/${id}`);
  await teacher.page.getByRole('link', { name: 'did not come…' }).click();
  await expectAccessible(teacher.page);
  await teacher.page.getByRole('textbox').fill('Waited, wrote and called.');
  await teacher.page.getByRole('button', { name: /did not come$/ }).click();
  await teacher.page.waitForURL(`**/lessons/${id}`);
  expect(await readText(teacher.page)).toContain('You are paid as if you had given the lesson.');
  expect(await readText(teacher.page)).not.toContain('Did something go wrong?');
  step('15 minutes after the start the teacher reports it');
  const text = await read(learner.page, id);
  expect(text).toContain('says that you did not come');
  expect(text).not.toContain('wrote and called');
  await expectAccessible(learner.page);
  await learner.page.getByRole('link', { name: 'did not come…' }).click();
  expect(await learner.page.getByLabel('What happened').inputValue()).toBe('instructor_absent');
  await expectAccessible(learner.page);
  step('the learner sees it, and can say that it was the other way round');
  await leave([learner, teacher]);
}

async function leave(guests: readonly Guest[]): Promise<void> {
  expect(guests.flatMap(({ faults }) => faults)).toEqual([]);
  for (const guest of guests) await guest.close();
}
