import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { joinAndVerify } from '../support/people.ts';

const person = { name: 'Steada', email: 'steada@example.com', password: 'Tidy-Garden-42' };
const dayMs = 86_400_000;

/** Twenty minutes on each of these days, as a player sends them. */
async function practise(page: Page, daysAgo: number[]): Promise<void> {
  for (const ago of daysAgo) {
    const finished = Date.now() - ago * dayMs - 60_000;
    const answer = await page.request.post('/api/v1/me/practice-sessions', {
      data: {
        id: crypto.randomUUID(),
        sequence: 'stress-release',
        title: 'Stress Release',
        startedAt: new Date(finished - 1_210_000).toISOString(),
        finishedAt: new Date(finished).toISOString(),
        timeZone: 'Europe/London',
        steps: [
          { exercise: 'mountain', seconds: 600 },
          { exercise: 'corpse', seconds: 600 },
        ],
      },
    });
    expect(answer.status()).toBe(201);
  }
}

/** From nothing to a streak with its grace day, charts with their tables, badges and goals. */
export async function seeProgress(stage: Stage): Promise<void> {
  const step = journeySteps('progress');
  const { page, faults, close } = await openVisit(stage);
  await joinAndVerify(page, stage.product.url, person);
  await page.goto('/practice/progress');
  await page.getByText('Your first practice will stand here.').waitFor();
  await expectAccessible(page);
  await practise(page, [0, 1, 3, 4, 5, 6, 7, 8, 20, 21, 22]);
  await page.reload();
  await page.getByRole('heading', { name: '8 days in a row' }).waitFor();
  expect(await readText(page)).toContain('One missed day in seven is forgiven');
  await page.getByText('Show as a table').click();
  const table = page.getByRole('table').filter({ hasText: 'Week from' }).first();
  expect(await table.getByRole('row').count()).toBe(13);
  await expectAccessible(page);
  step('eight days in a row over a missed one, twelve weeks as bars and as a table');

  const text = await readText(page);
  expect(text).toMatch(/Three in a row.*Earned/);
  expect(text).toContain('11 of 50');
  expect(await page.getByRole('listitem').filter({ hasText: 'Stress Release' }).count()).toBe(10);
  await page.getByRole('link', { name: 'Show older ones' }).click();
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: 'Stress Release' }).count())
    .toBe(11);
  step('badges, and older practices join the list');

  await page.getByText('Set a goal').click();
  await page.getByLabel('Days a week').fill('9');
  await page.getByRole('button', { name: 'Save goals' }).click();
  await page.getByText('Choose from 1 to 7.').waitFor();
  expect(await page.getByLabel('Days a week').inputValue()).toBe('9');
  await page.getByLabel('Days a week').fill('1');
  await page.getByRole('button', { name: 'Save goals' }).click();
  await page.getByText('Reached').waitFor();
  await expectAccessible(page);
  step('a goal out of range is told, one within is reached');
  expect(faults).toEqual([]);
  await close();
}

/** Hearts on a pose, a sequence and a teacher; a note on a pose; a made practice kept. */
export async function keepThings(stage: Stage): Promise<void> {
  const step = journeySteps('favourites');
  const { page, faults, close } = await openVisit(stage);
  const heart = () => page.getByRole('button', { name: 'Favourite' });
  await page.goto('/practice/poses/tree');
  await heart().click();
  await page.waitForURL('**/sign-in?returnTo=%2Fpractice%2Fposes%2Ftree');
  step('who is not signed in is asked to, and would come back');
  await joinAndVerify(page, stage.product.url, {
    ...person,
    name: 'Keepa',
    email: 'keepa@example.com',
  });
  for (const address of ['/practice/poses/tree', '/practice/sequences/power-flow']) {
    await page.goto(address);
    await heart().click();
    await page.locator('[data-favourite] [aria-pressed=true]').waitFor();
    await expectAccessible(page);
  }
  await page.goto('/search?subject=guitar');
  await page.locator('a[href^="/teachers/"]').first().click();
  await heart().click();
  await page.locator('[data-favourite] [aria-pressed=true]').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-favourite]')?.ariaBusy !== 'true');
  await page.goto('/practice/favourites');
  const cards = page.getByRole('main').getByRole('article');
  expect(await cards.count()).toBe(3);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Poses', exact: true }).click();
  await page.waitForURL('**/practice/favourites?kind=exercise');
  expect(await cards.count()).toBe(1);
  await page.getByRole('link', { name: 'Tree Pose' }).click();
  step('three hearts on one page');

  await page.getByLabel('My note').fill('Left knee softer.\nBreathe.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.getByText('Your note is saved.').waitFor();
  expect(await page.getByLabel('My note').inputValue()).toBe('Left knee softer.\nBreathe.');
  await expectAccessible(page);
  await page.getByLabel('My note').fill('');
  await page.getByRole('button', { name: 'Save note' }).click();
  await page.getByText('Your note is saved.').waitFor();
  expect(await page.getByLabel('My note').inputValue()).toBe('');
  step('a note written, and emptied again');

  await page.goto('/practice/make?minutes=15&level=beginner&area=hips');
  const steps = await page.locator('.timeline-step h3').allInnerTexts();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.waitForURL('**/practice/sequences/*saved=1');
  expect(await page.locator('.timeline-step h3').allInnerTexts()).toEqual(steps);
  await page.goto('/practice/mine');
  await page.getByRole('link', { name: 'Your 15 minutes for hips' }).waitFor();
  await expectAccessible(page);
  step('the very practice that was made is kept');
  expect(faults).toEqual([]);
  await close();
}
