// Usage: time-and-money.ts ROOT. Reads the syntax trees of ROOT's src/ for two house rules:
// only the clock tells the time, and amounts never meet floating point: no division, no fraction, no
// rounding, and no field that holds an amount without saying of which currency, or that it is in minor units.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { top } from '../run.ts';

const root = process.argv[2] ?? top;

/** Where the wall clock may be read: the clock itself, the stand-ins, and scripts of the browser. */
const clockRooms = /^src\/(platform\/clock\/|dev\/|web\/enhance\/)/;
/** Where amounts may be scaled: the product's own room, and that of the payment provider's stand-in. */
const moneyRooms = /^src\/(platform\/money\/|dev\/payments\/money(-world)?\.ts$)/;
/** Where fields are called as the payment provider calls them. */
const providerWords = /^src\/dev\/payments\//;
const moneyWord = /(minor|price|amount|fee|refund|commission|payout)s?$/i;
/** Comparing, or counting things, is not arithmetic on an amount. */
const counting = /(count|total|length|bp|percent)$/i;

const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/messages/') && !file.endsWith('.d.ts'));

/** What scales an amount by less than a whole. */
const rateWord = /(rate|ratio|share|percent|percentage|factor|fraction|bp|basisPoints)$/i;
/** A field that holds an amount, and does not say that it is in minor units: that is a Money. */
const moneyField =
  /^(amount|price|fee|refund|commission|payout)s?$|(Amount|Price|Fee|Refund|Commission|Payout)s?$/;

const lastName = (node: ts.Node): string => {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    return lastName(node.expression);
  return '';
};

const isAmount = (node: ts.Node) =>
  moneyWord.test(lastName(node)) && !counting.test(lastName(node));
const isFraction = (node: ts.Node) =>
  ts.isNumericLiteral(node) && !Number.isInteger(Number(node.text));

function clockFault(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && lastName(node.expression) === 'Date') return 'new Date';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText().replace(/^globalThis\./, '');
  return text === 'Date.now' || text === 'Temporal.Now' ? text : undefined;
}

const isRate = (node: ts.Node) => isFraction(node) || rateWord.test(lastName(node));

function moneyFault(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return callFault(node);
  return ts.isBinaryExpression(node) ? sumFault(node) : undefined;
}

function callFault(node: ts.CallExpression): string | undefined {
  const callee = lastName(node.expression);
  if (callee === 'parseFloat') return 'parseFloat makes a float of a text';
  const { expression } = node;
  const subject = ts.isPropertyAccessExpression(expression) ? expression.expression : node;
  if ((callee === 'toFixed' || callee === 'toPrecision') && isAmount(subject))
    return `${callee} rounds an amount`;
  const rounds = lastName(subject) === 'Math' && /^(round|floor|ceil|trunc)$/.test(callee);
  return rounds && node.arguments.some(isAmount) ? `Math.${callee} rounds an amount` : undefined;
}

const { SlashToken, SlashEqualsToken, AsteriskToken, AsteriskEqualsToken } = ts.SyntaxKind;

function sumFault({ left, right, operatorToken }: ts.BinaryExpression): string | undefined {
  const { kind } = operatorToken;
  if ((kind === SlashToken || kind === SlashEqualsToken) && isAmount(left))
    return 'an amount is divided';
  if (kind !== AsteriskToken && kind !== AsteriskEqualsToken) return undefined;
  const scaled = (isAmount(left) && isRate(right)) || (isRate(left) && isAmount(right));
  return scaled ? 'an amount is multiplied by a fraction' : undefined;
}

function fieldFault(node: ts.Node): string | undefined {
  const isField =
    ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node);
  if (!isField || node.type?.kind !== ts.SyntaxKind.NumberKeyword) return undefined;
  return moneyField.test(node.name.getText()) ? 'an amount is a bare number' : undefined;
}

function faultsOf(file: string): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const text = readFileSync(join(root, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const faults: string[] = [];
  const note = (node: ts.Node, fault: string | undefined) => {
    if (!fault) return;
    faults.push(
      `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${fault}`,
    );
  };
  const visit = (node: ts.Node): void => {
    if (!clockRooms.test(file)) note(node, clockFault(node));
    if (!moneyRooms.test(file) && !file.includes('.test.')) {
      note(node, moneyFault(node));
      if (!providerWords.test(file)) note(node, fieldFault(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

const faults = files.flatMap(faultsOf);
for (const fault of faults) console.log(fault);
console.log(`${files.length} files read, ${faults.length} faults`);
process.exitCode = faults.length > 0 || files.length === 0 ? 1 : 0;
