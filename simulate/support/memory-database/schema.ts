import { sql } from 'kysely';
import type { Db } from '../../../src/platform/db/index.ts';

export interface Column {
  name: string;
  type: string;
  notNull: boolean;
  default: string | null;
}

export interface UniqueKey {
  name: string;
  columns: string[];
  /** For a partial index: which rows it is about, as the database words it. */
  where: string | null;
}

export interface Table {
  name: string;
  columns: Map<string, Column>;
  keys: UniqueKey[];
  /** What the migrations have put there. */
  rows: Row[];
}

export type Row = Record<string, unknown>;
/** Plain data, so that it can be handed to another thread. */
export type Schema = ReadonlyMap<string, Table>;

/** Tables, defaults and unique keys of these schemas as the real database has them, and the rows of some tables. */
export async function readSchema(
  db: Db,
  schemas: readonly string[],
  filled: readonly string[],
): Promise<Schema> {
  const columns = await sql<Column & { table: string }>`
    select n.nspname || '.' || c.relname as table, a.attname as name,
      format_type(a.atttypid, null) as type, a.attnotnull as "notNull",
      pg_get_expr(d.adbin, d.adrelid) as default
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname = any(${[...schemas]}::text[]) and c.relkind = 'r'
    order by 1, a.attnum`.execute(db);
  const keys = await sql<{ table: string; name: string; columns: string[]; where: string | null }>`
    select n.nspname || '.' || c.relname as table, x.relname as name,
      array(select a.attname::text from unnest(i.indkey) with ordinality as k (num, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num order by k.place) as columns,
      pg_get_expr(i.indpred, i.indrelid) as where
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${[...schemas]}::text[]) and i.indisunique`.execute(db);
  const tables = new Map<string, Table>();
  for (const { table: name, ...column } of columns.rows) {
    const table = tables.get(name) ?? { name, columns: new Map(), keys: [], rows: [] };
    table.columns.set(column.name, column);
    tables.set(name, table);
  }
  for (const { table, ...key } of keys.rows) tables.get(table)!.keys.push(key);
  for (const name of filled) {
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db);
    tables.get(name)!.rows.push(...rows);
  }
  return tables;
}

const predicates = new Map<string, (row: Row) => boolean>();

/** Whether a partial index is about a row. */
export function isIndexed({ where }: UniqueKey, row: Row): boolean {
  if (where === null) return true;
  let test = predicates.get(where);
  if (!test) predicates.set(where, (test = predicate(where)));
  return test(row);
}

/** The few forms that partial unique indexes take here; another one must be added, not skipped. */
function predicate(text: string): (row: Row) => boolean {
  const parts = text.replace(/^\((.*)\)$/, '$1').split(/\)? AND \(?/);
  const tests = parts.map((part) => {
    const bare = part.replace(/^\(+|\)+$/g, '');
    const list = /^(\w+) (= ANY|<> ALL) \(ARRAY\[(.*)\]$/.exec(bare);
    if (list) {
      const values = [...list[3]!.matchAll(/'([^']*)'/g)].map((match) => match[1]);
      return (row: Row) => values.includes(row[list[1]!] as string) === (list[2] === '= ANY');
    }
    const equal = /^(\w+) = '([^']*)'::text$/.exec(bare);
    if (equal) return (row: Row) => row[equal[1]!] === equal[2];
    const unequal = /^(\w+) <> '([^']*)'::text$/.exec(bare);
    if (unequal) return (row: Row) => row[unequal[1]!] !== null && row[unequal[1]!] !== unequal[2];
    const set = /^(\w+) IS (NOT )?NULL$/.exec(bare);
    if (set) return (row: Row) => (row[set[1]!] === null) === !set[2];
    if (/^\w+$/.test(bare)) return (row: Row) => row[bare] === true;
    throw new Error(`the memory database does not read this index condition: ${text}`);
  });
  return (row) => tests.every((test) => test(row));
}
