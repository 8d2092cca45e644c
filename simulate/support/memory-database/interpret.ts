import type * as k from 'kysely';
import type { Column, Row } from './schema.ts';
import { compare, same, type Store } from './store.ts';

export interface Result {
  rows: Row[];
  numAffectedRows: bigint;
}

/** What raw SQL means here, by how it begins, with `?` for each parameter. */
export type RawStatements = Readonly<
  Record<string, (store: Store, parameters: unknown[]) => Row[]>
>;

type Node = k.OperationNode;

/** Carries out the statements that the payments domain builds; what it does not know it refuses. */
export function interpret(store: Store, node: Node, raw: RawStatements): Result {
  switch (node.kind) {
    case 'SelectQueryNode':
      return answer(select(store, node as k.SelectQueryNode));
    case 'InsertQueryNode':
      return insert(store, node as k.InsertQueryNode);
    case 'UpdateQueryNode':
      return update(store, node as k.UpdateQueryNode);
    case 'DeleteQueryNode':
      return remove(store, node as k.DeleteQueryNode);
    case 'RawNode': {
      const text = rawText(node as k.RawNode);
      const statement = Object.entries(raw).find(([start]) => text.startsWith(start))?.[1];
      if (!statement) throw new Error(`the memory database does not know: ${text}`);
      const values = (node as k.RawNode).parameters.map((one) => evaluate(one, {}));
      return answer(statement(store, values));
    }
    default:
      throw new Error(`the memory database does not know ${node.kind}`);
  }
}

const answer = (rows: Row[]): Result => ({ rows, numAffectedRows: BigInt(rows.length) });

const rawText = ({ sqlFragments }: k.RawNode): string =>
  sqlFragments.join('?').replaceAll(/\s+/g, ' ').trim();

function select(store: Store, node: k.SelectQueryNode): Row[] {
  const [from, ...more] = node.from?.froms ?? [];
  if (!from || more.length > 0 || node.joins?.length || node.groupBy)
    throw new Error('the memory database reads one table at a time');
  const found = store
    .rows(tableName(from))
    .filter((row) => !node.where || truth(node.where.where, row));
  const selections = node.selections ?? [];
  if (selections.some(({ selection }) => isAggregate(selection)))
    return [Object.fromEntries(selections.map(({ selection }) => aggregate(selection, found)))];
  for (const { orderBy, direction } of (node.orderBy?.items ?? []).toReversed()) {
    const sign = direction && rawText(direction as k.RawNode) === 'desc' ? -1 : 1;
    found.sort((a, b) => sign * compare(evaluate(orderBy, a), evaluate(orderBy, b)));
  }
  const limit = node.limit ? Number(evaluate(node.limit.limit, {})) : found.length;
  return found.slice(0, limit).map((row) => project(selections, row));
}

function project(selections: readonly k.SelectionNode[], row: Row): Row {
  const picked: Row = {};
  for (const { selection } of selections) {
    if (selection.kind === 'SelectAllNode') Object.assign(picked, row);
    else picked[outputName(selection)] = evaluate(selection, row);
  }
  return picked;
}

function outputName(node: Node): string {
  if (node.kind === 'AliasNode') return identifier((node as k.AliasNode).alias);
  if (node.kind === 'ReferenceNode') return outputName((node as k.ReferenceNode).column);
  if (node.kind === 'ColumnNode') return identifier((node as k.ColumnNode).column);
  throw new Error(`the memory database can't name a ${node.kind}`);
}

const identifier = (node: Node): string => (node as k.IdentifierNode).name;

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

function insert(store: Store, node: k.InsertQueryNode): Result {
  const name = tableName(node.into!);
  const table = store.table(name);
  const columns = (node.columns ?? []).map((column) => identifier(column.column));
  const inserted: Row[] = [];
  for (const item of (node.values as k.ValuesNode).values) {
    const values =
      item.kind === 'PrimitiveValueListNode'
        ? item.values
        : item.values.map((value) =>
            value.kind === 'DefaultInsertValueNode' ? undefined : evaluate(value, {}),
          );
    const row: Row = {};
    for (const column of table.columns.values()) {
      const place = columns.indexOf(column.name);
      const given = place < 0 ? undefined : values[place];
      row[column.name] = given === undefined ? defaultOf(column) : stored(column, given);
    }
    const settled = settleConflict(store, name, row, node.onConflict);
    if (settled === 'skip') continue;
    if (settled === 'insert') store.insert(name, row);
    inserted.push(settled === 'insert' ? row : settled);
  }
  const returned = inserted.map((row) => project(node.returning?.selections ?? [], row));
  return { rows: returned, numAffectedRows: BigInt(inserted.length) };
}

