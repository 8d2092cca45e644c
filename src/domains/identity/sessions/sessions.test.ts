import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { someone } from '../../../../test/support/two-steps.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { newId } from '../../../platform/db/index.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

interface Listed {
  id: string;
  current: boolean;
  browser: string;
}

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());

async function signIn(email: string, userAgent = firefox): Promise<Tab> {
  const tab = openTab(world, { 'user-agent': userAgent });
  await tab.post('/auth/login', { email, password: gardenPassword });
  world.clock.advance({ seconds: 1 });
  return tab;
}
const list = async (tab: Tab, query = '') =>
  (await tab.get(`/auth/sessions${query}`)).json<{ items: Listed[]; nextCursor: string | null }>();
const alive = async (tab: Tab) => (await tab.get('/me')).statusCode === 200;

describe('the list of sessions', () => {
  it('names each browser, newest first, and the one that asks (ID-08)', async () => {
    const email = await world.verified();
    const laptop = await signIn(email);
    await signIn(email, iphone);
    const { items, nextCursor } = await list(laptop);
    expect(items.slice(0, 2)).toMatchObject([
      { browser: 'Safari on iPhone', current: false, methods: ['password'], client: 'browser' },
      { browser: 'Firefox on Linux', current: true, address: '127.0.0.1' },
    ]);
    expect(nextCursor).toBeNull();
  });

  it('comes in pages, without a gap (ID-08)', async () => {
    const email = await world.verified();
    const tab = await signIn(email);
    for (let n = 0; n < 4; n++) await signIn(email);
    const all = (await list(tab)).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(tab, `?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect((await tab.get('/auth/sessions?cursor=nonsense')).json().code).toBe('bad_cursor');
  });

  it('shows nobody else’s, and ends nobody else’s (ID-08)', async () => {
    const [mine, theirs] = [await world.verified(), await world.verified()];
    const [tab, other] = [await signIn(mine), await signIn(theirs)];
    const foreign = (await list(other)).items.find(({ current }) => current)!.id;
    expect((await list(tab)).items.map(({ id }) => id)).not.toContain(foreign);
    const answer = await tab.call('DELETE', `/auth/sessions/${foreign}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'session_not_found']);
    expect(await alive(other)).toBe(true);
  });
});

describe('ending sessions', () => {
  it('one ends at once, the others go on (ID-08)', async () => {
    const email = await world.verified();
    const [laptop, phone, third] = [
      await signIn(email),
      await signIn(email, iphone),
      await signIn(email),
    ];
    const { id } = (await list(laptop)).items.find(({ browser }) => browser.includes('iPhone'))!;
    expect((await laptop.call('DELETE', `/auth/sessions/${id}`)).statusCode).toBe(204);
    expect([await alive(laptop), await alive(phone), await alive(third)]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await laptop.call('DELETE', `/auth/sessions/${id}`)).statusCode).toBe(404);
  });

  it('all others end at once (ID-08)', async () => {
    const email = await world.verified();
    const [laptop, phone] = [await signIn(email), await signIn(email, iphone)];
    const { ended } = (await laptop.post('/auth/sessions/end-others')).json<{ ended: number }>();
    expect(ended).toBeGreaterThanOrEqual(1);
    expect([await alive(laptop), await alive(phone)]).toEqual([true, false]);
    expect((await list(laptop)).items).toHaveLength(1);
  });
});

describe('an operator who looks after people', () => {
  it('signs somebody out everywhere, and both logs say so (ID-08, ID-14)', async () => {
    const operator = await someone(world, ['people']);
    const person = await someone(world);
    const end = (personId: string) =>
      operator.tab.post(`/operator/people/${personId}/end-sessions`);
    expect((await end(person.personId)).json()).toEqual({ ended: 1 });
    expect(await alive(person.tab)).toBe(false);
    const { items } = (
      await operator.tab.get(`/operator/audit-log?personId=${person.personId}`)
    ).json<{ items: { action: string }[] }>();
    expect(items.map(({ action }) => action)).toContain('sessions_ended');
    expect((await end(newId(world.clock))).json().code).toBe('person_not_found');
  });
});
