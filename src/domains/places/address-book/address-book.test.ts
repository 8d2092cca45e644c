import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { addAddress, deleteAddress, listAddresses } from './address-book.ts';

describe('the address book (PL-01)', () => {
  let world: World;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.close());

  function someone(): Ctx {
    const id = newId(world.clock);
    return world.as({
      kind: 'person',
      id,
      sessionId: id,
      email: 'a@b.test',
      displayName: 'A',
      roles: ['learner'],
      operatorScopes: [],
      authenticatedAt: world.clock.now(),
      client: 'browser',
      timeZone: 'UTC',
    });
  }
  const list = async (ctx: Ctx) => (await listAddresses(ctx, { limit: 20 })).items;

  it('keeps a label, a place and the exact point; the first address is the default', async () => {
    const ctx = someone();
    await addAddress(ctx, {
      label: ' Home ',
      place: 'camden-london',
      point: { lat: 51.5401, lng: -0.1402 },
    });
    world.clock.advance({ seconds: 1 });
    await addAddress(ctx, { label: 'Work', place: 'soho-london' });
    expect(await list(ctx)).toMatchObject([
      {
        label: 'Home',
        place: { name: 'Camden', parentName: 'London' },
        point: { lat: 51.5401, lng: -0.1402 },
        isDefault: true,
      },
      { label: 'Work', point: { lat: 51.5136, lng: -0.134 }, isDefault: false },
    ]);
  });

  it('has one default, also when many are set at the same moment', async () => {
    const ctx = someone();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        addAddress(ctx, { label: `Home ${n}`, place: 'camden-london', isDefault: true }),
      ),
    );
    expect((await list(ctx)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('passes the default on when it is deleted', async () => {
    const ctx = someone();
    const home = await addAddress(ctx, { label: 'Home', place: 'camden-london' });
    await addAddress(ctx, { label: 'Work', place: 'soho-london' });
    await deleteAddress(ctx, { id: home.id });
    expect(await list(ctx)).toMatchObject([{ label: 'Work', isDefault: true }]);
  });

  it('belongs to its owner alone', async () => {
    const [ada, bob] = [someone(), someone()];
    const home = await addAddress(ada, { label: 'Home', place: 'camden-london' });
    expect(await list(bob)).toEqual([]);
    await expect(deleteAddress(bob, { id: home.id })).rejects.toMatchObject({ kind: 'not_found' });
    expect(await list(ada)).toHaveLength(1);
    expect((await world.inject({ url: '/api/v1/me/addresses' })).statusCode).toBe(401);
  });

  it('refuses a place that does not exist, an empty label, and the 21st address', async () => {
    const ctx = someone();
    await expect(addAddress(ctx, { label: 'Home', place: 'atlantis' })).rejects.toMatchObject({
      field: 'place',
    });
    await expect(addAddress(ctx, { label: '  ', place: 'camden-london' })).rejects.toMatchObject({
      field: 'label',
    });
    for (let n = 0; n < 20; n++)
      await addAddress(ctx, { label: `الدار ${n} 🏠`, place: 'camden-london' });
    await expect(
      addAddress(ctx, { label: 'One more', place: 'camden-london' }),
    ).rejects.toMatchObject({ code: 'address_book_full' });
    const first = await listAddresses(ctx, { limit: 15 });
    const rest = await listAddresses(ctx, { limit: 15, cursor: first.nextCursor! });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([15, 5, null]);
  });
});
