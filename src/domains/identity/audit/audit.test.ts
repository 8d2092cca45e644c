import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../index.ts';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { signIn } from '../../../../test/support/people.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';
import { sweep } from '../jobs.ts';
import { recordAudit } from './audit.ts';

interface Entry {
  id: string;
  action: string;
  personId: string | null;
  actorId: string | null;
  address: string | null;
  details: Record<string, unknown>;
}

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());

async function signedIn(): Promise<{ tab: Tab; email: string }> {
  const email = await world.verified();
  const tab = openTab(world, { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' });
  world.clock.advance({ seconds: 1 });
  await tab.post('/auth/login', { email, password: gardenPassword });
  world.clock.advance({ seconds: 1 });
  return { tab, email };
}
const log = async (tab: Tab, query = '') =>
  (await tab.get(`/me/security-log${query}`)).json<{
    items: (Entry & { by: string; browser: string | null })[];
    nextCursor: string | null;
  }>();

describe('the log of an account’s safety', () => {
  it('tells its owner what happened, newest first, and from where (ID-14)', async () => {
    const { tab } = await signedIn();
    await tab.post('/auth/confirm', { password: gardenPassword });
    const { items } = await log(tab);
    expect(items[0]).toMatchObject({
      action: 'identity_confirmed',
      by: 'you',
      details: { method: 'password' },
    });
    expect(items.find(({ details }) => details['methods'] === 'password')).toMatchObject({
      action: 'signed_in',
      by: 'unknown',
      browser: 'Firefox on Linux',
      address: '127.0.0.1',
      details: { client: 'browser' },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'identity_confirmed',
      'signed_in',
      'new_device',
      'signed_in',
      'email_verified',
    ]);
  });

  it('comes in pages without a gap, and holds nobody else’s (ID-14)', async () => {
    const [{ tab }, other] = [await signedIn(), await signedIn()];
    const all = (await log(tab)).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await log(tab, `?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    const theirs = (await log(other.tab)).items.map(({ id }) => id);
    expect(theirs.filter((id) => all.includes(id))).toEqual([]);
  });

  it('is answered by an index, a page at a time (ID-14)', async () => {
    const plan = async (query: string) =>
      (
        await sql<{ 'QUERY PLAN': string }>`${sql.raw(`explain ${query}`)}`.execute(world.ctx.db)
      ).rows
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    await sql`set enable_seqscan = off`.execute(world.ctx.db);
    expect(
      await plan(
        `select id from identity.audit_entries where person_id = '01890000-0000-7000-8000-000000000000' and id < '01890000-0000-7000-8000-000000000000' order by id desc limit 20`,
      ),
    ).toContain('audit_entries_by_person');
    await sql`set enable_seqscan = on`.execute(world.ctx.db);
  });
});

describe('the database', () => {
  it.each([
    ['changes', `update identity.audit_entries set action = 'nothing'`],
    ['moves', `update identity.audit_entries set person_id = null where person_id is not null`],
    ['rewrites', `update identity.audit_entries set address = '203.0.113.7'`],
    ['deletes', `delete from identity.audit_entries`],
    ['deletes nothing of', `delete from identity.audit_entries where false`],
    ['empties', `truncate identity.audit_entries`],
  ])('refuses whoever %s the log (ID-14)', async (_what, statement) => {
    await recordAudit(world.ctx, { action: 'signed_in', personId: null });
    await recordAudit(world.ctx, {
      action: 'signed_in',
      personId: '01890000-0000-7000-8000-000000000000',
    });
    await expect(sql.raw(statement).execute(world.ctx.db)).rejects.toMatchObject({
      constraint: 'audit_entries_append_only',
    });
  });

  it('lets where somebody was be forgotten, after 180 days (ID-17)', async () => {
    const { tab } = await signedIn();
    world.clock.advance({ hours: 170 * 24 });
    await sweep(world.ctx);
    const count = async () =>
      (
        await sql<{
          count: number;
        }>`select count(*) from identity.audit_entries where address is not null`.execute(
          world.ctx.db,
        )
      ).rows[0]!.count;
    expect(await count()).toBeGreaterThan(0);
    world.clock.advance({ hours: 11 * 24 });
    await sweep(world.ctx);
    expect(await count()).toBe(0);
    expect((await tab.get('/me')).statusCode).toBe(401);
  });
});

describe('what operators do', () => {
  let product: World;
  let operator: { cookie: string; personId: string };
  let people: { cookie: string; personId: string };
  beforeAll(async () => {
    product = await startTestWorld();
    operator = await signIn(product, 'catalog@etude.example', ['operator'], ['catalog']);
    people = await signIn(product, 'people@etude.example', ['operator'], ['people']);
  }, 120_000);
  afterAll(() => product?.close());

  const audited = async (query = '') =>
    (
      await product.inject({
        url: `/api/v1/operator/audit-log${query}`,
        headers: { cookie: people.cookie },
      })
    ).json<{ items: Entry[] }>().items;
  const addSubject = (cookie: string, slug: string) =>
    product.inject({
      method: 'POST',
      url: '/api/v1/subjects',
      headers: { cookie },
      payload: { slug, name: slug, synonyms: [] },
    });

  it('is written down before it is done, with who asked and for what (ID-14)', async () => {
    await product.inject({
      method: 'PATCH',
      url: '/api/v1/subjects/guitar',
      headers: { cookie: operator.cookie },
      payload: { synonyms: ['Guitar'] },
    });
    const entries = await audited();
    expect(entries.filter(({ action }) => action === 'operator_request')).toMatchObject([
      {
        actorId: operator.personId,
        details: { method: 'PATCH', route: '/api/v1/subjects/:slug', slug: 'guitar' },
      },
    ]);
  });

  it('needs the scope, not only the role (ID-14)', async () => {
    const before = (await audited()).length;
    const refused = await addSubject(people.cookie, 'serpent');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'not_allowed']);
    const log = await product.inject({
      url: '/api/v1/operator/audit-log',
      headers: { cookie: operator.cookie },
    });
    expect(log.statusCode).toBe(403);
    expect(await audited()).toHaveLength(before);
  });

  it('is found by the person it concerns (ID-14)', async () => {
    const about = await audited(`?personId=${operator.personId}`);
    expect(about.length).toBeGreaterThan(0);
    expect(new Set(about.map(({ personId }) => personId))).toEqual(new Set([operator.personId]));
  });

  it.each([
    ['a scope without the role', ['learner'], ['people']],
    ['an unknown scope', ['operator'], ['everything']],
    ['an unknown role', ['emperor'], []],
  ])('is not granted by %s: the database refuses (ID-14)', async (_what, roles, operatorScopes) => {
    await expect(
      createPerson(product.ctx, {
        email: 'odd@etude.example',
        displayName: 'Odd',
        roles: roles as never,
        operatorScopes: operatorScopes as never,
      }),
    ).rejects.toThrow(/people_(operator_scopes|roles)/);
  });
});
