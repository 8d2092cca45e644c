import type { Bus } from '../../../platform/bus/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { afterCommit } from '../../../platform/db/index.ts';
import { type Subject, selectSubjects } from './subjects.queries.ts';

const topic = 'catalog.subjects_changed';

interface Cache {
  /** Counts the changes, so that what was read before a change is not kept after it. */
  version: number;
  subjects: Subject[] | undefined;
}

// One cache for each running application: the bus is what they do not share.
const caches = new WeakMap<Bus, Cache>();

function cacheOf(ctx: Ctx): Cache {
  let cache = caches.get(ctx.bus);
  if (!cache) {
    const fresh: Cache = { version: 0, subjects: undefined };
    ctx.bus.subscribe(topic, () => {
      fresh.version++;
      fresh.subjects = undefined;
    });
    caches.set(ctx.bus, fresh);
    cache = fresh;
  }
  return cache;
}

/** Every active subject in the order of the tiles; kept in memory until one of them changes. */
export async function listSubjects(ctx: Ctx): Promise<Subject[]> {
  return (await everySubject(ctx)).filter((subject) => subject.active);
}

/** Active and retired subjects alike: services of a retired one keep their name. */
export async function everySubject(ctx: Ctx): Promise<Subject[]> {
  // A transaction reads for itself: what it sees may never be committed.
  if (ctx.db.isTransaction) return selectSubjects(ctx);
  return subjectsInMemory(ctx) ?? readSubjects(ctx);
}

/** Every subject, if nothing has to be read for it. */
export function subjectsInMemory(ctx: Ctx): Subject[] | undefined {
  return cacheOf(ctx).subjects;
}

async function readSubjects(ctx: Ctx): Promise<Subject[]> {
  const cache = cacheOf(ctx);
  const { version } = cache;
  const subjects = await selectSubjects(ctx);
  if (cache.version === version) cache.subjects = subjects;
  return subjects;
}

/** Once the change is committed, every node forgets the list it holds. */
export function forgetSubjects(ctx: Ctx): void {
  cacheOf(ctx);
  afterCommit(ctx, () => ctx.bus.publish(topic));
}
