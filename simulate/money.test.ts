import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../test/support/databases.ts';
import { readSchema, type Row, type Schema } from './support/memory-database/schema.ts';
import type { Sabotage } from './support/memory-database/store.ts';
import { explore } from './support/money/explore.ts';

let schema: Schema;
let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
  schema = await readSchema(database.db, ['payments']);
});
afterAll(async () => {
  await database?.close();
  await database?.drop();
});

const runs = 200;
const seed = 20_261_123;

/** Withholds postings of one kind, lines and all. */
const withoutPosting = (kind: string) => (): Sabotage => {
  const withheld = new Set<unknown>();
  return (table: string, row: Row) => {
    if (table === 'payments.ledger_transactions' && row['kind'] === kind) withheld.add(row['id']);
    const posting = table === 'payments.ledger_transactions' ? row['id'] : row['transaction_id'];
    return withheld.has(posting) ? undefined : row;
  };
};

/** Sends every try under the first one's key. */
const reusedKeys = (): Sabotage => (table: string, row: Row) =>
  table === 'payments.provider_calls'
    ? { ...row, idempotency_key: String(row['idempotency_key']).replace(/:\d+$/, ':1') }
    : row;

const forgottenRefunds = (): Sabotage => (table: string, row: Row) =>
  table === 'payments.refunds' ? undefined : row;

describe('money in drawn worlds', { timeout: 180_000 }, () => {
  it('adds up whatever fails, comes twice, or dies on the way (PY-03, PY-04, PY-05, PY-08, PY-10)', async () => {
    const { broken, faults, crashes, ...played } = await explore(schema, { runs, seed });
    expect(broken?.what ?? []).toEqual([]);
    expect(played.runs).toBe(runs);
    expect(Math.min(faults, crashes, played.calls, played.events)).toBeGreaterThan(20);
  });

  it.each([
    ['a capture without its ledger entry', withoutPosting('capture')],
    ['a refund without its ledger entry', withoutPosting('refund')],
    ['fees that nobody books', withoutPosting('fees')],
    ['a key that is used again', reusedKeys],
    ['refunds that are forgotten', forgottenRefunds],
  ])('shows %s within 200 worlds (PY-08, PY-10)', async (_bug, sabotage) => {
    const { broken } = await explore(schema, { runs, seed, sabotage });
    expect(broken?.what.length).toBeGreaterThan(0);
    const { seed: again, path } = broken!;
    const replayed = await explore(schema, { runs: 1, seed: again, path, sabotage });
    expect(replayed.broken?.story).toEqual(broken!.story);
    // Shrunk to what the bug needs: something to pay for, a payment, and what makes it matter.
    expect(broken!.story.length).toBeLessThanOrEqual(9);
  });
});
