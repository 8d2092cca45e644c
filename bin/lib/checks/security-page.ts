// Usage: security-page.ts ROOT [ITEMS]. Holds ROOT's docs/security.md to the list of items of OWASP ASVS
// 5.0, levels 1 and 2 (numbers alone): each stands there once, in order, with an answer, and the tests
// that the page names exist.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultOf, proofsIn, tableRows } from '../proofs.ts';
import { top } from '../run.ts';

const root = process.argv[2] ?? top;
const itemsFile = process.argv[3]
  ? join(root, process.argv[3])
  : join(top, 'bin/lib/checks/asvs-items.txt');
const states = ['met', 'part', 'not yet', 'n/a'];

const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
const rows = tableRows(page, /^V\d/);
const faults: string[] = [];

function checkNumbers(): void {
  const items = readFileSync(itemsFile, 'utf8').trim().split('\n');
  const named = rows.map(([item, level]) => `${item} ${level}`);
  for (const item of items.filter((one) => !named.includes(one)))
    faults.push(`${item.replace(' ', ' (level ')}) is missing`);
  for (const item of named.filter((one) => !items.includes(one)))
    faults.push(`${item} is no item of levels 1 and 2`);
  if (faults.length === 0 && named.join() !== items.join())
    faults.push('the items stand twice, or out of order');
}

function checkAnswer([item, , state = '', answer = '']: string[]): void {
  if (!states.includes(state)) faults.push(`${item}: “${state}” is none of ${states.join(', ')}`);
  const proofs = proofsIn(answer);
  const words = answer.replaceAll(/`[^`]+`(?: “[^”]+”)?[\s,;.]*/g, '');
  if (state === 'met' && proofs.length === 0)
    faults.push(`${item}: what is met names what proves it`);
  if (state !== 'met' && words.length < 6) faults.push(`${item}: says not why it is “${state}”`);
  for (const proof of proofs) {
    const fault = faultOf(proof, root);
    if (fault) faults.push(`${item}: ${fault}`);
    if (proof.file.includes('.test.') && !proof.words)
      faults.push(`${item}: ${proof.file} needs the words of a test's title`);
  }
}

function checkCount(): void {
  const count = (state: string) => rows.filter((row) => row[2] === state).length;
  const sum = `${rows.length} items: ${states.map((state) => `${count(state)} ${state}`).join(', ')}.`;
  if (!page.includes(sum)) faults.push(`the page does not say “${sum}”`);
}

checkNumbers();
rows.forEach(checkAnswer);
checkCount();
for (const fault of faults) console.log(`docs/security.md: ${fault}`);
console.log(`${rows.length} items read, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
