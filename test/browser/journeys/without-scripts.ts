import { expect } from 'vitest';
import { journeySteps, openVisit, readText, type Stage } from '../support/browser.ts';

/** Search, profile and hold in a browser that runs no scripts. */
export async function searchAndHoldWithoutScripts(stage: Stage): Promise<void> {
  const step = journeySteps('without scripts');
  const { page, close } = await openVisit(stage, { javaScriptEnabled: false });
  await page.goto('/');
  await page.getByLabel('What would you like to learn?').fill('guitar near Camden');
  await page.getByRole('button', { name: 'Find teachers' }).click();
  await page.waitForURL('**/search?*');
  step(`search: ${page.url()}`);
  await page.getByRole('link', { name: 'Mara Ellison' }).first().click();
  await page.waitForURL('**/teachers/*');
  step('profile');
  await page.locator('a[href*="slot="]:visible').first().click();
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  const text = await readText(page);
  expect(text).toMatch(/Held for you until \d{1,2}:\d\d/);
  expect(text).toContain('Join and go on');
  step('held until the time on the page');
  await page.getByRole('button', { name: 'Let this hour go' }).click();
  await page.waitForURL('**/teachers/mara-ellison');
  step('and let go again');
  await close();
}
