import type { Bus } from '../../../platform/bus/index.ts';
import { type MemoryCache, memoryCache } from '../../../platform/cache/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { afterCommit } from '../../../platform/db/index.ts';
import { type NameIndex, nameIndex } from '../search/name-index.ts';
import * as queries from './content.queries.ts';

export interface LibraryExercise extends queries.PublishedExercise {
  /** Its place among the exercises of its library, as it shows them. */
  at: number;
}

export interface LibrarySequence extends queries.PublishedSequence {
  steps: queries.StoredStep[];
  /** Steps and the changes between them. */
  seconds: number;
}

/** All that is public of one library, ready to be searched. */
export interface PublishedLibrary {
  slug: string;
  /** As the library shows them; what was archived is found by id alone. */
  exercises: LibraryExercise[];
  /** Those of instructors too, which no list shows. */
  bySlug: Map<string, LibraryExercise>;
  names: NameIndex;
  sequences: LibrarySequence[];
}

export interface Published {
  libraries: Map<string, PublishedLibrary>;
  /** Archived ones too. */
  exercisesById: Map<string, queries.PublishedExercise>;
  /** Finished answers by what was asked, as long as nothing changes. */
  answers: MemoryCache<Buffer>;
}

const topic = 'practice.library_changed';
const answersMax = 2_000;
const answersMs = 60 * 60_000;

interface Cache {
  /** Counts the changes, so that what was read before a change is not kept after it. */
  version: number;
  published: Published | undefined;
  reading: Promise<Published> | undefined;
}

// One for each running application: the bus is what they do not share.
const caches = new WeakMap<Bus, Cache>();

function cacheOf({ bus }: Ctx): Cache {
  const found = caches.get(bus);
  if (found) return found;
  const cache: Cache = { version: 0, published: undefined, reading: undefined };
  bus.subscribe(topic, () => {
    cache.version += 1;
    cache.published = undefined;
    cache.reading = undefined;
  });
  caches.set(bus, cache);
  return cache;
}

/** What is published, if nothing has to be read for it. */
export const publishedInMemory = (ctx: Ctx): Published | undefined => cacheOf(ctx).published;

/** What is published; read once, whoever asks meanwhile, and kept in memory until it changes. */
export async function getPublished(ctx: Ctx): Promise<Published> {
  const cache = cacheOf(ctx);
  if (cache.published) return cache.published;
  const { version } = cache;
  cache.reading ??= read(ctx);
  try {
    const published = await cache.reading;
    if (cache.version === version) cache.published = published;
    return published;
  } finally {
    if (cache.version === version) cache.reading = undefined;
  }
}

/** Once the change is committed, every node reads anew. */
export function forgetLibrary(ctx: Ctx): void {
  cacheOf(ctx);
  afterCommit(ctx, () => ctx.bus.publish(topic));
}

async function read(ctx: Ctx): Promise<Published> {
  const exercises = await queries.listPublishedExercises(ctx);
  const sequences = await queries.listPublishedSequences(ctx);
  const steps = Map.groupBy(
    sequences.length === 0
      ? []
      : await queries.listStepsOf(
          ctx,
          sequences.map(({ id }) => id),
        ),
    ({ sequenceId }) => sequenceId,
  );
  const slugs = new Set(exercises.map(({ library }) => library));
  const libraries = [...slugs].map((slug) => {
    const own = sequences.filter(({ library }) => library === slug);
    return libraryOf(
      slug,
      exercises.filter((one) => one.library === slug && !one.archived),
      own.map((one) => withSteps(one, steps.get(one.id) ?? [])),
    );
  });
  return {
    libraries: new Map(libraries.map((library) => [library.slug, library])),
    exercisesById: new Map(exercises.map((one) => [one.id, one])),
    answers: memoryCache({ max: answersMax, ttlMs: answersMs }),
  };
}

function libraryOf(
  slug: string,
  listed: queries.PublishedExercise[],
  sequences: LibrarySequence[],
): PublishedLibrary {
  const placed = [...listed]
    .sort((a, b) => Number(a.ownerId !== null) - Number(b.ownerId !== null))
    .map((one, at) => ({ ...one, at }));
  const exercises = placed.filter(({ ownerId }) => ownerId === null);
  return {
    slug,
    exercises,
    bySlug: new Map(placed.map((one) => [one.slug, one])),
    names: nameIndex(
      exercises.map(({ name, original, body, areas, category }) => ({
        names: [name, ...(original ? [original] : []), ...body.aliases],
        topics: [...areas, category],
      })),
    ),
    sequences,
  };
}

const withSteps = (
  sequence: queries.PublishedSequence,
  steps: queries.StoredStep[],
): LibrarySequence => ({
  ...sequence,
  steps,
  seconds:
    steps.reduce((sum, { seconds }) => sum + seconds, 0) +
    sequence.changeSeconds * Math.max(0, steps.length - 1),
});
