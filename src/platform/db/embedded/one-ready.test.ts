import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../../../test/support/databases.ts';
import { type Database, sql } from '../index.ts';

let database: Database & { drop(): Promise<void> };

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
  await database.drop();
});

const failing = {
  'while parsing': () => sql`select nope from pg_class where oid = ${1}`,
  'while binding': () => sql`select 1 where ${'not a uuid'}::uuid is null`,
  'while running': () => sql`select 1 / ${0}::int`,
  'in a text without parameters': () => sql.raw('selec 1'),
};

it.each(Object.entries(failing))(
  'after an error %s the next answers belong to their questions',
  async (_when, bad) => {
    for (let round = 0; round < 5; round++) {
      await expect(bad().execute(database.db)).rejects.toThrow();
      for (const number of [round, round + 100]) {
        const { rows } = await sql<{ number: number }>`select ${number}::int as number`.execute(
          database.db,
        );
        expect(rows).toEqual([{ number }]);
      }
    }
  },
);

it('a connection that was given up is taken over by the next', async () => {
  await expect(database.pool.query('select nope')).rejects.toThrow('nope');
  const { rows } = await sql<{ number: number }>`select ${3}::int as number`.execute(database.db);
  expect(rows).toEqual([{ number: 3 }]);
});

it('after an error inside a transaction that goes on to be rolled back, the connection is in step', async () => {
  const failed = database.db
    .withoutPlugins()
    .transaction()
    .execute(async (db) => {
      await sql`select 1 / ${0}::int`.execute(db);
    });
  await expect(failed).rejects.toThrow('division by zero');
  const { rows } = await sql<{ number: number }>`select ${7}::int as number`.execute(database.db);
  expect(rows).toEqual([{ number: 7 }]);
});
