import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { keptSessions } from '../support/kept-practices.ts';
import { joinAndVerify } from '../support/people.ts';

const player = '[data-player]';
/** Once the device has it. */
async function begin(page: Page): Promise<void> {
  await page.getByText('Ready without a connection').waitFor();
  await page.getByRole('button', { name: 'Begin' }).click();
}
const nameShown = (page: Page) => page.locator('#play-step').innerText();
const timeShown = (page: Page) => page.getByRole('timer').innerText();

/** So long ago that a whole practice ends before now, as the server sees it. */
const longAgo = () => Date.now() - 20 * 60_000;

interface Figure {
  width: number;
  text: string;
}
const figureShown = (page: Page): Promise<Figure> =>
  page.locator('[data-figure="stage"] svg').evaluate((svg) => ({
    width: svg.getBoundingClientRect().width,
    text: svg.innerHTML,
  }));

/** A whole sequence, told by a clock that is put forward, and kept under the person's progress. */
export async function playWholeSequence(stage: Stage): Promise<void> {
  const step = journeySteps('whole sequence');
  const { page, faults, close } = await openVisit(stage, { reducedMotion: 'no-preference' });
  await joinAndVerify(page, stage.product.url, {
    name: 'Noa Whole',
    email: 'noa.whole@example.com',
    password: 'a practice a day is enough',
  });
  await page.clock.install({ time: longAgo() });
  await page.goto('/practice/sequences/morning-energizer');
  await page.getByRole('link', { name: 'Practise now' }).click();
  await page.waitForURL('**/practice/play/morning-energizer');
  await expectAccessible(page);
  expect(await page.content(), 'nothing of the person is on the page').not.toContain('Noa');
  await begin(page);
  expect(await readText(page, player)).toMatch(
    /Get ready Easy Seat Sukhāsana 0:0\d Watch the breath/,
  );
  expect((await figureShown(page)).width).toBeGreaterThan(200);
  await expectAccessible(page);
  // From here on time passes when it is told to.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  step('begins with getting ready, under both names');

  await page.clock.runFor(5_100);
  expect(await readText(page, player)).toMatch(/1 of 25 · 14:\d\d left .*Hold Easy Seat/);
  expect(await readText(page, player)).toMatch(/Next Seated Side Bend, right side/);
  const held = await page.getByRole('timer').innerText();
  await page.clock.runFor(3_000);
  expect(Number(held.slice(2)) - Number((await timeShown(page)).slice(2))).toBe(3);
  step('counts the hold down and says what comes next');

  const still = await figureShown(page);
  await page.clock.fastForward((await secondsLeft(page)) * 1000);
  await page.clock.runFor(400);
  expect(await nameShown(page)).toBe('Seated Side Bend');
  const moving = await figureShown(page);
  await page.clock.runFor(400);
  expect(moving.text).not.toBe(still.text);
  expect((await figureShown(page)).text).not.toBe(moving.text);
  expect(await page.locator('[data-side]').innerText()).toBe('Right side');
  step('the figure moves to the next step, right side first');

  await page.clock.fastForward(4_300);
  await page.clock.fastForward((await secondsLeft(page)) * 1000);
  await page.clock.fastForward(5_100);
  await page.clock.runFor(100);
  expect(await page.locator('[data-side]').innerText()).toBe('Left side');
  for (let at = 0; at < 100 && !(await isOver(page)); at += 1) await page.clock.fastForward(20_000);
  await page.clock.resume();
  await page.getByText('Kept in your progress.').waitFor();
  await expectAccessible(page);
  const [kept, ...others] = await keptSessions(page);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ title: 'Morning Energizer', sequence: 'morning-energizer' });
  expect(kept).toMatchObject({ stepsDone: 25, seconds: await secondsOf(page, kept?.sequence) });
  expect(await readText(page, player)).toContain('Steps 25');
  step(`kept: ${kept?.seconds} seconds in ${kept?.stepsDone} steps`);
  expect(faults).toEqual([]);
  await close();
}

/** Of all its holds, as the library has them. */
async function secondsOf(page: Page, slug: string | null | undefined): Promise<number> {
  const answer = await page.request.get(`/api/v1/sequences/${slug}`);
  const { steps } = (await answer.json()) as { steps: { seconds: number }[] };
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

const isOver = (page: Page) => page.getByRole('heading', { name: 'Well done' }).isVisible();

async function secondsLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await timeShown(page)).split(':').map(Number);
  return minutes * 60 + seconds;
}

