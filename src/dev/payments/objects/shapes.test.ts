import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../test-world.ts';
import { makeObjects } from './sample.ts';

const fixtures = process.env['STRIPE_FIXTURES'];

/** Keys of the examples that the object need not have. */
const optional: Record<string, readonly string[]> = {
  // Only there when asked for with `expand`.
  charge: ['refunds'],
  // Only a customer's bank account has it.
  bank_account: ['customer'],
  // Stands under `parent` in the versions that the SDK speaks.
  invoice: ['subscription'],
};

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

it.skipIf(!fixtures)(
  'objects have the keys and types of the published examples (needs STRIPE_FIXTURES)',
  async () => {
    const { resources } = JSON.parse(await readFile(fixtures!, 'utf8')) as {
      resources: Record<string, Record<string, unknown>>;
    };
    const faults: string[] = [];
    for (const [name, made] of Object.entries(objects)) {
      const ours = made as Record<string, unknown>;
      for (const [key, example] of Object.entries(resources[name]!)) {
        if (optional[name]?.includes(key)) continue;
        const value = ours[key];
        if (!(key in ours)) faults.push(`${name}.${key} is missing`);
        else if (value !== null && value !== undefined && example !== null) {
          const same =
            typeof value === typeof example && Array.isArray(value) === Array.isArray(example);
          if (!same) faults.push(`${name}.${key} is ${typeof value}, not ${typeof example}`);
        }
      }
    }
    expect(faults).toEqual([]);
  },
);
