import type * as k from 'kysely';
import { copyOf } from '../../../src/dev/payments/copy.ts';
import type { Column, Row, Table } from './schema.ts';
import { Evaluator, identifier, outputName, type RawExpressions, rawText } from './evaluate.ts';
import { compare, type Store } from './store.ts';

export interface Result {
  rows: Row[];
  numAffectedRows: bigint;
}

/** What raw SQL means here, by how it begins, with `?` for each parameter. */
export interface Raw {
  statements: Readonly<Record<string, (store: Store, parameters: unknown[]) => Row[]>>;
  expressions: RawExpressions;
}

type Node = k.OperationNode;

/** Carries out the statements that the payments domain builds; what it does not know it refuses. */
export class Interpreter {
  readonly #store: Store;
  readonly #raw: Raw;
  readonly #evaluator: Evaluator;

  constructor(store: Store, raw: Raw) {
    this.#store = store;
    this.#raw = raw;
    const exists = (query: k.SelectQueryNode, row: Row) => this.#find(query, row).length > 0;
    this.#evaluator = new Evaluator(raw.expressions, store, exists);
  }

  run(node: Node): Result {
    switch (node.kind) {
      case 'SelectQueryNode':
        return answer(this.#select(node as k.SelectQueryNode));
      case 'InsertQueryNode':
        return this.#insert(node as k.InsertQueryNode);
      case 'UpdateQueryNode':
        return this.#update(node as k.UpdateQueryNode);
      case 'DeleteQueryNode':
        return this.#remove(node as k.DeleteQueryNode);
      case 'RawNode': {
        const text = rawText(node as k.RawNode);
        const statement = Object.entries(this.#raw.statements).find(([start]) =>
          text.startsWith(start),
        )?.[1];
        if (!statement) throw new Error(`the memory database does not know: ${text}`);
        const values = (node as k.RawNode).parameters.map((one) =>
          this.#evaluator.evaluate(one, {}),
        );
        return answer(statement(this.#store, values));
      }
      default:
        throw new Error(`the memory database does not know ${node.kind}`);
    }
  }

  /** The rows that a query is about; those of another around it are seen by their names there. */
  #find(node: k.SelectQueryNode, around?: Row): Row[] {
    const [from, ...more] = node.from?.froms ?? [];
    if (!from || more.length > 0 || node.groupBy)
      throw new Error('the memory database neither multiplies nor groups');
    let rows = this.#store.rows(tableName(from));
    if (around || node.joins) rows = rows.map((row) => ({ ...around, ...named(from, row) }));
    for (const join of node.joins ?? []) rows = this.#join(rows, join);
    return rows.filter((row) => !node.where || this.#evaluator.truth(node.where.where, row));
  }

  #join(rows: Row[], { joinType, table, on }: k.JoinNode): Row[] {
    if (joinType !== 'InnerJoin') throw new Error(`the memory database has no ${joinType}`);
    const others = this.#store.rows(tableName(table)).map((row) => named(table, row));
    return rows.flatMap((row) =>
      others
        .map((other) => ({ ...other, ...row }))
        .filter((both) => !on || this.#evaluator.truth(on.on, both)),
    );
  }

  #select(node: k.SelectQueryNode): Row[] {
    const found = this.#find(node);
    const selections = node.selections ?? [];
    if (selections.some(({ selection }) => isAggregate(selection)))
      return [Object.fromEntries(selections.map(({ selection }) => aggregate(selection, found)))];
    for (const { orderBy, direction } of (node.orderBy?.items ?? []).toReversed()) {
      const sign = direction && rawText(direction as k.RawNode) === 'desc' ? -1 : 1;
      found.sort(
        (a, b) =>
          sign *
          compare(this.#evaluator.evaluate(orderBy, a), this.#evaluator.evaluate(orderBy, b)),
      );
    }
    const limit = node.limit
      ? Number(this.#evaluator.evaluate(node.limit.limit, {}))
      : found.length;
    const picked = found.slice(0, limit);
    return this.#isWhole(node)
      ? picked.map((row) => ({ ...row }))
      : picked.map((row) => this.#project(selections, row));
  }

  /** Whether all columns of one table are read, which is most often so. */
  #isWhole({ from, joins, selections = [] }: k.SelectQueryNode): boolean {
    if (joins) return false;
    const { columns } = this.#store.table(tableName(from!.froms[0]!));
    return (
      selections.length === columns.size &&
      selections.every(
        ({ selection }) => selection.kind === 'ReferenceNode' && columns.has(outputName(selection)),
      )
    );
  }

  #project(selections: readonly k.SelectionNode[], row: Row): Row {
    const picked: Row = {};
    for (const { selection } of selections) {
      if (selection.kind === 'SelectAllNode') {
        Object.assign(picked, row);
        continue;
      }
      const name = outputName(selection);
      const isPlain = selection.kind === 'ReferenceNode' && !selection.table && name in row;
      picked[name] = isPlain ? row[name] : this.#evaluator.evaluate(selection, row);
    }
    return picked;
  }

  #insert(node: k.InsertQueryNode): Result {
    const name = tableName(node.into!);
    const table = this.#store.table(name);
    const places = new Map(node.columns?.map(({ column }, place) => [identifier(column), place]));
    const inserted: Row[] = [];
    for (const item of (node.values as k.ValuesNode).values) {
      const values =
        item.kind === 'PrimitiveValueListNode'
          ? item.values
          : item.values.map((value) =>
              value.kind === 'DefaultInsertValueNode'
                ? undefined
                : this.#evaluator.evaluate(value, {}),
            );
      const row: Row = {};
      for (const column of table.columns.values()) {
        const given = values[places.get(column.name) ?? -1];
        row[column.name] = given === undefined ? defaultOf(column) : stored(column, given);
      }
      const settled = this.#settleConflict(name, row, node.onConflict);
      if (settled === 'skip') continue;
      inserted.push(settled === 'insert' ? this.#store.insert(name, row) : settled);
    }
    const returned = inserted.map((row) => this.#project(node.returning?.selections ?? [], row));
    return { rows: returned, numAffectedRows: BigInt(inserted.length) };
  }

  #settleConflict(
    name: string,
    row: Row,
    rule: k.OnConflictNode | undefined,
  ): 'insert' | 'skip' | Row {
    if (!rule) return 'insert';
    const key = rule.constraint && identifier(rule.constraint);
    const columns = rule.columns?.map((column) => identifier(column.column));
    const named =
      key ??
      this.#store.table(name).keys.find((one) => String(one.columns) === String(columns))?.name;
    const broken = this.#store.conflict(name, row, named ? { key: named } : {});
    if (!broken) return 'insert';
    if (rule.doNothing) return 'skip';
    if (rule.updateWhere && !this.#evaluator.truth(rule.updateWhere.where, broken.other))
      return 'skip';
    this.#store.update(
      name,
      broken.other,
      this.#changesOf(name, rule.updates ?? [], broken.other, row),
    );
    return broken.other;
  }

  #update(node: k.UpdateQueryNode): Result {
    const name = tableName(node.table!);
    const found = this.#store
      .rows(name)
      .filter((row) => !node.where || this.#evaluator.truth(node.where.where, row));
    for (const row of found)
      this.#store.update(name, row, this.#changesOf(name, node.updates ?? [], row));
    const rows = node.returning
      ? found.map((row) => this.#project(node.returning!.selections, row))
      : [];
    return { rows, numAffectedRows: BigInt(found.length) };
  }

  #remove(node: k.DeleteQueryNode): Result {
    const [from] = node.from.froms;
    const name = tableName(from!);
    const found = this.#store
      .rows(name)
      .filter((row) => !node.where || this.#evaluator.truth(node.where.where, row));
    for (const row of found) this.#store.delete(name, row);
    return { rows: [], numAffectedRows: BigInt(found.length) };
  }

  #changesOf(name: string, updates: readonly k.ColumnUpdateNode[], row: Row, excluded?: Row): Row {
    const { columns } = this.#store.table(name);
    return Object.fromEntries(
      updates.map(({ column, value }) => {
        const to = columns.get(outputName(column))!;
        return [to.name, stored(to, this.#evaluator.evaluate(value, row, excluded))];
      }),
    );
  }
}

const answer = (rows: Row[]): Result => ({ rows, numAffectedRows: BigInt(rows.length) });

function tableName(node: Node): string {
  if (node.kind === 'AliasNode') return tableName((node as k.AliasNode).node);
  const { schema, identifier: name } = (node as k.TableNode).table;
  return `${schema?.name}.${name.name}`;
}

/** A row whose columns are also known by the name that the query gives its table. */
function named(table: Node, row: Row): Row {
  const name =
    table.kind === 'AliasNode'
      ? identifier((table as k.AliasNode).alias)
      : identifier((table as k.TableNode).table.identifier);
  const columns = Object.entries(row).map(([column, value]) => [`${name}.${column}`, value]);
  return { ...row, ...Object.fromEntries(columns) };
}

const bare = (node: Node): Node => (node.kind === 'AliasNode' ? (node as k.AliasNode).node : node);

/** The one way in which sums are written as SQL text. */
const sumOf = (node: Node): string | undefined =>
  bare(node).kind === 'RawNode'
    ? /^coalesce\(sum\(([\w.]+)\), 0\)::bigint$/.exec(rawText(bare(node) as k.RawNode))?.[1]
    : undefined;
const isAggregate = (node: Node): boolean =>
  bare(node).kind === 'AggregateFunctionNode' || sumOf(node) !== undefined;

function aggregate(node: Node, rows: Row[]): [string, unknown] {
  const summed = sumOf(node);
  if (summed)
    return [outputName(node), rows.reduce((sum, row) => sum + Number(row[summed] ?? 0), 0)];
  const { func } = bare(node) as k.AggregateFunctionNode;
  if (func !== 'count') throw new Error(`the memory database has no ${func}`);
  return [outputName(node), rows.length];
}

/** What a row is where nothing is given. */
export const emptyRow = ({ columns }: Table): Row =>
  Object.fromEntries([...columns.values()].map((column) => [column.name, defaultOf(column)]));

const defaults = new WeakMap<Column, () => unknown>();

function defaultOf(column: Column): unknown {
  let known = defaults.get(column);
  if (!known) defaults.set(column, (known = readDefault(column)));
  return known();
}

function readDefault({ name, default: text }: Column): () => unknown {
  if (text === null) return () => null;
  if (/^-?\d+$/.test(text) || /^'-?\d+'::(bigint|integer|smallint)$/.test(text)) {
    const number = Number(text.replaceAll(/'|::\w+/g, ''));
    return () => number;
  }
  if (text === 'true' || text === 'false') return () => text === 'true';
  const quoted = /^'(.*)'::(text|jsonb|json)$/.exec(text);
  if (quoted) return () => (quoted[2] === 'text' ? quoted[1] : JSON.parse(quoted[1]!));
  if (text.startsWith('ARRAY[]::')) return () => [];
  const list = /^'\{(.*)\}'::/.exec(text);
  if (list) return () => list[1]!.split(',').filter(Boolean);
  throw new Error(`the memory database does not know the default of ${name}: ${text}`);
}

/** A value as it would be read back. */
function stored({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type.startsWith('timestamp'))
    return value instanceof Temporal.Instant ? value : Temporal.Instant.from(String(value));
  if (type === 'json' || type === 'jsonb')
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : copyOf(value);
  return value;
}
