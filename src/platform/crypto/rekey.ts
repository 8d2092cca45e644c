import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { seal, unseal } from './sealing.ts';

/** A column of sealed values, one per owner. */
export interface SealedColumn {
  /** With its schema. */
  table: string;
  /** Unique; a uuid, which is also what the values are bound to. */
  owner: string;
  value: string;
  /** Generated from the value, with an index together with the owner. */
  keyVersion: string;
  purpose: string;
}

export interface Rekeyed {
  /** Sealed anew with the current key. */
  done: number;
  /** What did not open: the owner, and why. */
  failed: { owner: string; reason: string }[];
}

type Rooms = Pick<Ctx, 'db' | 'config'>;

const batchMax = 500;

/**
 * Seals every value of the column that another key sealed with the current one. Each value changes only
 * if it is still what was read, so people may go on meanwhile, and what is done stays done: after an
 * interruption the next run takes what is left.
 */
export async function rekeyColumn(
  ctx: Rooms,
  column: SealedColumn,
  report: (done: number) => void = () => {},
): Promise<Rekeyed> {
  const rekeyed: Rekeyed = { done: 0, failed: [] };
  for (let place: Place | undefined = { version: 0, owner: lowestUuid }; place;) {
    const rows = await readBatch(ctx, column, place);
    for (const row of rows) await rekeyRow(ctx, column, row, rekeyed);
    place = rows.length === batchMax ? rows.at(-1) : undefined;
    if (place) report(rekeyed.done);
  }
  return rekeyed;
}

interface Place {
  version: number;
  owner: string;
}
interface SealedRow extends Place {
  value: Buffer;
}

const lowestUuid = '00000000-0000-0000-0000-000000000000';

async function readBatch(
  { db, config }: Rooms,
  column: SealedColumn,
  after: Place,
): Promise<SealedRow[]> {
  const [table, owner, value, version] = namesOf(column);
  const { rows } = await sql<SealedRow>`
    select ${owner} as owner, ${value} as value, ${version} as version from ${table}
    where ${version} <> ${config.encryptionKeys.current}
      and (${version}, ${owner}) > (${after.version}, ${after.owner}::uuid)
    order by ${version}, ${owner} limit ${batchMax}`.execute(db);
  return rows;
}

async function rekeyRow(
  { db, config }: Rooms,
  column: SealedColumn,
  row: SealedRow,
  rekeyed: Rekeyed,
): Promise<void> {
  const binding = { purpose: column.purpose, owner: row.owner };
  const ring = config.encryptionKeys;
  let plain: Buffer;
  try {
    plain = unseal(ring, row.value, binding);
  } catch (error) {
    rekeyed.failed.push({ owner: row.owner, reason: (error as Error).message });
    return;
  }
  const [table, owner, value] = namesOf(column);
  const { numAffectedRows } = await sql`
    update ${table} set ${value} = ${seal(ring, plain, binding)}
    where ${owner} = ${row.owner} and ${value} = ${row.value}`.execute(db);
  rekeyed.done += Number(numAffectedRows ?? 0);
}

/** Refuses to start without the keys that are still in use: a person's second step would fail with nobody warned. */
export async function requireKeysInUse(
  { db, config }: Rooms,
  columns: readonly SealedColumn[],
): Promise<void> {
  for (const column of columns) {
    const [table, , , version] = namesOf(column);
    const { rows } = await sql<{ oldest: number | null; newest: number | null }>`
      select min(${version}) as oldest, max(${version}) as newest from ${table}`.execute(db);
    for (const used of [rows[0]?.oldest, rows[0]?.newest])
      if (typeof used === 'number' && !config.encryptionKeys.keys.has(used))
        throw new Error(
          `ENCRYPTION_KEYS lacks key ${used}, which still seals values in ${column.table}: put it back behind the current key, then run bin/rekey`,
        );
  }
}

const namesOf = ({ table, owner, value, keyVersion }: SealedColumn) =>
  [sql.table(table), sql.ref(owner), sql.ref(value), sql.ref(keyVersion)] as const;
