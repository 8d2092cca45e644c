import { expect } from 'vitest';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';
import { signIn } from '../support/people.ts';

/** An operator edits a pose, its figure by the keyboard and by hand, publishes it and takes it back. */
export async function editLibrary(stage: Stage): Promise<void> {
  const { page, faults, close } = await openVisit(stage, {
    viewport: { width: 1280, height: 900 },
  });
  const { password, operator } = DEMO_SIGN_IN;
  const step = journeySteps('edit the library');
  await signIn(page, { email: operator.email, password });
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.goto('/teach/library?q=tree+pose');
  await page.getByRole('link', { name: 'Tree Pose' }).click();
  await expectAccessible(page);
  const item = page.url();

  await page.getByLabel('Seconds').fill('5');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Not published yet').waitFor();
  expect(await page.getByLabel('Seconds').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByText('Choose 15 to 60 seconds, not 5.').count()).toBe(2);
  step('what keeps it from being published stands at its field, and nothing is lost');

  await page.getByLabel('Name', { exact: true }).fill('Tall Tree');
  await page.getByLabel('Seconds').fill('45');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Saved as a draft').waitFor();
  await editFigure(page, item);
  step('the figure is edited with the arrow keys, by hand and undone');

  await page.getByRole('link', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'Tall Tree', level: 2 }).waitFor();
  await expectAccessible(page);
  const before = await stage.browser.newPage({ baseURL: stage.product.url });
  await before.goto('/practice/poses/tree');
  expect(await before.getByRole('heading', { level: 1 }).innerText()).toBe('Tree Pose');
  step('the author sees the draft, everybody else what is published');

  await page.goto(item);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published. It is there').waitFor();
  await before.reload();
  expect(await before.getByRole('heading', { level: 1 }).innerText()).toBe('Tall Tree');
  step('published, everybody sees it');

  await page.getByRole('link', { name: 'History' }).click();
  await page.getByText(/Changed: .*Name/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Restore/ }).click();
  await page.getByText('That version is now the draft').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Published. It is there').waitFor();
  await before.reload();
  expect(await before.getByRole('heading', { level: 1 }).innerText()).toBe('Tree Pose');
  await before.close();
  step('what shipped comes back from the history');
  expect(faults).toEqual([]);
  await close();
}

type Page = Awaited<ReturnType<typeof openVisit>>['page'];

async function editFigure(page: Page, item: string): Promise<void> {
  await page.goto(`${item}/figure`);
  const angle = page.getByLabel('Right arm: Upper arm, Direction');
  const elbow = page.getByRole('slider', { name: 'Right elbow' });
  await elbow.waitFor();
  await expectAccessible(page);
  const start = Number(await angle.inputValue());
  await elbow.focus();
  await page.keyboard.press('ArrowRight');
  expect(Number(await angle.inputValue())).toBe(start + 2);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-joint'))).toBe(
    'rightElbow',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(Number(await angle.inputValue())).toBe(start);

  const box = (await elbow.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 12, box.y + box.height / 2 + 16, { steps: 6 });
  await page.mouse.up();
  expect(Number(await angle.inputValue())).not.toBe(start);

  // A shin that is bent far beyond its knee stops where the knee does.
  const knee = page.getByRole('slider', { name: 'Right ankle' });
  await knee.focus();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('A body can do this.').waitFor();
  await addWall(page);
  await page.getByRole('button', { name: 'Save figure' }).click();
  await page.getByText('The figure is saved in the draft.').waitFor();
  await page.goto(`${item}/figure`);
  await page.getByText('Props, reach and picture').click();
  expect(await prop(page, 1).getByLabel('Side').inputValue()).toBe('right');
  await page.goto(item);
}

const prop = (page: Page, number: number) =>
  page.getByRole('group', { name: `Prop ${number}`, exact: true });

/** A prop asks for what its kind has, and the next one is offered. */
async function addWall(page: Page): Promise<void> {
  await page.getByText('Props, reach and picture').click();
  expect(await prop(page, 1).getByRole('combobox').count()).toBe(1);
  await prop(page, 1).getByRole('combobox').selectOption('Wall');
  await prop(page, 1).getByLabel('At or under').selectOption('Right hand');
  await prop(page, 1).getByLabel('Side').selectOption('Right');
  expect(await prop(page, 1).getByLabel('Height').isVisible()).toBe(false);
  expect(await prop(page, 2).getByRole('combobox').count()).toBe(1);
  expect(await prop(page, 3).isVisible()).toBe(false);
  await page.getByText('A body can do this.').waitFor();
}
