import { join as joinPath } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_SIGN_IN } from '../../src/dev/demo/index.ts';
import { openStage, openVisit, type Stage } from './support/browser.ts';
import { payWith } from './support/people.ts';

const folder = joinPath(import.meta.dirname, '../../docs/pictures');
const wish = '/search?q=guitar+near+Camden+under+%C2%A340';
const desktop = { viewport: { width: 1440, height: 900 } };

/** Takes the README's pictures anew, from the product as it is. */
async function takePictures(stage: Stage): Promise<void> {
  const { page, close } = await openVisit(stage, desktop);
  const take = (name: string, of: Page = page): Promise<unknown> =>
    of.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(DEMO_SIGN_IN.learner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(DEMO_SIGN_IN.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');

  await page.goto(wish);
  await page.locator('canvas').waitFor();
  await page.waitForTimeout(2_000);
  await take('search');

  await page.goto('/teachers/mara-ellison');
  await page.waitForTimeout(1_000);
  await take('teacher');

  await page.getByRole('link', { name: 'Later' }).click();
  await page.waitForURL(/from=/);
  await page.locator('a[href*="slot="]:visible').first().click();
  await page.getByRole('button', { name: 'Hold this time' }).click();
  await page.waitForURL('**/book/*');
  await take('checkout');

  await page.getByRole('button', { name: /^(Pay|Save my card)/ }).click();
  await page.waitForURL('**/c/pay/**');
  await payWith(page, '4242 4242 4242 4242');
  await page.waitForURL('**/lessons/*');
  await page.getByRole('heading', { name: 'It’s booked' }).waitFor();
  await take('confirmation');
  await close();

  await takeLibrary(stage);
  const phone = await openVisit(stage, { colorScheme: 'dark', deviceScaleFactor: 2 });
  await phone.page.goto(wish);
  await take('phone', phone.page);
  await phone.close();
}

/** The practice library: poses by light, a sequence in the dark. */
async function takeLibrary(stage: Stage): Promise<void> {
  const visits = [
    { name: 'poses', path: '/practice/poses?area=hips', colorScheme: 'light' },
    { name: 'sequence', path: '/practice/sequences/power-flow', colorScheme: 'dark' },
  ] as const;
  for (const { name, path, colorScheme } of visits) {
    const { page, close } = await openVisit(stage, { ...desktop, colorScheme });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
    await close();
  }
}

const stage = await openStage();
await takePictures(stage).finally(() => stage.close());
