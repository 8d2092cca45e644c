import type { Page } from 'playwright-core';

export interface KeptSession {
  id: string;
  title: string;
  sequence: string | null;
  seconds: number;
  stepsDone: number;
}

/** What the server has of the practices of whoever is signed in on this page. */
export async function keptSessions(page: Page): Promise<KeptSession[]> {
  const answer = await page.request.get('/api/v1/me/practice-sessions');
  return ((await answer.json()) as { items: KeptSession[] }).items;
}

/** What waits on the device. */
export const waitingHere = (page: Page): Promise<number> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('etude-practised') ?? '[]').length as number);
