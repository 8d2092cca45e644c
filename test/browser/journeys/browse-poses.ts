import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';

const cards = (page: Page) => page.locator('#poses > li:not([aria-hidden]) article');
const addressHas = (page: Page, part: string) =>
  page.waitForURL((url) => `${url.pathname}${url.search}`.includes(part));

/** On a phone: search as one types, filter in the drawer, open a pose, come back to the same place. */
export async function browsePosesOnAPhone(stage: Stage): Promise<void> {
  const step = journeySteps('poses on a phone');
  const { page, faults, close } = await openVisit(stage);
  await page.goto('/practice');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All poses' }).click();
  await page.waitForURL('**/practice/poses');
  await expectAccessible(page);

  const search = page.getByRole('searchbox', { name: 'Find a pose' });
  await search.pressSequentially('trikonas');
  await addressHas(page, 'q=trikonas');
  await page.getByRole('link', { name: 'Remove: “trikonas”' }).waitFor();
  expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
  await search.pressSequentially('ana');
  await addressHas(page, 'q=trikonasana');
  expect(await search.inputValue()).toBe('trikonasana');
  expect(await cards(page).first().getByRole('heading').innerText()).toContain('Triangle');
  step(`found by its Sanskrit name without diacritics: ${page.url()}`);

  await search.fill('zzzzzz');
  await page.getByText('No pose fits all of this.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show all poses' }).click();
  await cards(page).nth(19).waitFor();
  expect(await search.inputValue()).toBe('');
  step('nothing found offers one way on, which empties the field too');

  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: 'Beginner' }).check();
  await addressHas(page, 'level=beginner');
  await page.getByRole('checkbox', { name: 'Hips' }).check();
  await page.getByRole('checkbox', { name: 'Neck' }).check();
  await addressHas(page, 'level=beginner&area=hips&area=neck');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Show \d+ poses$/ }).click();
  await page.getByRole('link', { name: 'Remove: Neck' }).click();
  await page.getByRole('link', { name: 'Remove: Neck' }).waitFor({ state: 'detached' });
  expect(page.url()).toMatch(/level=beginner&area=hips$/);
  expect(await page.getByRole('button', { name: 'Filters (2)' }).isVisible()).toBe(true);
  step('two areas and a level in the drawer, one taken away by its chip');

  await page.goBack();
  await page.getByRole('link', { name: 'Remove: Neck' }).waitFor();
  step('back brings the filter back');

  await page.goto('/practice/poses');
  await scrollUntil(page, 60);
  const chosen = cards(page).nth(50);
  await chosen.scrollIntoViewIfNeeded();
  const name = await chosen.getByRole('heading').innerText();
  const place = await page.evaluate(() => scrollY);
  await chosen.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await expectAccessible(page);
  await page.goBack();
  await cards(page).nth(50).waitFor();
  await page.waitForFunction((there) => Math.abs(scrollY - there) < 200, place);
  expect(await cards(page).nth(50).getByRole('heading').innerText()).toBe(name);
  step(`back at ${name}, number 51 of the list, ${place} pixels down`);
  expect(faults).toEqual([]);
  await close();
}

async function scrollUntil(page: Page, count: number): Promise<void> {
  for (let turn = 0; turn < 60 && (await cards(page).count()) < count; turn++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(100);
  }
  expect(await cards(page).count()).toBeGreaterThanOrEqual(count);
}

/** The same in a browser without scripts: the form sends itself, more poses are pages. */
export async function browsePosesWithoutScripts(stage: Stage): Promise<void> {
  const step = journeySteps('poses without scripts');
  const { page, faults, close } = await openVisit(stage, { javaScriptEnabled: false });
  await page.goto('/practice');
  await page.getByRole('searchbox').fill('down dog');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/practice/poses?q=down+dog');
  expect(await cards(page).first().innerText()).toContain('Downward-Facing Dog');
  step('searched');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('searchbox').evaluate((field: HTMLInputElement) => (field.value = ''));
  await page.getByText('Advanced', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Show poses' }).click();
  await addressHas(page, 'level=advanced');
  expect(await page.getByRole('link', { name: 'Remove: Advanced' }).count()).toBe(1);
  step('filtered in the drawer');
  await page.goto('/practice/poses');
  const first = await cards(page).first().innerText();
  await page.getByRole('link', { name: 'Show more poses' }).click();
  await addressHas(page, 'from=20');
  expect(await cards(page).first().innerText()).not.toBe(first);
  await page.getByRole('link', { name: 'Back to the first poses' }).click();
  expect(await cards(page).first().innerText()).toBe(first);
  step('turned the page and back');
  expect(faults).toEqual([]);
  await close();
}

/** A sequence as a timeline, and a practice to a wish whose address brings it again. */
export async function readAndMakePractices(stage: Stage): Promise<void> {
  const step = journeySteps('sequences');
  const { page, faults, close } = await openVisit(stage);
  await page.goto('/practice/sequences');
  await expectAccessible(page);
  expect(await page.locator('main article').count()).toBe(10);
  await page.getByRole('link', { name: 'Power Flow' }).click();
  await page.getByRole('heading', { level: 1, name: 'Power Flow' }).waitFor();
  await expectAccessible(page);
  expect(await page.getByText('Left side').count()).toBe(
    await page.getByText('Right side').count(),
  );
  step('ten sequences; one read from beginning to end');

  await page.goto('/practice/make');
  await expectAccessible(page);
  await page.getByRole('radio', { name: '15 min' }).check();
  await page.getByRole('group', { name: 'What for' }).getByLabel('Hips').check();
  await page.getByRole('group', { name: 'What to leave out' }).getByLabel('Wrists').check();
  await page.getByRole('button', { name: 'Make my practice' }).click();
  await addressHas(page, 'seed=');
  await page.getByRole('heading', { level: 1, name: 'Your 15 minutes for hips' }).waitFor();
  await expectAccessible(page);
  const made = await page.locator('main ol').innerText();
  const address = page.url();
  await page.getByRole('link', { name: 'Another one' }).click();
  await page.waitForURL((url) => url.href !== address);
  expect(await page.locator('main ol').innerText()).not.toBe(made);
  await page.goto(address);
  expect(await page.locator('main ol').innerText()).toBe(made);
  step(`made, made anew, and found again at ${address}`);

  await page.goto('/practice/make?minutes=60&area=wrists&without=wrists');
  await page.getByText('That practice can’t be made').waitFor();
  expect(await page.getByText(/your cautions leave out \d+ exercises/).count()).toBe(1);
  await expectAccessible(page);
  step('what can’t be made says why');
  expect(faults).toEqual([]);
  await close();
}
