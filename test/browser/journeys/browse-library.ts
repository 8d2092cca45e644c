import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';

const cards = (page: Page) => page.locator('#poses > li:not(:has(.skeleton)) article');

/** Columns by the width of the window, as the requirement has them. */
const columns = { 320: 1, 390: 1, 768: 2, 1024: 3, 1440: 3, 1920: 3 };

/** One, two, three columns; figures wait until they are near, in places that keep their size. */
export async function seeTheGridOnEveryScreen(stage: Stage): Promise<void> {
  const step = journeySteps('grid');
  for (const [width, count] of Object.entries(columns)) {
    const viewport = { width: Number(width), height: 844 };
    const { page, faults, close } = await openVisit(stage, { viewport });
    await page.addInitScript(watchShifts);
    // More poses never come: what is seen is this page's own.
    await page.route(/cursor=/, () => {});
    await page.goto('/practice/poses', { waitUntil: 'load' });
    const tops = await cards(page).evaluateAll((all) =>
      all.map((card) => Math.round(card.getBoundingClientRect().top)),
    );
    expect(tops.filter((top) => top === tops[0]).length, `columns at ${width}`).toBe(count);
    const [eager, lazy] = await Promise.all(
      ['eager', 'lazy'].map((loading) => page.locator(`#poses img[loading=${loading}]`).count()),
    );
    expect([eager, lazy]).toEqual([6, 14]);
    const heights = await cards(page).evaluateAll(heightsOf);
    await scrollToEnd(page);
    await page.waitForFunction(
      () => [...document.images].filter((image) => image.complete).length >= 20,
    );
    expect((await cards(page).evaluateAll(heightsOf)).slice(0, 20)).toEqual(heights);
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBe(0);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
    step(`${count} columns at ${width} pixels, nothing moved`);
  }
}

/** Runs in the page. */
function heightsOf(all: Element[]): number[] {
  return all.map((card) => card.getBoundingClientRect().height);
}

/** Runs in the page. */
function watchShifts(): void {
  Object.assign(globalThis, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      (globalThis as unknown as { shift: number }).shift += (
        entry as unknown as { value: number }
      ).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function scrollToEnd(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(40);
  }
}

/** While more poses are on their way their places are shown; when they do not come, a link stays. */
export async function waitForMorePoses(stage: Stage): Promise<void> {
  const step = journeySteps('more poses');
  const { page, faults, close } = await openVisit(stage);
  let letThrough = (): void => {};
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/cursor=/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/practice/poses');
  await page.getByRole('link', { name: 'Show more poses' }).scrollIntoViewIfNeeded();
  await page.locator('#poses > li:has(.skeleton)').nth(2).waitFor();
  expect(await cards(page).count()).toBe(20);
  step('three skeletons');
  letThrough();
  await cards(page).nth(39).waitFor();
  expect(await page.locator('#poses > li:has(.skeleton)').count()).toBe(0);
  step('twenty more in their place');
  await page.unroute(/cursor=/);
  await page.route(/cursor=/, (route) => route.abort());
  await page.getByRole('link', { name: 'Show more poses' }).scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  expect(await page.getByRole('link', { name: 'Show more poses' }).count()).toBe(1);
  expect(await page.locator('#poses > li:has(.skeleton)').count()).toBe(0);
  step('without a connection the link stays');
  expect(faults).toEqual([]);
  await close();
}

/** The second library: the same pages in its own words. */
export async function readPianoExercises(stage: Stage): Promise<void> {
  const step = journeySteps('piano');
  const { page, faults, close } = await openVisit(stage, { colorScheme: 'dark' });
  await page.goto('/practice');
  await page.getByRole('link', { name: 'Piano exercises' }).click();
  await page.getByRole('heading', { level: 1, name: 'Piano exercises' }).waitFor();
  await expectAccessible(page);
  expect(await cards(page).count()).toBe(12);
  const search = page.getByRole('searchbox', { name: 'Find an exercise' });
  await search.fill('accordi');
  await page.waitForURL('**/practice/library/piano?q=accordi');
  await page.getByRole('link', { name: 'Remove: “accordi”' }).waitFor();
  expect(await cards(page).first().innerText()).toContain('Triads and Inversions');
  step('found by its Italian name');
  await search.fill('tree pose');
  await page.getByText('No exercise fits all of this.').waitFor();
  await page.getByRole('link', { name: 'Show all exercises' }).click();
  await cards(page).nth(11).waitFor();
  step('nothing of another library, and the way back');
  await page.getByRole('link', { name: 'Thumb Under' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thumb Under' }).waitFor();
  await expectAccessible(page);
  expect(page.url()).toContain('/practice/library/piano/thumb-under');
  const keys = page.getByRole('img', { name: /^Drawing of Thumb Under/ });
  expect(await keys.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  const answer = await page.request.get(new URL(picture ?? '').pathname);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/webp']);
  step('read, with its keys, and a picture for links to it');
  await page.getByRole('link', { name: 'All piano exercises' }).click();
  await page.getByRole('link', { name: 'Ten-Minute Warm-Up' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ten-Minute Warm-Up' }).waitFor();
  await page.getByRole('link', { name: 'Seat and Hands' }).first().click();
  await page.waitForURL('**/practice/library/piano/seat-and-hands');
  step('its sequence leads to its exercises');
  expect(faults).toEqual([]);
  await close();
}
