import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { top } from '../../bin/lib/run.ts';
import { settings } from '../../src/platform/config/settings.ts';

interface Shown {
  about: string;
  fallback?: unknown;
  requiredInProduction?: true;
}

/** The table's lines as they have to be: when this test fails, copy them from its message. */
function expectedLines(): string[] {
  return Object.entries<Shown>(settings).map(
    ([name, { about, fallback, requiredInProduction }]) => {
      const preset = fallback === undefined || String(fallback) === '' ? '' : `\`${fallback}\``;
      return `| ${name} | ${about} | ${requiredInProduction ? 'must be set' : preset} |`;
    },
  );
}

it('the guide for operators shows every setting, its meaning and its default (ID-15)', () => {
  const guide = readFileSync(join(top, 'docs/guides/operate.md'), 'utf8');
  const shown = guide.split('\n').filter((line) => /^\| [A-Z][A-Z0-9_]+ \|/.test(line));
  expect(shown).toEqual(expectedLines());
});
