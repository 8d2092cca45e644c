import { expect } from 'vitest';
import { journeySteps, openVisit, readText, type Stage } from '../support/browser.ts';
import { linkIn, mailTo } from '../support/inbox.ts';
import { joinAndVerify, signIn } from '../support/people.ts';

const ines = {
  name: 'Ines Duarte',
  email: 'ines@live.example',
  password: 'three old copper bells',
};
const next = 'four new silver bells';

/** A password set anew by mail ends every session, also where a page is open: within a second. */
export async function endOtherSessionsLive(stage: Stage): Promise<void> {
  const step = journeySteps('live sign-out');
  const elsewhere = await openVisit(stage);
  await joinAndVerify(elsewhere.page, stage.product.url, ines);
  const lessons = elsewhere.page;
  const home = await lessons.context().newPage();
  await Promise.all([
    lessons.waitForResponse('**/api/v1/auth/watch'),
    lessons.goto('/lessons?when=past'),
  ]);
  const watches: string[] = [];
  home.on('request', (request) => {
    if (request.url().endsWith('/auth/watch')) watches.push(request.url());
  });
  await home.goto('/');
  step('signed in with two tabs open; one of them listens');

  const here = await openVisit(stage);
  await here.page.goto('/forgot-password');
  await here.page.getByLabel('E-mail').fill(ines.email);
  await here.page.getByRole('button', { name: 'Send the link' }).click();
  const mail = await mailTo(stage.product.url, ines.email, /password/i);
  await here.page.goto(linkIn(mail, '/reset-password'));
  await here.page.getByRole('textbox', { name: 'New password' }).fill(next);
  expect(watches).toEqual([]);

  const ended = [lessons, home].map((page) =>
    page.waitForURL('**/sign-in?ended=1*', { waitUntil: 'commit' }).then(() => performance.now()),
  );
  const answered = here.page
    .waitForResponse((answer) => answer.request().method() === 'POST')
    .then(() => performance.now());
  await here.page.getByRole('button', { name: 'Save password' }).click();
  const saved = await answered;
  for (const at of await Promise.all(ended)) expect(at - saved).toBeLessThan(1000);
  await here.page.waitForURL('**/sign-in?reset=1');
  await lessons.waitForLoadState();
  expect(await readText(lessons)).toContain('You were signed out');
  step('the password is set anew elsewhere: both tabs are signed out within a second, and say so');

  await lessons.getByLabel('E-mail').fill(ines.email);
  await lessons.getByRole('textbox', { name: 'Password' }).fill(next);
  await lessons.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await lessons.waitForURL('**/lessons?when=past');
  step('signing in leads back to the page that was open');

  await signIn(here.page, { ...ines, password: next });
  await here.page.waitForURL((url) => url.pathname === '/');
  await here.page.goto('/account/devices');
  await here.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await lessons.waitForURL('**/sign-in?ended=1*');
  await here.page.getByText('You are signed out everywhere else.').waitFor();
  step('and "Sign out everywhere else" does the same');

  expect([...elsewhere.faults, ...here.faults]).toEqual([]);
  await elsewhere.close();
  await here.close();
}
