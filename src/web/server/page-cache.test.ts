import { describe, expect, it } from 'vitest';
import { memoryBus } from '../../platform/bus/index.ts';
import { watchChanges } from './changes.ts';
import { openMemory } from './memory.ts';
import { openPageCache } from './page-cache.ts';

function setUp() {
  const bus = memoryBus();
  const changes = watchChanges(bus);
  return { bus, changes, cache: openPageCache(changes) };
}

describe('kept pages', () => {
  it('carry a nonce of their own at every send (ID-16)', () => {
    const { cache } = setUp();
    const page = cache.page(200, Buffer.from(`<script nonce="${cache.nonceMark}">1</script>`));
    const [first, second] = [page.withNonce(), page.withNonce()];
    expect(first.html.toString()).toBe(`<script nonce="${first.nonce}">1</script>`);
    expect(second.nonce).not.toBe(first.nonce);
    expect(second.html.toString()).not.toContain(cache.nonceMark);
  });

  it('are dropped when one of their topics speaks, and only then', () => {
    const { bus, cache } = setUp();
    const page = cache.page(200, Buffer.from('results'));
    cache.keep('/search', page, ['search'], cache.ticket());
    bus.publish('something_else');
    expect(cache.get('/search')).toBe(page);
    bus.publish('search');
    expect(cache.get('/search')).toBeUndefined();
  });

  it('are not kept when the data changed while they were made', () => {
    const { bus, cache } = setUp();
    cache.keep('/', cache.page(200, Buffer.from('home')), ['search'], cache.ticket());
    const ticket = cache.ticket();
    bus.publish('search');
    cache.keep('/search', cache.page(200, Buffer.from('old')), ['search'], ticket);
    expect(cache.get('/search')).toBeUndefined();
  });
});

describe('remembered answers', () => {
  it('are asked for once, and again after a change (CT-03)', async () => {
    const { bus, changes } = setUp();
    const remember = openMemory(changes);
    let asked = 0;
    const ask = () => remember('subjects', ['catalog.subjects_changed'], async () => ++asked);
    expect([await ask(), await ask()]).toEqual([1, 1]);
    bus.publish('catalog.subjects_changed');
    expect(await ask()).toBe(2);
  });

  it('do not outlive a change that came while they were asked for', async () => {
    const { bus, changes } = setUp();
    const remember = openMemory(changes);
    await remember('subjects', ['catalog.subjects_changed'], async () => {
      bus.publish('catalog.subjects_changed');
      return 'old';
    });
    const again = remember('subjects', ['catalog.subjects_changed'], async () => 'new');
    expect(await again).toBe('new');
  });
});
