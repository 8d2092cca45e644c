import type * as k from 'kysely';
import type { Column, Row } from './schema.ts';
import { Evaluator, identifier, type RawExpressions, rawText } from './evaluate.ts';
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
    this.#evaluator = new Evaluator(raw.expressions);
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

  #select(node: k.SelectQueryNode): Row[] {
    const [from, ...more] = node.from?.froms ?? [];
    if (!from || more.length > 0 || node.joins?.length || node.groupBy)
      throw new Error('the memory database reads one table at a time');
    const found = this.#store
      .rows(tableName(from))
      .filter((row) => !node.where || this.#evaluator.truth(node.where.where, row));
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
    return found.slice(0, limit).map((row) => this.#project(selections, row));
  }

  #project(selections: readonly k.SelectionNode[], row: Row): Row {
    const picked: Row = {};
    for (const { selection } of selections) {
      if (selection.kind === 'SelectAllNode') Object.assign(picked, row);
      else picked[outputName(selection)] = this.#evaluator.evaluate(selection, row);
    }
    return picked;
  }

  #insert(node: k.InsertQueryNode): Result {
    const name = tableName(node.into!);
    const table = this.#store.table(name);
    const columns = (node.columns ?? []).map((column) => identifier(column.column));
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
        const place = columns.indexOf(column.name);
        const given = place < 0 ? undefined : values[place];
        row[column.name] = given === undefined ? defaultOf(column) : stored(column, given);
      }
      const settled = this.#settleConflict(name, row, node.onConflict);
      if (settled === 'skip') continue;
      if (settled === 'insert') this.#store.insert(name, row);
      inserted.push(settled === 'insert' ? row : settled);
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

function outputName(node: Node): string {
  if (node.kind === 'AliasNode') return identifier((node as k.AliasNode).alias);
  if (node.kind === 'ReferenceNode') return outputName((node as k.ReferenceNode).column);
  if (node.kind === 'ColumnNode') return identifier((node as k.ColumnNode).column);
  throw new Error(`the memory database can't name a ${node.kind}`);
}

function tableName(node: Node): string {
  if (node.kind === 'AliasNode') return tableName((node as k.AliasNode).node);
  const { schema, identifier: name } = (node as k.TableNode).table;
  return `${schema?.name}.${name.name}`;
}

const bare = (node: Node): Node => (node.kind === 'AliasNode' ? (node as k.AliasNode).node : node);
const isAggregate = (node: Node): boolean => bare(node).kind === 'AggregateFunctionNode';

function aggregate(node: Node, rows: Row[]): [string, unknown] {
  const { func } = bare(node) as k.AggregateFunctionNode;
  if (func !== 'count') throw new Error(`the memory database has no ${func}`);
  return [outputName(node), rows.length];
}

function defaultOf({ name, default: text }: Column): unknown {
  if (text === null) return null;
  if (/^-?\d+$/.test(text) || /^'-?\d+'::(bigint|integer|smallint)$/.test(text))
    return Number(text.replaceAll(/'|::\w+/g, ''));
  if (text === 'true' || text === 'false') return text === 'true';
  const quoted = /^'(.*)'::(text|jsonb|json)$/.exec(text);
  if (quoted) return quoted[2] === 'text' ? quoted[1] : JSON.parse(quoted[1]!);
  if (/^('{}'|ARRAY\[\])::/.test(text)) return [];
  throw new Error(`the memory database does not know the default of ${name}: ${text}`);
}

/** A value as it would be read back. */
function stored({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type.startsWith('timestamp'))
    return value instanceof Temporal.Instant ? value : Temporal.Instant.from(String(value));
  if (type === 'json' || type === 'jsonb')
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : structuredClone(value);
  return value;
}
