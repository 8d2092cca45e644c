import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { DEMO_SIGN_IN } from '../../../src/dev/demo/index.ts';
import {
  expectAccessible,
  journeySteps,
  openVisit,
  readText,
  type Stage,
} from '../support/browser.ts';
import { signIn, signInAsMara } from '../support/people.ts';

/** An instructor gives homework after a lesson; the learner sees it first, and what they do counts. */
export async function giveHomework(stage: Stage): Promise<void> {
  const step = journeySteps('homework');
  const teacher = await openVisit(stage, { viewport: { width: 1280, height: 900 } });
  const learner = await openVisit(stage);
  await signInAsMara(teacher.page);
  const week = await weekOfTheLesson(teacher.page);
  await teacher.page.getByRole('link', { name: 'Give homework' }).click();
  await expectAccessible(teacher.page);
  await teacher.page.getByLabel('Sequence').selectOption({ label: 'Evening Wind Down · 20 min' });
  await teacher.page.getByLabel('How many times').fill('2');
  await teacher.page.getByLabel('Note (optional)').fill('Leave the last pose out if it is late.');
  await teacher.page.getByRole('button', { name: 'Give homework' }).click();
  await teacher.page.getByText('0 of 2 times').waitFor();
  await expectAccessible(teacher.page);
  step('after a lesson, an instructor gives homework on its page');

  const { password, learner: sam } = DEMO_SIGN_IN;
  await signIn(learner.page, { email: sam.email, password });
  await learner.page.waitForURL((address) => address.pathname !== '/sign-in');
  await learner.page.goto('/practice');
  const first = learner.page.getByRole('main').getByRole('heading', { level: 2 }).first();
  expect(await first.innerText()).toBe('Your homework');
  expect(await readText(learner.page)).toContain('Leave the last pose out if it is late.');
  await expectAccessible(learner.page);
  step('the learner sees it first, with the note');

  await practise(learner.page);
  await learner.page.reload();
  await learner.page.getByText('1 of 2 times').waitFor();
  step('what is practised counts by itself');

  await teacher.page.goto(week);
  await teacher.page.getByRole('heading', { name: 'Homework of these learners' }).waitFor();
  await teacher.page.getByText('1 of 2 times').waitFor();
  await expectAccessible(teacher.page);
  step('the instructor sees it in the week');
  expect([...teacher.faults, ...learner.faults]).toEqual([]);
  await teacher.close();
  await learner.close();
}

type Page = Awaited<ReturnType<typeof openVisit>>['page'];

/** Opens the page of the demo's lesson; returns the address of its week. */
async function weekOfTheLesson(page: Page): Promise<string> {
  const day = Temporal.Now.zonedDateTimeISO('Europe/London').subtract({ days: 3 }).toPlainDate();
  const week = `/week?from=${day.toString()}`;
  await page.goto(week);
  await page
    .getByRole('link', { name: /Sam Whitaker/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Homework', exact: true }).waitFor();
  return week;
}

/** Finishes the sequence, as the player tells it to the API. */
async function practise(page: Page): Promise<void> {
  const finishedAt = Temporal.Now.instant();
  const answer = await page.request.post('/api/v1/me/practice-sessions', {
    headers: { origin: new URL(page.url()).origin },
    data: {
      id: randomUUID(),
      library: 'yoga',
      sequence: 'evening-wind-down',
      startedAt: finishedAt.subtract({ minutes: 20 }).toString(),
      finishedAt: finishedAt.toString(),
      timeZone: 'Europe/London',
      steps: [{ exercise: 'corpse', seconds: 1150 }],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}
