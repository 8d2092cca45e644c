import type * as k from 'kysely';
import type { Row } from './schema.ts';
import { compare, same } from './store.ts';

type Node = k.OperationNode;

/** What raw SQL means within a statement, by its text with `?` for each parameter. */
export type RawExpressions = Readonly<Record<string, (row: Row) => unknown>>;

export const identifier = (node: Node): string => (node as k.IdentifierNode).name;

export const rawText = ({ sqlFragments }: k.RawNode): string =>
  sqlFragments.join('?').replaceAll(/\s+/g, ' ').trim();

/** The value of an expression for one row. */
export class Evaluator {
  readonly #raw: RawExpressions;

  constructor(raw: RawExpressions) {
    this.#raw = raw;
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
        const of = table?.table.identifier.name === 'excluded' ? excluded! : row;
        return this.evaluate(column, of);
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
    if (known) return known(row);
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
