import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, proofsIn, tableRows } from '../../bin/lib/proofs.ts';
import { top } from '../../bin/lib/run.ts';

interface Row {
  id: string;
  what: string;
  state: string;
  proof: string;
}

const idPattern = /\b(?:ID|MK|CT|PL|SR|SC|PY|NT|MS|RV|VD|RF|PR|MD|AN|PF)-\d\d\b/g;
const read = (file: string) => readFileSync(join(top, file), 'utf8');

const rows: Row[] = tableRows(read('docs/features.md'), /^[A-Z]{2}-\d\d$/).map(
  ([id = '', what = '', state = '', proof = '']) => ({ id, what, state, proof }),
);
const proofs = rows.flatMap(({ id, proof }) =>
  proofsIn(proof)
    .filter(({ file }) => /^(src|test)\//.test(file))
    .map(({ file, words = id }) => ({ id, file, words })),
);

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
    const unproven = rows.filter(
      (row) => row.state === 'done' && !proofs.some(({ id }) => id === row.id),
    );
    const unsaid = rows.filter((row) => row.state === 'part' && row.proof === '');
    expect([...unproven, ...unsaid].map(({ id }) => id)).toEqual([]);
  });

  it.each(proofs)('$id is proved by $file', (proof) => {
    expect(faultOf(proof, top)).toBeUndefined();
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
