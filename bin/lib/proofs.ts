import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place in the repository that a page names as its proof. */
export interface Proof {
  file: string;
  /** Words that the file holds. */
  words?: string;
}

/** The cells of each row of a page's tables whose first cell fits. */
export function tableRows(page: string, first: RegExp): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([cell = '']) => first.test(cell));
}

/** `` `test/some.test.ts` “words” ``, as often as the text has it. */
export function proofsIn(text: string): Proof[] {
  const named = /`((?:src|test|bin|bench|simulate|docs|migrations)\/[^`]+\.\w+)`(?: “([^”]+)”)?/g;
  return [...text.matchAll(named)].map(([, file, words]) => ({
    file: file!,
    ...(words && { words }),
  }));
}

/** What is wrong with a proof; undefined when the file is there and holds the words. */
export function faultOf({ file, words }: Proof, root: string): string | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return `${file} does not exist`;
  if (words !== undefined && !readFileSync(path, 'utf8').includes(words))
    return `${file} does not hold “${words}”`;
  return undefined;
}
