import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchWorld, startSearchWorld } from '../../../../test/support/search.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { rebuildSearch } from '../index.ts';

let world: SearchWorld;
let search: SearchWorld['search'];
let names: SearchWorld['names'];
beforeAll(async () => {
  world = await startSearchWorld();
  ({ search, names } = world);
}, 60_000);
afterAll(() => world?.close());

describe('documents follow their owners', () => {
  it('a new service is found once its event was delivered', async () => {
    expect(await names({ subject: 'cello' })).toEqual([]);
    const added = await world.inject({
      method: 'POST',
      url: '/api/v1/me/instructor/services',
      headers: { cookie: world.yukiCookie },
      payload: {
        subjectSlug: 'cello',
        title: 'Cello',
        durationMinutes: 60,
        price: { minor: 5000, currency: 'GBP' },
        place: 'online',
      },
    });
    expect(added.statusCode).toBe(201);
    await world.runJobs();
    const { items, total } = await search({ subject: 'cello' });
    expect([items[0]?.displayName, total]).toEqual(['Yuki Tanabe', 1]);
  });

  it('shows only slots that can still be booked, and reads them again when the first has passed', async () => {
    const slots = async () => (await search({ q: 'Idris' })).items[0]!.nextSlots;
    const before = await slots();
    expect(before).toHaveLength(3);
    // In person needs twelve hours' notice: what is nearer than that is no longer shown.
    world.clock.set(Temporal.Instant.from(before[1]!).subtract({ hours: 12 }));
    expect((await slots())[0]).toBe(before[1]);
    world.clock.set(Temporal.Instant.from(before[0]!).add({ hours: 24 * 10 }));
    expect(await slots()).toEqual([]);
    await world.ctx.jobs.enqueue(world.ctx, 'search.refresh-stale', {});
    await world.runJobs();
    const after = await slots();
    expect(after).toHaveLength(3);
    expect(
      Temporal.Instant.compare(after[0]!, world.clock.now().add({ hours: 12 })),
    ).toBeGreaterThanOrEqual(0);
  });

  it('a rebuild writes the same documents and drops those of nobody', async () => {
    await sql`insert into search.documents select * from jsonb_populate_recordset(null::search.documents,
      (select jsonb_agg(to_jsonb(d) || ${JSON.stringify({ instructor_id: newId(world.clock), slug: 'gone', point: null })}::jsonb) from search.documents d where d.slug = 'ana-costa'))`.execute(
      world.ctx.db,
    );
    expect(await rebuildSearch(world.ctx)).toEqual({ documents: 6 });
    const { rows } = await sql<{
      slug: string;
    }>`select slug from search.documents order by slug`.execute(world.ctx.db);
    expect(rows.map(({ slug }) => slug)).toEqual([
      'ana-costa',
      'hana-sato',
      'idris-okafor',
      'mara-ellison',
      'tomas-rivera',
      'yuki-tanabe',
    ]);
  });
});
