import sharp from 'sharp';
import { expect } from 'vitest';
import { expectAccessible, journeySteps, openVisit, type Stage } from '../support/browser.ts';
import { signInAsMara } from '../support/people.ts';

/** An instructor shows a photo instead of the drawing, without scripts, and then the drawing again. */
export async function uploadPortrait(stage: Stage): Promise<void> {
  const step = journeySteps('portrait');
  const { page, faults, close } = await openVisit(stage, { javaScriptEnabled: false });
  await signInAsMara(page);
  await page.goto('/teach/portrait');
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Photo').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await choose('../../me.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await page.getByRole('button', { name: 'Use this photo' }).click();
  await page.getByText('This is no JPEG, PNG or WebP picture.').first().waitFor();
  step('what is no picture is refused in plain words');

  const photo = sharp({ create: { width: 800, height: 900, channels: 3, background: '#c0793a' } });
  await choose('me.jpg', await photo.jpeg().toBuffer());
  await page.getByRole('button', { name: 'Use this photo' }).click();
  await page.getByText('Saved. Everybody sees it now.').waitFor();
  await page.goto('/teachers/mara-ellison');
  const shown = await page.locator('header img').first().getAttribute('src');
  expect(shown).toMatch(/^\/media\/[0-9a-f]{32}\/200\.webp$/);
  expect((await page.request.get(shown!)).headers()['content-type']).toBe('image/webp');
  step('everybody sees the photo');

  await page.goto('/teach/portrait');
  await page.getByRole('button', { name: 'Show the drawing again' }).click();
  await page.getByText('Our drawing').waitFor();
  step('and the drawing again');
  expect(faults).toEqual([]);
  await close();
  const scripted = await openVisit(stage);
  await signInAsMara(scripted.page);
  await scripted.page.goto('/teach/portrait');
  await expectAccessible(scripted.page);
  await scripted.close();
}
