import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityWorld, startIdentityWorld } from '../../../../test/support/identity.ts';
import type { Tab } from '../../../../test/support/tab.ts';
import {
  firstStep,
  newTab,
  password,
  type Protected,
  secondStep,
  someone,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import { sweep } from '../jobs.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld({ env: { TRUSTED_BROWSER_DAYS: '30' } });
});
afterAll(() => world?.close());

/** A browser that was trusted in a second step; the next code is half a minute away. */
async function trusting({ email, app }: Protected, tab = newTab(world)): Promise<Tab> {
  await firstStep(tab, email);
  const answer = await secondStep(tab, { code: app.code(), trustBrowser: true });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  world.clock.advance({ seconds: 30 });
  return tab;
}

const statusOf = async (tab: Tab, email: string) => (await firstStep(tab, email)).json().status;
const listed = async (tab: Tab) => (await tab.get('/auth/trusted-browsers')).json().items;

describe('a trusted browser (ID-07)', () => {
  it('is not asked for a second step for 30 days, and then it is (ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, person.email);
    const answer = await secondStep(tab, { code: person.app.code(), trustBrowser: true });
    expect(answer.cookies.find(({ name }) => name === 'etude_trust')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 30 * 24 * 3600,
    });
    await tab.post('/auth/logout');
    world.clock.advance({ hours: 30 * 24 - 1 });
    expect(await statusOf(tab, person.email)).toBe('signed_in');
    world.clock.advance({ hours: 1 });
    expect(await statusOf(tab, person.email)).toBe('second_step');
  });

  it('is none unless the person says so (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, email);
    await secondStep(tab, { code: app.code() });
    expect(tab.cookies.has('etude_trust')).toBe(false);
    expect(await statusOf(tab, email)).toBe('second_step');
  });

  it('is trusted for the person who said so, and for nobody else (ID-07)', async () => {
    const tab = await trusting(await someoneProtected(world));
    const other = await someoneProtected(world);
    expect(await statusOf(tab, other.email)).toBe('second_step');
  });

  it('is listed with its name, and ends when it is revoked (ID-07)', async () => {
    const person = await someoneProtected(world);
    const [one, two] = [await trusting(person), await trusting(person)];
    const items = await listed(one);
    expect(items).toMatchObject([
      { browser: 'Firefox on Linux', current: false },
      { browser: 'Firefox on Linux', current: true },
    ]);
    expect(Object.keys(items[0]).sort()).toEqual([
      'browser',
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'lastUsedAt',
    ]);
    const gone = await one.call('DELETE', `/auth/trusted-browsers/${items[0].id}`);
    expect(gone.statusCode).toBe(204);
    expect((await one.call('DELETE', `/auth/trusted-browsers/${items[0].id}`)).statusCode).toBe(
      404,
    );
    expect(await listed(one)).toHaveLength(1);
    expect(await statusOf(two, person.email)).toBe('second_step');
    expect(await statusOf(one, person.email)).toBe('signed_in');
  });

  it('is nobody else’s to see or to revoke (ID-07)', async () => {
    const tab = await trusting(await someoneProtected(world));
    const [{ id }] = await listed(tab);
    const stranger = await someone(world);
    expect(await listed(stranger.tab)).toEqual([]);
    const answer = await stranger.tab.call('DELETE', `/auth/trusted-browsers/${id}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'trusted_browser_not_found']);
    expect(await listed(tab)).toHaveLength(1);
  });

  it('is listed page by page, the newest first (ID-07)', async () => {
    const person = await someoneProtected(world);
    for (let count = 0; count < 5; count += 1) await trusting(person);
    const all = await listed(person.tab);
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await person.tab.get(
        `/auth/trusted-browsers?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.json().items);
      cursor = page.json().nextCursor;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(5);
    const wrong = await person.tab.get('/auth/trusted-browsers?cursor=nonsense');
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'bad_cursor']);
  });

  it('ends with all others at once (ID-07)', async () => {
    const person = await someoneProtected(world);
    const [one, two] = [await trusting(person), await trusting(person)];
    expect((await one.post('/auth/trusted-browsers/revoke-all')).json()).toEqual({ revoked: 2 });
    for (const tab of [one, two]) expect(await statusOf(tab, person.email)).toBe('second_step');
  });

  it('is trusted no more after a new password by mail (ID-03, ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = await trusting(person);
    await world.post('forgot-password', { email: person.email });
    const token = await world.lastLink({ name: 'identity.password_reset_requested' }, person.email);
    await world.post('reset-password', { token, password: 'Other-Garden-43' });
    const again = await tab.post('/auth/login', {
      email: person.email,
      password: 'Other-Garden-43',
    });
    expect(again.json().status).toBe('second_step');
  });

  it('gets a new token each time, never one that was planted, and is listed once (ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = newTab(world);
    tab.cookies.set('etude_trust', 'planted');
    await trusting(person, tab);
    const first = tab.cookies.get('etude_trust');
    expect(first).not.toBe('planted');
    await listed(tab); // signed in; asking again needs the trust to be gone
    const kept = tab.cookies.get('etude_trust')!;
    tab.cookies.delete('etude_trust');
    await firstStep(tab, person.email);
    tab.cookies.set('etude_trust', kept);
    await secondStep(tab, { code: person.app.code(), trustBrowser: true });
    expect(tab.cookies.get('etude_trust')).not.toBe(first);
    expect(await listed(tab)).toHaveLength(1);
  });

  it('is kept as a hash alone, and forgotten a month after it ended (ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = await trusting(person);
    const rows = () =>
      tables(world.ctx)
        .selectFrom('identity.trusted_browsers')
        .selectAll()
        .where('person_id', '=', person.personId)
        .execute();
    expect(JSON.stringify(await rows())).not.toContain(tab.cookies.get('etude_trust'));
    world.clock.advance({ hours: 59 * 24 });
    await sweep(world.ctx);
    expect(await rows()).toHaveLength(1);
    world.clock.advance({ hours: 2 * 24 });
    await sweep(world.ctx);
    expect(await rows()).toEqual([]);
  });

  it('still needs the right password (ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = await trusting(person);
    const answer = await tab.post('/auth/login', {
      email: person.email,
      password: `${password}!`,
    });
    expect(answer.statusCode).toBe(401);
  });
});
