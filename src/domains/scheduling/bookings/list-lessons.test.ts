import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startCast } from '../../../../test/support/cast.ts';

let cast: Cast;
let world: Cast['world'];
beforeAll(async () => {
  cast = await startCast();
  ({ world } = cast);
});
afterAll(() => world?.close());

const get: Cast['get'] = (...request) => cast.get(...request);
const send: Cast['send'] = (...request) => cast.send(...request);

describe('my lessons (SC-10)', () => {
  it('come ten a page in both directions, without gaps or repeats', async () => {
    const many = await world.newTeacher({ horizonDays: 365 });
    const ids: string[] = [];
    for (let day = 20; day < 32; day += 1) {
      const answer = await send(
        'learner',
        '/bookings',
        cast.wish(world.inDays(day), many.serviceId),
      );
      const { id } = answer.json();
      ids.push(id);
      const chargeId = await world.chargeOf(id);
      await world.pay(await world.startCheckout(chargeId));
      await send('learner', `/bookings/${id}/payment-check`);
    }
    await world.deliverAll();
    const seen = await readAll('learner', 'upcoming');
    expect(seen.pages.slice(0, 2)).toEqual([10, expect.any(Number)]);
    expect(seen.ids.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen.ids).size).toBe(seen.ids.length);
    for (const id of ids.slice(0, 11)) {
      const { refund } = (await get('learner', `/bookings/${id}/cancellation`)).json();
      await send('learner', `/bookings/${id}/cancel`, { expectedRefundMinor: refund.minor });
    }
    await world.deliverAll();
    const past = await readAll('learner', 'past');
    expect(past.ids.filter((id) => ids.includes(id))).toEqual(ids.slice(0, 11).toReversed());
    expect((await readAll('other', 'upcoming')).ids).toEqual([]);
  });

  async function readAll(who: string, when: string) {
    const pages: number[] = [];
    const ids: string[] = [];
    let cursor = '';
    do {
      const page = (
        await get(who, `/me/lessons?when=${when}${cursor && `&cursor=${cursor}`}`)
      ).json();
      pages.push(page.items.length);
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return { pages, ids };
  }

  it.each(['', 'e30', 'WzEsMl0', Buffer.from('["2026-13-01","x"]').toString('base64url')])(
    'refuse the cursor "%s"',
    async (cursor) => {
      const answer = await get('learner', `/me/lessons?cursor=${cursor}`);
      expect(answer.json()).toMatchObject({ status: 422, code: 'bad_cursor' });
    },
  );
});