function settleConflict(
  store: Store,
  name: string,
  row: Row,
  rule: k.OnConflictNode | undefined,
): 'insert' | 'skip' | Row {
  if (!rule) return 'insert';
  const key = rule.constraint && identifier(rule.constraint);
  const columns = rule.columns?.map((column) => identifier(column.column));
  const named =
    key ?? store.table(name).keys.find((one) => String(one.columns) === String(columns))?.name;
  const broken = store.conflict(name, row, named ? { key: named } : {});
  if (!broken) return 'insert';
  if (rule.doNothing) return 'skip';
  if (rule.updateWhere && !truth(rule.updateWhere.where, broken.other)) return 'skip';
  store.update(name, broken.other, changesOf(store, name, rule.updates ?? [], broken.other, row));
  return broken.other;
}

function update(store: Store, node: k.UpdateQueryNode): Result {
  const name = tableName(node.table!);
  const found = store.rows(name).filter((row) => !node.where || truth(node.where.where, row));
  for (const row of found) store.update(name, row, changesOf(store, name, node.updates ?? [], row));
  const rows = node.returning ? found.map((row) => project(node.returning!.selections, row)) : [];
  return { rows, numAffectedRows: BigInt(found.length) };
}

function remove(store: Store, node: k.DeleteQueryNode): Result {
  const [from] = node.from.froms;
  const name = tableName(from!);
  const found = store.rows(name).filter((row) => !node.where || truth(node.where.where, row));
  for (const row of found) store.delete(name, row);
  return { rows: [], numAffectedRows: BigInt(found.length) };
}

function changesOf(
  store: Store,
  name: string,
  updates: readonly k.ColumnUpdateNode[],
  row: Row,
  excluded?: Row,
): Row {
  const { columns } = store.table(name);
  return Object.fromEntries(
    updates.map(({ column, value }) => {
      const to = columns.get(outputName(column))!;
      return [to.name, stored(to, evaluate(value, row, excluded))];
    }),
  );
}

const truth = (node: Node, row: Row): boolean => evaluate(node, row) === true;

function evaluate(node: Node, row: Row, excluded?: Row): unknown {
  switch (node.kind) {
    case 'AliasNode':
      return evaluate((node as k.AliasNode).node, row, excluded);
    case 'ReferenceNode': {
      const { table, column } = node as k.ReferenceNode;
      const of = table?.table.identifier.name === 'excluded' ? excluded! : row;
      return evaluate(column, of);
    }
    case 'ColumnNode': {
      const name = identifier((node as k.ColumnNode).column);
      if (!(name in row)) throw new Error(`the memory database has no column ${name} here`);
      return row[name];
    }
    case 'ValueNode':
      return (node as k.ValueNode).value;
    case 'PrimitiveValueListNode':
      return (node as k.PrimitiveValueListNode).values;
    case 'ParensNode':
      return evaluate((node as k.ParensNode).node, row, excluded);
    case 'AndNode': {
      const { left, right } = node as k.AndNode;
      return truth(left, row) && truth(right, row);
    }
    case 'OrNode': {
      const { left, right } = node as k.OrNode;
      return truth(left, row) || truth(right, row);
    }
    case 'BinaryOperationNode':
      return operate(node as k.BinaryOperationNode, row, excluded);
    case 'RawNode':
      return evaluateRaw(node as k.RawNode, row);
    default:
      throw new Error(`the memory database does not know ${node.kind}`);
  }
}

function operate(
  { leftOperand, operator, rightOperand }: k.BinaryOperationNode,
  row: Row,
  excluded?: Row,
): unknown {
  const left = evaluate(leftOperand, row, excluded);
  const right = evaluate(rightOperand, row, excluded);
  const name = (operator as k.OperatorNode).operator;
  switch (name) {
    case '=':
      return Array.isArray(right) ? right.some((one) => same(left, one)) : same(left, right);
    case 'in':
      return (right as unknown[]).some((one) => same(left, one));
    case 'not in':
      return left !== null && !(right as unknown[]).some((one) => same(left, one));
    case '<>':
    case '!=':
      return compare(left, right) < 0 || compare(left, right) > 0;
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    case '>=':
      return compare(left, right) >= 0;
    case 'is':
      return left === right || (left === null && right === null);
    case 'is not':
      return left !== right;
    case '+':
      return left === null || right === null ? null : Number(left) + Number(right);
    case '-':
      return left === null || right === null ? null : Number(left) - Number(right);
    default:
      throw new Error(`the memory database does not know the operator ${name}`);
  }
}

function evaluateRaw(node: k.RawNode, row: Row): unknown {
  const text = rawText(node);
  const [first] = node.parameters;
  // A cast of a parameter: comparisons go by the other side's type anyway.
  if (/^(any\()?\?::[\w[\]]+\)?$/.test(text)) return evaluate(first!, row);
  const without = /^(\w+) - (?:'\w+'|array\[.*\])$/.exec(text);
  if (without) {
    const names = [...text.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
    const kept = Object.entries(row[without[1]!] as Row).filter(([name]) => !names.includes(name));
    return Object.fromEntries(kept);
  }
  throw new Error(`the memory database does not know: ${text}`);
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
