import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  type Stage,
  type Visit,
} from '../support/browser.ts';
import { typeCard } from '../support/cards.ts';
import { joinAndVerify, signIn } from '../support/people.ts';

const ada = {
  name: 'Ada Plus',
  email: 'ada.plus@example.com',
  password: 'every step of the sequence',
};
const bob = { ...ada, name: 'Bob Plus', email: 'bob.plus@example.com' };

const sequence = '/practice/sequences/hip-opener-flow';
const player = '/practice/play/hip-opener-flow';
const steps = (page: Page) => page.locator('.timeline-step:has(h3)').count();

/** A locked sequence leads to Plus and back; then it is played, without a connection and by its owner alone. */
export async function openPlus(stage: Stage): Promise<void> {
  const step = journeySteps('open Plus');
  const before = await publishForSubscribers(stage);
  const visit = await openVisit(stage);
  const { page } = visit;
  await joinAndVerify(page, stage.product.url, ada);
  await page.goto(player);
  expect(new URL(page.url()).pathname).toBe(sequence);
  expect(await steps(page)).toBe(3);
  await page.getByText(`${before - 3} more steps`).waitFor();
  await expectAccessible(page);
  step('who has no Plus sees the first steps, and an invitation');

  await page.getByRole('link', { name: 'See Etude Plus' }).first().click();
  await page.getByRole('button', { name: 'Try it for nothing: By the month' }).click();
  await typeCard(page, '4242424242424242', ada.name);
  await page.waitForURL('**/plus?welcome=1');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  await page.waitForURL(`**${sequence}`);
  expect(await steps(page)).toBe(before);
  step('subscribed, and back at the sequence: it is whole');

  const own = await keepOwnSequence(page);
  for (const address of [own, player]) {
    await page.goto(address);
    await page.getByText('Ready without a connection').waitFor();
  }
  await page.context().setOffline(true);
  for (const address of [own, player]) await playHere(page, address);
  await page.context().setOffline(false);
  step('it and a sequence of one’s own are played without a connection');

  await leavesWithItsOwner(stage, visit);
  step('who is next on this device has neither');
  expect(visit.faults).toEqual([]);
  await visit.close();
}

/** Says how many steps the sequence has. */
async function publishForSubscribers(stage: Stage): Promise<number> {
  const { page, close } = await openVisit(stage);
  const { password, operator } = DEMO_SIGN_IN;
  await signIn(page, { email: operator.email, password });
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.goto(sequence);
  const count = await steps(page);
  await page.goto('/teach/library?kind=sequence&q=hip+opener');
  await page.getByRole('link', { name: 'Hip Opener Flow' }).click();
  await page.getByLabel('For subscribers').check();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published. It is there').waitFor();
  await close();
  return count;
}

/** Private, of one long step. Answers with the address of its player. */
async function keepOwnSequence(page: Page): Promise<string> {
  const answer = await page.request.post('/api/v1/me/sequences', {
    data: { name: 'Only Mine', steps: [{ exercise: 'mountain', seconds: 60 }] },
  });
  return `/practice/play/${((await answer.json()) as { slug: string }).slug}`;
}

async function playHere(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('timer').waitFor();
}

const keptForOne = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('-of-')));

async function leavesWithItsOwner(stage: Stage, { page }: Visit): Promise<void> {
  expect(await keptForOne(page)).toHaveLength(1);
  await page.goto('/practice');
  expect(await keptForOne(page)).toHaveLength(1);
  await page.locator('header summary:visible').click();
  await page.getByRole('button', { name: 'Sign out' }).last().click();
  await page.waitForURL((address) => address.pathname === '/');
  await expect.poll(() => keptForOne(page)).toEqual([]);
  await joinAndVerify(page, stage.product.url, bob);
  await page.goto(player);
  expect(new URL(page.url()).pathname).toBe(sequence);
  await page.goto('/practice/play/morning-energizer');
  await page.getByText('Ready without a connection').waitFor();
  await page.context().setOffline(true);
  await page.goto(player);
  await page.getByRole('link', { name: 'Morning Energizer' }).waitFor();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1);
}
