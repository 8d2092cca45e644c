import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../test-world.ts';
import { makeObjects } from './sample.ts';

const fixtures = process.env['STRIPE_FIXTURES'];

/** Keys of the examples that the object need not have. */
const optional = [
  // Only there when asked for with `expand`.
  'charge.refunds',
  // Only a customer's bank account has it.
  'bank_account.customer',
  // Stands under `parent` in the versions that the SDK speaks.
  'invoice.subscription',
];

let world: World;
let objects: Record<string, object>;
beforeAll(async () => {
  world = await startWorld();
  // As they travel: the SDK reads decimals into a class of its own.
  objects = JSON.parse(JSON.stringify(await makeObjects(world))) as Record<string, object>;
});
afterAll(() => world.close());

it('every object names its kind', () => {
  for (const [name, object] of Object.entries(objects)) {
    expect({ name, kind: (object as { object: string }).object }).toEqual({ name, kind: name });
  }
  expect(Object.keys(objects)).toHaveLength(35);
});

type Json = Record<string, unknown>;

/** Where ours differs from the example: a key that is missing, or a value of another kind, at any depth. */
function differences(path: string, ours: unknown, example: unknown): string[] {
  if (ours === null || example === null) return [];
  const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
  if (kindOf(ours) !== kindOf(example)) {
    return [`${path} is ${kindOf(ours)}, not ${kindOf(example)}`];
  }
  if (Array.isArray(ours)) {
    const [mine, theirs] = [ours[0], (example as unknown[])[0]];
    return mine && theirs ? differences(`${path}[]`, mine, theirs) : [];
  }
  // What an event is about is checked by itself; the keys of metadata are anybody's.
  if (typeof ours !== 'object' || /metadata$|^event\.data\.object$/.test(path)) return [];
  return Object.entries(example as Json).flatMap(([key, value]) => {
    const place = `${path}.${key}`;
    if (optional.includes(place)) return [];
    return key in ours ? differences(place, (ours as Json)[key], value) : [`${place} is missing`];
  });
}

it.skipIf(!fixtures)(
  'objects have the keys and types of the published examples (needs STRIPE_FIXTURES)',
  async () => {
    const { resources } = JSON.parse(await readFile(fixtures!, 'utf8')) as { resources: Json };
    const found = Object.entries(objects).flatMap(([name, made]) =>
      differences(name, made, resources[name]),
    );
    expect(found).toEqual([]);
  },
);
