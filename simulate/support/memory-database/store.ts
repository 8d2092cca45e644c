import { isIndexed, type Row, type Schema, type Table } from './schema.ts';

/** A broken unique key, shaped like the driver's error, since the product tells errors by constraint. */
class UniqueViolation extends Error {
  readonly code = '23505';
  readonly constraint: string;

  constructor(constraint: string) {
    super(`duplicate key value violates unique constraint "${constraint}"`);
    this.constraint = constraint;
  }
}

class NotNullViolation extends Error {
  readonly code = '23502';
}

/** What a test plants: rows changed, doubled or withheld on their way in. */
export type Sabotage = (table: string, row: Row) => Row[];

/** Rows in memory, with what undoes the changes of the open transaction. */
export class Store {
  readonly #rows = new Map<string, Row[]>();
  #undo: (() => void)[] | undefined;
  readonly #schema: Schema;
  readonly #sabotage: Sabotage | undefined;

  constructor(schema: Schema, sabotage?: Sabotage) {
    this.#schema = schema;
    this.#sabotage = sabotage;
  }

  table(name: string): Table {
    const table = this.#schema.get(name);
    if (!table) throw new Error(`the memory database has no table ${name}`);
    return table;
  }

  rows(name: string): Row[] {
    let rows = this.#rows.get(name);
    if (!rows)
      this.#rows.set(name, (rows = this.table(name).rows.map((row) => structuredClone(row))));
    return rows;
  }

  begin(): void {
    this.#undo = [];
  }

  commit(): void {
    this.#undo = undefined;
  }

  rollback(): void {
    for (const step of this.#undo?.reverse() ?? []) step();
    this.#undo = undefined;
  }

  /** Takes part in the open transaction, for what is kept beside the tables. */
  onRollback(step: () => void): void {
    this.#undo?.push(step);
  }

  /** The row that a unique key finds in the way; of all keys, or of the named one. */
  conflict(name: string, row: Row, { except, key }: { except?: Row; key?: string } = {}) {
    for (const unique of this.table(name).keys) {
      if (key && unique.name !== key) continue;
      if (!isIndexed(unique, row)) continue;
      if (unique.columns.some((column) => row[column] === null)) continue;
      const other = this.rows(name).find(
        (one) =>
          one !== except &&
          isIndexed(unique, one) &&
          unique.columns.every((column) => same(one[column], row[column])),
      );
      if (other) return { key: unique.name, other };
    }
    return undefined;
  }

  /** The row as it is from now on. */
  insert(name: string, given: Row): Row {
    const rows = this.rows(name);
    const inserted = this.#sabotage?.(name, given) ?? [given];
    for (const row of inserted) {
      this.#check(name, row);
      rows.push(row);
      this.onRollback(() => rows.splice(rows.lastIndexOf(row), 1));
    }
    return inserted[0] ?? given;
  }

  update(name: string, row: Row, changes: Row): void {
    const before: Row = {};
    for (const column in changes) before[column] = row[column];
    Object.assign(row, changes);
    try {
      this.#check(name, row, row);
    } catch (error) {
      Object.assign(row, before);
      throw error;
    }
    this.onRollback(() => Object.assign(row, before));
  }

  delete(name: string, row: Row): void {
    const rows = this.rows(name);
    const place = rows.indexOf(row);
    rows.splice(place, 1);
    this.onRollback(() => rows.splice(place, 0, row));
  }

  #check(name: string, row: Row, except?: Row): void {
    const broken = this.conflict(name, row, except ? { except } : {});
    if (broken) throw new UniqueViolation(broken.key);
    for (const column of this.table(name).columns.values())
      if (column.notNull && (row[column.name] ?? null) === null)
        throw new NotNullViolation(`${name}.${column.name} is null`);
  }
}

/** Equality as the database has it, instants by their time. */
export const same = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

/** Less than, equal, more than zero; NaN when one of them is null. */
export function compare(a: unknown, b: unknown): number {
  if (a === null || b === null || a === undefined || b === undefined) return NaN;
  if (a instanceof Temporal.Instant)
    return Temporal.Instant.compare(a, b instanceof Temporal.Instant ? b : String(b));
  if (b instanceof Temporal.Instant) return -compare(b, a);
  if (typeof a === 'number' || typeof a === 'bigint') return Number(a) - Number(b);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
