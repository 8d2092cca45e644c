import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { top } from '../../bin/lib/run.ts';

interface Row {
  id: string;
  what: string;
  state: string;
  proof: string;
}

interface Proof {
  id: string;
  file: string;
  /** Words that the file holds; the row's id when absent. */
  words?: string;
}

const idPattern = /\b(?:ID|MK|CT|PL|SR|SC|PY|NT|MS|RV|VD|RF|PR|MD|AN|PF)-\d\d\b/g;
const read = (file: string) => readFileSync(join(top, file), 'utf8');

function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => /^\| [A-Z]{2}-\d\d \|/.test(line))
    .map((line) => {
      const [, id = '', what = '', state = '', proof = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      return { id, what, state, proof };
    });
}

/** `` `test/some.test.ts` “words” ``, as often as the cell has it. */
function proofsOf({ id, proof }: Row): Proof[] {
  return [...proof.matchAll(/`((?:src|test)\/[^`]+\.ts)`(?: “([^”]+)”)?/g)].map(
    ([, file, words]) => ({
      id,
      file: file!,
      ...(words && { words }),
    }),
  );
}

const rows = rowsOf(read('docs/features.md'));
const proofs = rows.flatMap(proofsOf);

describe('the page of features', () => {
  it('has one row for each of the 94 ids, with words and a state', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows).toHaveLength(94);
    for (const { id, what, state } of rows) {
      expect(what, id).not.toBe('');
      expect(['done', 'part', 'not yet'], id).toContain(state);
    }
  });

  it('proves what is done by a test, and says of the rest what is missing', () => {
    const unproven = rows.filter((row) => row.state === 'done' && proofsOf(row).length === 0);
    const unsaid = rows.filter((row) => row.state === 'part' && row.proof === '');
    expect([...unproven, ...unsaid].map(({ id }) => id)).toEqual([]);
  });

  it.each(proofs)('$id is proved by $file', ({ id, file, words }) => {
    expect(existsSync(join(top, file)), `${file} exists`).toBe(true);
    expect(read(file)).toContain(words ?? id);
  });

  it('knows every id that a test names, and names none that is not proved there', () => {
    const known = new Map(rows.map((row) => [row.id, row.state]));
    const strange = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: top }).flatMap(
      (file) =>
        (read(file).match(idPattern) ?? [])
          .filter((id) => !known.has(id) || known.get(id) === 'not yet')
          .map((id) => `${file}: ${id}`),
    );
    expect(strange).toEqual([]);
  });
});
