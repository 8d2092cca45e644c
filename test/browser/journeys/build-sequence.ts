import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';
import { joinAndVerify } from '../support/people.ts';

const rows = (page: Page) =>
  page.locator('[data-row]').evaluateAll((all) =>
    all.map((row) => {
      const side = row.querySelector('select')?.value;
      const name = row.querySelector('p')?.textContent ?? '';
      return side ? `${name} ${side}` : name;
    }),
  );
const add = async (page: Page, words: string, name: string) => {
  await page.getByRole('searchbox', { name: 'Add a step' }).fill(words);
  await page.getByRole('button', { name: `Add: ${name}` }).click();
};
const untilRows = (page: Page, wanted: string[]) => expect.poll(() => rows(page)).toEqual(wanted);
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

const newPerson = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.com`,
  password: 'Tidy-Garden-42',
});

/** By search, keyboard, drag and buttons; with warnings before and after; shared and hidden again. */
export async function buildSequence(stage: Stage): Promise<void> {
  const step = journeySteps('builder');
  const { page, faults, close } = await openVisit(stage, {
    viewport: { width: 1280, height: 900 },
  });
  await joinAndVerify(page, stage.product.url, newPerson('Builda'));
  await page.goto('/practice/cautions');
  await page.getByRole('checkbox', { name: 'Wrists' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. Your sequences know now.').waitFor();

  await page.goto('/practice/mine');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Build a sequence' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Short and sweet');
  await add(page, 'mountain', 'Mountain Pose');
  await untilRows(page, ['Mountain Pose']);
  await add(page, 'vrksasana', 'Tree Pose');
  await untilRows(page, ['Mountain Pose', 'Tree Pose right', 'Tree Pose left']);
  await add(page, 'crow', 'Crow Pose');
  const end = ['Mountain Pose', 'Tree Pose right', 'Tree Pose left', 'Crow Pose'];
  await untilRows(page, end);
  await expectAccessible(page);
  step('four steps by search, both sides of what has two');

  const handle = page.getByRole('button', { name: 'Move Crow Pose', exact: true });
  const said = page.locator('[data-said]');
  await handle.focus();
  await page.keyboard.press('Space');
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('ArrowUp');
  expect(await said.textContent()).toBe('Crow Pose is step 1 of 4.');
  await page.keyboard.press('Space');
  await untilRows(page, ['Crow Pose', ...end.slice(0, 3)]);
  await page.getByText('Crow Pose comes before you are warm.').waitFor();
  await page.getByText('Crow Pose is not advised with your wrists.').waitFor();
  expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await untilRows(page, ['Crow Pose', ...end.slice(0, 3)]);
  step('moved with the keyboard, told in words, and warned about a cold start and the wrists');

  const from = (await handle.boundingBox())!;
  const last = (await page.locator('[data-row]').last().boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, last.y + last.height - 3, { steps: 12 });
  await page.mouse.up();
  await untilRows(page, end);
  await page.getByText('Crow Pose comes before you are warm.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Remove Tree Pose' }).first().click();
  await page.getByText('Tree Pose has no right side yet.').waitFor();
  await page.getByRole('button', { name: 'Add the right side' }).click();
  await untilRows(page, ['Mountain Pose', 'Tree Pose left', 'Tree Pose right', 'Crow Pose']);
  step('dragged to the end; a side removed is missed, and put back by one button');

  const total = page.locator('[data-part=total]');
  const before = await total.innerText();
  await page.getByLabel('Seconds of Crow Pose').fill('90');
  await expect.poll(() => total.innerText()).not.toBe(before);
  await save(page);
  await page.waitForURL('**/practice/sequences/*saved=1');
  await page.getByText('Saved. Find it again under My sequences.').waitFor();
  await page.getByText('Crow Pose is not advised with your wrists.').waitFor();
  await expectAccessible(page);
  step('saved all the same, and still told');

  await page.getByRole('button', { name: 'Share by link' }).click();
  const address = await page.locator('#share-address').innerText();
  const stranger = await openVisit(stage);
  const { pathname } = new URL(address);
  await stranger.page.goto(pathname);
  await stranger.page.getByText('Somebody built this and gave you its address.').waitFor();
  expect(await stranger.page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await expectAccessible(stranger.page);
  await stranger.page.getByRole('link', { name: 'Make it mine' }).click();
  await untilRows(stranger.page, [
    'Mountain Pose',
    'Tree Pose left',
    'Tree Pose right',
    'Crow Pose',
  ]);
  await save(stranger.page);
  await stranger.page.getByText('Sign in to keep this.').waitFor();
  expect(await stranger.page.getByLabel('Name', { exact: true }).inputValue()).toBe(
    'Short and sweet',
  );
  step('seen by whoever has the address, who loses nothing by not being signed in');
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await page.getByRole('button', { name: 'Share by link' }).waitFor();
  const gone = await stranger.page.goto(pathname);
  expect(gone?.status()).toBe(404);

  await page.getByRole('link', { name: 'Delete', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('The sequence is deleted.').waitFor();
  step('hidden at once from everybody else, and deleted after a question');
  expect([...faults, ...stranger.faults]).toEqual([]);
  await stranger.close();
  await close();
}

/** Without scripts, on a phone: buttons add, move and remove; what is wrong stays as typed. */
export async function buildWithoutScripts(stage: Stage): Promise<void> {
  const step = journeySteps('builder without scripts');
  const signedIn = await openVisit(stage);
  await joinAndVerify(signedIn.page, stage.product.url, newPerson('Plaina'));
  const storageState = await signedIn.page.context().storageState();
  const visit = await openVisit(stage, { javaScriptEnabled: false, storageState });
  const { page } = visit;
  await page.goto('/practice/builder');
  await page.getByRole('searchbox', { name: 'Add a step' }).fill('tree');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'Add: Tree Pose' }).click();
  await page.getByRole('button', { name: 'Add: Tree Pose' }).waitFor();
  await page.getByRole('button', { name: 'Move Tree Pose down' }).first().click();
  await page.getByLabel('Seconds of Tree Pose').first().fill('0');
  await save(page);
  await page.getByRole('alert').waitFor();
  const alert = await page.getByRole('alert').innerText();
  expect(alert).toContain('Give your sequence a name.');
  expect(alert).toContain('Step 1, Tree Pose: From 1 to 900 seconds.');
  expect(await page.getByLabel('Seconds of Tree Pose').first().inputValue()).toBe('0');
  step('added, moved, and told what is wrong in two places, with nothing lost');

  await page.getByLabel('Name', { exact: true }).fill('Trees');
  await page.getByLabel('Seconds of Tree Pose').first().fill('40');
  await save(page);
  await page.waitForURL('**/practice/sequences/*saved=1');
  const slug = new URL(page.url()).pathname.split('/').at(-1)!;
  step('saved');

  await page.goto(`/practice/builder/${slug}`);
  const other = await openVisit(stage, { javaScriptEnabled: false, storageState });
  await other.page.goto(`/practice/builder/${slug}`);
  await other.page.getByLabel('Name', { exact: true }).fill('Forest');
  await save(other.page);
  await other.page.waitForURL('**saved=1');
  await page.getByLabel('Name', { exact: true }).fill('Wood');
  await save(page);
  await page.getByText('This sequence was saved somewhere else meanwhile.').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Wood');
  await save(page);
  await page.getByRole('heading', { level: 1, name: 'Wood' }).waitFor();
  step('the second of two tabs hears of the first before it saves over it');
  expect([...signedIn.faults, ...visit.faults, ...other.faults]).toEqual([]);
  for (const one of [signedIn, visit, other]) await one.close();
}
