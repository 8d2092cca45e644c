import { expect } from 'vitest';
import { atProvider } from '../../support/payments.ts';
import { testPassword } from '../../support/people.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import { payWith } from '../support/people.ts';
import type { Guest, PaymentsStage } from '../support/payments-stage.ts';

/** The teacher does without scripts; axe needs them. */
const plain = { javaScriptEnabled: false };
const words = 'I am away that day.\nWould Friday suit you?';

/** Picks an hour of the teacher's, pays, and is told that it is asked for; the lesson's id. */
async function ask(
  { world }: PaymentsStage,
  { page }: Guest,
  { slug, startsAt }: { slug: string; startsAt: Temporal.Instant },
): Promise<string> {
  await page.goto(`/teachers/${slug}?from=${startsAt.toString().slice(0, 10)}`);
  await page.locator(`a[href*="${encodeURIComponent(startsAt.toString())}"]:visible`).click();
  expect(await readText(page)).toContain('confirms by hand: nothing is taken before they accept');
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  const checkout = await readText(page);
  for (const said of ['confirms by hand', 'Nothing is taken before that'])
    expect(checkout).toContain(said);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for this lesson' }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4242 4242 4242 4242');
  await page.waitForURL('**/lessons/*');
  await page.getByRole('heading', { name: 'Your request was sent' }).waitFor();
  const sent = await readText(page);
  for (const said of ['Asked for', 'Until then the hour is kept', 'To pay, once accepted £38.00'])
    expect(sent).toContain(said);
  expect(sent).not.toContain('It’s booked');
  await expectAccessible(page);
  await world.deliverAll();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** A teacher chooses to confirm by hand, accepts one request by the mailed link and declines another. */
export async function confirmByHand(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('confirming by hand');
  const { world } = stage;
  const learner = await stage.visitAs(['learner']);
  const teacher = await stage.visitAs(['learner', 'instructor'], plain);
  const { slug } = await world.newTeacher({ personId: teacher.ctx.actor.id });

  await teacher.page.goto('/teach/hours');
  const byHand = teacher.page.getByLabel('I confirm each lesson by hand');
  expect(await byHand.isChecked()).toBe(false);
  await byHand.check();
  await teacher.page.getByRole('button', { name: 'Save hours' }).click();
  await teacher.page.waitForURL('**/teach/hours?saved=1');
  expect(await byHand.isChecked()).toBe(true);
  step('the teacher says so on the page of the hours, without scripts');

  const first = await ask(stage, learner, { slug, startsAt: world.inDays(2) });
  const charge = await world.chargeOf(first);
  expect(await atProvider(world, charge)).toMatchObject({
    status: 'requires_capture',
    received: 0,
  });
  const mail = world.mails.findLast(({ to }) => to === teacher.email)!;
  expect(mail.subject).toMatch(/asks for a lesson/);
  step(`asked for; the teacher is told by mail: “${mail.subject}”`);

  await teacher.page.context().clearCookies();
  await teacher.page.goto(/http:\/\/\S+\/lessons\/\S+/.exec(mail.text)![0]);
  await teacher.page.waitForURL('**/sign-in?*');
  await teacher.page.getByLabel('E-mail').fill(teacher.email);
  await teacher.page.getByRole('textbox', { name: 'Password' }).fill(testPassword);
  await teacher.page
    .getByRole('main')
    .getByRole('button', { name: 'Sign in', exact: true })
    .click();
  await teacher.page.waitForURL(`**/lessons/${first}`);
  expect(await readText(teacher.page)).toContain('asks for this lesson');
  await teacher.page.getByRole('button', { name: 'Accept the lesson' }).click();
  await teacher.page.waitForURL(`**/lessons/${first}`);
  expect(await readText(teacher.page)).toContain('Confirmed');
  await world.deliverAll();
  expect(world.mails.findLast(({ to }) => to === learner.email)!.subject).toMatch(/^Confirmed/);
  await learner.page.goto(`/lessons/${first}`);
  expect(await readText(learner.page)).toContain('Add to your calendar');
  step('the link leads through the sign-in to the request; accepted, it is a lesson');

  const second = await ask(stage, learner, { slug, startsAt: world.inDays(3) });
  await teacher.page.goto('/week');
  await teacher.page.goto(`/lessons/${second}`);
  await teacher.page.getByText('Decline…').click();
  await teacher.page.getByLabel(/^A few words to/).fill(words);
  await teacher.page.getByRole('button', { name: 'Decline the request' }).click();
  await teacher.page.waitForURL(`**/lessons/${second}`);
  expect(await readText(teacher.page)).toContain('You declined this request');
  for (let time = 0; time < 2; time += 1) await world.deliverAll();
  await learner.page.goto(`/lessons/${second}`);
  const told = await readText(learner.page);
  for (const said of ['declined this request', 'Would Friday suit you?', 'Charged £0.00'])
    expect(told).toContain(said);
  await expectAccessible(learner.page);
  expect(await atProvider(world, await world.chargeOf(second))).toMatchObject({
    status: 'canceled',
    received: 0,
  });
  step('another is declined with a few words: the card is let go, nothing was taken');

  const third = await ask(stage, learner, { slug, startsAt: world.inDays(3) });
  await learner.page.getByRole('link', { name: 'Withdraw the request…' }).click();
  await learner.page.getByRole('heading', { name: 'Withdraw this request?' }).waitFor();
  await expectAccessible(learner.page);
  await learner.page.getByRole('button', { name: 'Withdraw the request' }).click();
  await learner.page.getByText('You withdrew this request').waitFor();
  await teacher.page.goto(`/lessons/${third}`);
  const seen = await readText(teacher.page);
  expect(seen).toContain('withdrew this request');
  expect(seen).not.toContain('Accept the lesson');
  for (let time = 0; time < 2; time += 1) await world.deliverAll();
  expect(await atProvider(world, await world.chargeOf(third))).toMatchObject({ received: 0 });
  step('the freed hour is asked for again and withdrawn: nothing is left to answer');
  expect([...learner.faults, ...teacher.faults]).toEqual([]);
  await learner.close();
  await teacher.close();
}
