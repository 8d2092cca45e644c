import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { keptSessions, waitingHere } from '../support/kept-practices.ts';
import { joinAndVerify, signIn } from '../support/people.ts';
import { startRelease } from '../support/release.ts';

const ada = {
  name: 'Ada Offline',
  email: 'ada.offline@example.com',
  password: 'a mat without a connection',
};

const begin = (page: Page) => page.getByRole('button', { name: 'Begin' }).click();
const keptHere = (page: Page) => page.getByText('Ready without a connection').waitFor();

/** Ends the running practice by its dialog. */
async function endHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'End and keep it' }).click();
  await page.getByRole('heading', { name: 'Well done' }).waitFor();
}

/** Opened once, practised without a connection from start to end, kept once when it is back. */
export async function playOffline(stage: Stage): Promise<void> {
  const step = journeySteps('offline');
  const { page, faults, close } = await openVisit(stage);
  const context = page.context();
  await joinAndVerify(page, stage.product.url, ada);
  await page.goto('/practice/play/morning-energizer');
  await keptHere(page);
  await expectAccessible(page);
  expect(await storedPages(page)).toMatchObject({ count: 2, hasName: false });
  step('opened once, signed in; what the device keeps has nothing of the person');

  await context.setOffline(true);
  await page.goto('/practice/play/morning-energizer');
  await begin(page);
  // The last seconds of getting ready, and a little of the first hold.
  await page.waitForTimeout(7_500);
  await page.reload();
  expect(await readText(page, '[data-player]')).toMatch(/Hold Easy Seat/);
  expect(await fontsReady(page)).toEqual(['Fraunces Variable', 'Instrument Sans Variable']);
  await endHere(page);
  await page.getByText('You are offline. It waits on this device').waitFor();
  await expectAccessible(page);
  expect(await waitingHere(page)).toBe(1);
  step('begun, reloaded and ended without a connection');

  await page.goto('/practice/play/power-flow');
  await page.getByRole('link', { name: 'Morning Energizer' }).waitFor();
  step('a practice that was never opened: the device says which ones it has');

  await page.goto('/practice/play/morning-energizer');
  await begin(page);
  await page.waitForTimeout(6_500);
  await endHere(page);
  await page.getByText('You are offline.').waitFor();
  expect(await waitingHere(page)).toBe(2);
  await context.setOffline(false);
  await page.getByText('Kept in your progress.').waitFor();
  expect(await waitingHere(page)).toBe(0);
  const kept = await keptSessions(page);
  expect(kept).toHaveLength(2);
  expect(new Set(kept.map(({ id }) => id)).size).toBe(2);
  await page.goto('/practice');
  await page.goto('/practice/play/morning-energizer');
  await keptHere(page);
  expect(await keptSessions(page)).toEqual(kept);
  step('both kept by themselves once the connection is back, and once only');
  expect(faults).toEqual([]);
  await close();
}

async function storedPages(page: Page): Promise<{ count: number; hasName: boolean }> {
  const texts = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        if (answer?.headers.get('content-type')?.startsWith('text/html'))
          found.push(await answer.text());
      }
    }
    return found;
  });
  return { count: texts.length, hasName: texts.some((text) => text.includes('Ada')) };
}

const fontsReady = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const fonts = await document.fonts.ready;
    const loaded = [...fonts].filter(({ status }) => status === 'loaded');
    return [...new Set(loaded.map(({ family }) => family.replaceAll(/["']/g, '')))].sort();
  });

/** Practised by nobody in particular: kept for who signs in and asks for it, and for nobody else. */
export async function playSignedOut(stage: Stage): Promise<void> {
  const step = journeySteps('signed out');
  const { page, faults, close } = await openVisit(stage);
  const practise = async (): Promise<void> => {
    await page.goto('/practice/play/stress-release');
    await begin(page);
    await page.waitForTimeout(6_500);
    await endHere(page);
    await page.getByText('You are not signed in.').waitFor();
  };
  await practise();
  await signIn(page, ada);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/practice');
  expect(await waitingHere(page)).toBe(1);
  await page.goto('/practice/play/stress-release');
  await page.getByText('A practice of someone who was not signed in waits').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(await waitingHere(page)).toBe(0);
  step('not taken for the next person who signs in, who may remove it');

  await page.context().clearCookies();
  const before = await keptCount(stage);
  await practise();
  await page.getByRole('link', { name: 'Sign in and keep it' }).click();
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ada.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/practice/play/stress-release');
  await page.getByText('What you practised before is kept in your progress now.').waitFor();
  expect(await waitingHere(page)).toBe(0);
  expect(await keptCount(stage)).toBe(before + 1);
  step('asked for, signed in, and kept');
  expect(faults).toEqual([]);
  await close();
}

async function keptCount(stage: Stage): Promise<number> {
  const { page, close } = await openVisit(stage);
  await signIn(page, ada);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  const kept = await keptSessions(page);
  await close();
  return kept.length;
}

/** A new build: the running practice goes on, and what was kept is there in the new form. */
export async function playThroughARelease(stage: Stage): Promise<void> {
  const step = journeySteps('release');
  const release = await startRelease(stage.product.url);
  const { page, faults, close } = await openVisit(stage, { baseURL: release.url });
  await page.goto('/practice/play/morning-energizer');
  await keptHere(page);
  await begin(page);
  const [old] = await cacheNames(page);
  release.change();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed',
  );
  expect(await cacheNames(page)).toHaveLength(2);
  expect(await page.getByRole('timer').isVisible()).toBe(true);
  step('the new worker waits while a practice is open');

  await page.goto('/practice');
  await page.waitForFunction(async (name) => !(await caches.keys()).includes(name ?? ''), old);
  await page.context().setOffline(true);
  await page.goto('/practice/play/morning-energizer');
  await page.getByRole('timer').waitFor();
  expect(await cacheNames(page)).toEqual([expect.stringContaining('etude-practice-')]);
  step('then it takes over what was kept, and the practice is still on');
  expect(faults).toEqual([]);
  await close();
  await release.stop();
}

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
