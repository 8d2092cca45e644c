import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runNode, top } from '../../bin/lib/run.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** Plants a small source tree and lets one of bin/check's judges look at it. */
async function judge(check: string, files: Record<string, string>, ...args: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'etude-check-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { code, output } = await runNode(join(top, 'bin/lib/checks', check), [root, ...args]);
  return { passes: code === 0, output };
}

const house = {
  'src/platform/clock/index.ts': 'export const clock = 1;\n',
  'src/domains/identity/index.ts': "export { getPerson } from './people/get-person.ts';\n",
  'src/domains/identity/people/get-person.ts': 'export const getPerson = 1;\n',
  'src/domains/catalog/index.ts': "export { getPerson } from '../identity/index.ts';\n",
  'src/domains/search/index.ts': "export { getPerson } from '../catalog/index.ts';\n",
  'src/web/page.tsx': 'export const Page = () => <p>Hello</p>;\n',
};
const boundaries = (planted: Record<string, string> = {}, modulesMin = 3) =>
  judge('boundaries.ts', { ...house, ...planted }, String(modulesMin));

describe('boundaries', () => {
  it('domains that meet at their doors pass', async () => {
    expect(await boundaries()).toMatchObject({ passes: true });
  });

  it.each([
    {
      what: "an import of another domain's inside",
      rule: 'domains-meet-at-doors',
      file: 'src/domains/catalog/find-teacher.ts',
      from: '../identity/people/get-person.ts',
    },
    {
      what: "an import of another domain's inside, for its type alone",
      rule: 'domains-meet-at-doors',
      file: 'src/domains/catalog/find-teacher.ts',
      from: '../identity/people/get-person.ts',
      type: true,
    },
    {
      what: 'an import against the direction',
      rule: 'identity-sees-only-its-neighbours',
      file: 'src/domains/identity/people/rank.ts',
      from: '../../catalog/index.ts',
    },
    {
      what: 'an import of a domain that only reads',
      rule: 'nobody-imports-the-readers',
      file: 'src/domains/notifications/mail.ts',
      from: '../search/index.ts',
    },
    {
      what: 'a platform room that knows a domain',
      rule: 'platform-knows-no-product',
      file: 'src/platform/http/session.ts',
      from: '../../domains/identity/index.ts',
    },
    {
      what: 'a page that reaches behind the API',
      rule: 'web-speaks-http',
      file: 'src/web/loader.ts',
      from: '../domains/catalog/index.ts',
    },
    {
      what: 'a domain that nobody put on the map',
      rule: 'domain-is-on-the-map',
      file: 'src/domains/lottery/draw.ts',
      from: '../../platform/clock/index.ts',
    },
    {
      what: 'a file that is not there',
      rule: 'every-import-resolves',
      file: 'src/domains/catalog/find-teacher.ts',
      from: './gone.ts',
    },
  ])('$what fails', async ({ rule, file, from, type }) => {
    const text = type
      ? `import type { getPerson } from '${from}';\nexport type Get = typeof getPerson;\n`
      : `export * from '${from}';\n`;
    const { passes, output } = await boundaries({ [file]: text });
    expect(output).toContain(`${rule}: ${file}`);
    expect(passes).toBe(false);
  });

  it('the demo data stays out of the product', async () => {
    const planted = {
      'src/dev/demo/names.ts': 'export const names = [];\n',
      'src/domains/catalog/names.ts': "export { names } from '../../dev/demo/names.ts';\n",
    };
    expect((await boundaries(planted)).output).toContain('nothing-needs-dev: src/domains/catalog');
  });

  it('a cruiser that read next to nothing fails', async () => {
    const { passes, output } = await boundaries({}, 50);
    expect(output).toContain('only 6 modules');
    expect(passes).toBe(false);
  });
});

describe('time and money', () => {
  const look = (text: string, file = 'src/domains/payments/charge.ts') =>
    judge('time-and-money.ts', { [file]: text });

  it.each([
    ['const now = new Date();', 'new Date'],
    ['const now = Date.now();', 'Date.now'],
    ['const now = globalThis.Date.now();', 'Date.now'],
    ['const now = Temporal.Now.instant();', 'Temporal.Now'],
    ['const fee = charge.amountMinor / 10;', 'an amount is divided'],
    ['const fee = (charge.price!) / 10;', 'an amount is divided'],
    ['const fee = amountMinor * 0.1;', 'an amount is multiplied by a fraction'],
    ['const amount = parseFloat(text);', 'parseFloat'],
    ['const text = price.toFixed(2);', 'toFixed'],
  ])('%s fails', async (text, fault) => {
    const { passes, output } = await look(`export ${text}\n`);
    expect(output).toContain(`src/domains/payments/charge.ts:1: ${fault}`);
    expect(passes).toBe(false);
  });

  it.each([
    ['a comment on time', '// never new Date() here\nexport const text = "Date.now()";\n'],
    ['arithmetic on other things', 'export const half = (minutes: number) => minutes / 2;\n'],
    ['whole multiples of an amount', 'export const both = (fee: number) => fee * 2;\n'],
    ['counting amounts', 'export const pages = (priceCount: number) => priceCount / 10;\n'],
  ])('%s passes', async (_what, text) => {
    expect(await look(text)).toMatchObject({ passes: true });
  });

  it('the clock itself may read the time', async () => {
    const { passes } = await look('export const at = Date.now();\n', 'src/platform/clock/index.ts');
    expect(passes).toBe(true);
  });
});

describe('repository', () => {
  const migration = '-- up\ncreate table a (b int);\n-- down\ndrop table a;\n';
  const pieces = (...parts: string[]) => parts.join('');

  it('a migration that goes up and down passes', async () => {
    expect(await judge('repository.ts', { 'migrations/0001_a.sql': migration })).toMatchObject({
      passes: true,
    });
  });

  it.each([
    ['a migration without a way back', { 'migrations/0001_a.sql': '-- up\nselect 1;\n-- down\n' }],
    [
      'two migrations of one number',
      {
        'migrations/0001_a.sql': migration,
        'migrations/0001_b.sql': migration,
      },
    ],
    ['a mark of unfinished work', { 'src/a.ts': pieces('// TO', 'DO later\n') }],
    ['a test that stands alone', { 'src/a.test.ts': pieces('it.on', 'ly("works", () => {});\n') }],
    ['a path of one machine', { 'README.md': pieces('See /ho', 'me/ada/etude\n') }],
    [
      'a package that is not pinned',
      {
        'package.json': '{ "dependencies": { "left": "^1.0.0" } }',
        'package-lock.json': '{}',
      },
    ],
    [
      'a lock file with addresses',
      {
        'package.json': '{}',
        'package-lock.json': '{ "resolved": "https://example.org/left.tgz" }',
      },
    ],
  ])('%s fails', async (_what, files) => {
    const { passes, output } = await judge('repository.ts', files as Record<string, string>);
    expect(output).toContain('1 faults');
    expect(passes).toBe(false);
  });
});