/** A reload, a long absence and every button, by keys alone. */
export async function playByKeys(stage: Stage): Promise<void> {
  const step = journeySteps('keys and reload');
  const { page, faults, close } = await openVisit(stage);
  await page.clock.install({ time: longAgo() });
  await page.goto('/practice/play/hip-opener-flow');
  const press = async (key: string, times = 1): Promise<void> => {
    for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
    await page.clock.runFor(50);
  };
  await page.locator('[data-press="begin"]:enabled').focus();
  await press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Pause');
  await page.clock.runFor(8_000);
  const first = await nameShown(page);
  await press('ArrowRight');
  const second = await nameShown(page);
  expect(second).not.toBe(first);
  expect(await page.locator('[data-said]').innerText()).toContain(second);
  await press('ArrowLeft');
  expect(await nameShown(page)).toBe(first);
  await page.clock.runFor(6_000);
  const before = await secondsLeft(page);
  await press('ArrowUp', 2);
  expect(await secondsLeft(page)).toBeGreaterThanOrEqual(before + 19);
  await press('ArrowDown');
  expect(await secondsLeft(page)).toBeLessThanOrEqual(before + 10);
  step('on and back, longer and shorter by the arrows, and each step is said');

  await page.reload();
  await page.getByRole('timer').waitFor();
  expect(await nameShown(page)).toBe(first);
  const reloaded = await secondsLeft(page);
  await page.clock.fastForward(4_000);
  expect(reloaded - (await secondsLeft(page))).toBeGreaterThanOrEqual(4);
  step('a reload goes on where it was');

  await page.locator('[data-press="pause"]').focus();
  await press(' ');
  expect(await readText(page, player)).toContain('Paused');
  const paused = await secondsLeft(page);
  await page.clock.fastForward(60_000);
  await page.reload();
  await page.getByRole('timer').waitFor();
  expect(await secondsLeft(page)).toBe(paused);
  await press(' ');
  await page.clock.fastForward(2_000);
  expect(await secondsLeft(page)).toBeLessThan(paused);
  step('a pause stays one over a reload');

  await page.goto('/practice');
  await page.clock.fastForward(11 * 60_000);
  await page.goto('/practice/play/hip-opener-flow');
  await page.getByRole('timer').waitFor();
  expect(await readText(page, player)).toContain('Paused');
  step('whoever was away for long finds it paused');

  await press('Escape');
  const dialog = page.getByRole('dialog', { name: 'End here?' });
  await dialog.waitFor();
  await expectAccessible(page);
  await press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await press('Escape');
  await dialog.getByRole('button', { name: 'End and keep it' }).focus();
  await press('Enter');
  await page.getByRole('heading', { name: 'Well done' }).waitFor();
  await page.getByText('You are not signed in. It waits on this device').waitFor();
  step('ended by keys, and told that nobody is signed in');
  expect(faults).toEqual([]);
  await close();
}

/** Another library, a made practice, a single exercise; and a browser without scripts. */
export async function playOtherPractices(stage: Stage): Promise<void> {
  const step = journeySteps('other practices');
  const { page, faults, close } = await openVisit(stage);
  const answer = await page.request.get('/api/v1/sequences?library=piano');
  const { items } = (await answer.json()) as { items: { slug: string; name: string }[] };
  await page.goto(`/practice/play/${items[0]?.slug}`);
  await begin(page);
  expect(await page.locator('[data-player]').getAttribute('data-title')).toBe(items[0]?.name);
  expect(await page.locator('[data-figure="stage"]').innerHTML()).toMatch(/^(<svg .*<rect|$)/);
  await expectAccessible(page);
  step(`the piano: ${await nameShown(page)}`);

  await page.goto('/practice/make?minutes=10&area=hips&level=beginner');
  await page.getByRole('link', { name: 'Practise now' }).click();
  await page.waitForURL('**/practice/play?minutes=10*seed=*');
  await begin(page);
  expect(await readText(page, player)).toMatch(/1 of \d+ · (9|10):\d\d left/);
  step('a practice made to a wish');

  await page.goto('/practice/poses/triangle');
  await page.getByRole('link', { name: 'Practise now' }).click();
  await begin(page);
  expect(await readText(page, player)).toMatch(/1 of 2 .*Right side Triangle.*left side/);
  step('one pose, on both sides');

  await page.goto('/practice/play');
  await page.getByRole('link', { name: items[0]?.name }).waitFor();
  await expectAccessible(page);
  expect(await page.getByRole('listitem').count()).toBe(3);
  step('the device lists what it keeps');
  for (const address of ['/practice/play/no-such', '/practice/play?library=tuba&exercise=x'])
    expect((await page.goto(address))?.status()).toBe(404);
  expect((await page.goto('/practice/play?minutes=1&area=hips'))?.url()).toContain(
    '/practice/make',
  );
  expect(faults).toEqual([]);
  await close();

  const plain = await openVisit(stage, { javaScriptEnabled: false });
  await plain.page.goto('/practice/play/morning-energizer');
  expect(await plain.page.getByRole('listitem').count()).toBe(25);
  expect(await readText(plain.page, player)).toContain('The player needs scripts');
  expect(await plain.page.getByRole('button', { name: 'Begin' }).isVisible()).toBe(false);
  step('without scripts, every step to read');
  await plain.close();
}
