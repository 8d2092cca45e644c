import type * as k from 'kysely';
import type { Row } from './schema.ts';
import { compare, same, type Store } from './store.ts';

type Node = k.OperationNode;

/** What raw SQL means within a statement, by its text with `?` for each parameter. */
export type RawExpressions = Readonly<Record<string, (row: Row, store: Store) => unknown>>;

/** Whether a query within a statement finds anything, for one row of that. */
export type Exists = (query: k.SelectQueryNode, row: Row) => boolean;

export const identifier = (node: Node): string => (node as k.IdentifierNode).name;

/** What an expression is called in what is read. */
export function outputName(node: Node): string {
  if (node.kind === 'AliasNode') return identifier((node as k.AliasNode).alias);
  if (node.kind === 'ReferenceNode') return outputName((node as k.ReferenceNode).column);
  if (node.kind === 'ColumnNode') return identifier((node as k.ColumnNode).column);
  throw new Error(`the memory database can't name a ${node.kind}`);
}

/** By the fragments, which are the same each time a template is used. */
const texts = new WeakMap<readonly string[], string>();

export function rawText({ sqlFragments }: k.RawNode): string {
  let text = texts.get(sqlFragments);
  if (text === undefined)
    texts.set(sqlFragments, (text = sqlFragments.join('?').replaceAll(/\s+/g, ' ').trim()));
  return text;
}

/** The value of an expression for one row. */
export class Evaluator {
  readonly #raw: RawExpressions;
  readonly #store: Store;
  readonly #exists: Exists;

  constructor(raw: RawExpressions, store: Store, exists: Exists) {
    this.#raw = raw;
    this.#store = store;
    this.#exists = exists;
  }

  truth(node: Node, row: Row): boolean {
    return this.evaluate(node, row) === true;
  }

  evaluate(node: Node, row: Row, excluded?: Row): unknown {
    switch (node.kind) {
      case 'AliasNode':
        return this.evaluate((node as k.AliasNode).node, row, excluded);
      case 'ReferenceNode': {
        const { table, column } = node as k.ReferenceNode;
        const of = table?.table.identifier.name;
        const joined = of && `${of}.${outputName(column)}`;
        if (joined && joined in row) return row[joined];
        return this.evaluate(column, of === 'excluded' ? excluded! : row);
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
        return this.evaluate((node as k.ParensNode).node, row, excluded);
      case 'AndNode': {
        const { left, right } = node as k.AndNode;
        return this.truth(left, row) && this.truth(right, row);
      }
      case 'OrNode': {
        const { left, right } = node as k.OrNode;
        return this.truth(left, row) || this.truth(right, row);
      }
      case 'UnaryOperationNode': {
        const { operator, operand } = node as k.UnaryOperationNode;
        if ((operator as k.OperatorNode).operator !== 'exists')
          throw new Error('the memory database knows no other unary operator than exists');
        return this.#exists(operand as k.SelectQueryNode, row);
      }
      case 'BinaryOperationNode':
        return this.#operate(node as k.BinaryOperationNode, row, excluded);
      case 'RawNode':
        return this.#evaluateRaw(node as k.RawNode, row);
      default:
        throw new Error(`the memory database does not know ${node.kind}`);
    }
  }

  #operate(
    { leftOperand, operator, rightOperand }: k.BinaryOperationNode,
    row: Row,
    excluded?: Row,
  ): unknown {
    const left = this.evaluate(leftOperand, row, excluded);
    const right = this.evaluate(rightOperand, row, excluded);
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

  #evaluateRaw(node: k.RawNode, row: Row): unknown {
    const text = rawText(node);
    const known = this.#raw[text];
    if (known) return known(row, this.#store);
    const [first] = node.parameters;
    // A cast of a parameter: comparisons go by the other side's type anyway.
    if (/^(any\()?\?::[\w[\]]+\)?$/.test(text)) return this.evaluate(first!, row);
    const without = /^(\w+) - (?:'\w+'|array\[.*\])$/.exec(text);
    if (without) {
      const names = [...text.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
      const kept = Object.entries(row[without[1]!] as Row).filter(
        ([name]) => !names.includes(name),
      );
      return Object.fromEntries(kept);
    }
    throw new Error(`the memory database does not know: ${text}`);
  }
}
