import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runNode, top } from '../../bin/lib/run.ts';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

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

const importing = (path: string) => `export * from '${path}';\n`;

describe('boundaries', () => {
  it('domains that meet at their doors pass', async () => {
    expect(await boundaries()).toMatchObject({ passes: true });
  });

  it("an import of another domain's inside fails", async () => {
    const { passes, output } = await boundaries({
      'src/domains/catalog/find-teacher.ts': importing('../identity/people/get-person.ts'),
    });
    expect(output).toContain(
      'domains-meet-at-doors: src/domains/catalog/find-teacher.ts → src/domains/identity/people/get-person.ts',
    );
    expect(output).toContain('1 faults');
    expect(passes).toBe(false);
  });

  const planted = [
    {
      what: "an import of another domain's inside for its type alone",
      rule: 'domains-meet-at-doors',
      file: 'src/domains/catalog/type-of-teacher.ts',
      text: "import type { getPerson } from '../identity/people/get-person.ts';\nexport type Get = typeof getPerson;\n",
    },
    {
      what: 'an import against the direction',
      rule: 'identity-sees-only-its-neighbours',
      file: 'src/domains/identity/people/rank.ts',
      text: importing('../../catalog/index.ts'),
    },
    {
      what: 'an import of a domain that only reads',
      rule: 'nobody-imports-the-readers',
      file: 'src/domains/notifications/mail.ts',
      text: importing('../search/index.ts'),
    },
    {
      what: 'a platform room that knows a domain',
      rule: 'platform-knows-no-product',
      file: 'src/platform/http/session.ts',
      text: importing('../../domains/identity/index.ts'),
    },
    {
      what: 'a page that reaches behind the API',
      rule: 'web-speaks-http',
      file: 'src/web/loader.ts',
      text: importing('../domains/catalog/index.ts'),
    },
    {
      what: 'a domain that nobody put on the map',
      rule: 'domain-is-on-the-map',
      file: 'src/domains/lottery/draw.ts',
      text: importing('../../platform/clock/index.ts'),
    },
    {
      what: 'a domain that needs the demo data',
      rule: 'nothing-needs-dev',
      file: 'src/domains/catalog/names.ts',
      text: importing('../../dev/names.ts'),
    },
    {
      what: 'a file that is not there',
      rule: 'every-import-resolves',
      file: 'src/domains/catalog/gone.ts',
      text: importing('./nowhere.ts'),
    },
    {
      what: 'a circle of files',
      rule: 'no-cycle',
      file: 'src/domains/catalog/egg.ts',
      text: importing('./hen.ts'),
    },
  ];
  const all = boundaries({
    'src/dev/names.ts': 'export const names = [];\n',
    'src/domains/catalog/hen.ts': importing('./egg.ts'),
    ...Object.fromEntries(planted.map(({ file, text }) => [file, text])),
  });

  it.each(planted)('$what fails', async ({ rule, file }) => {
    expect((await all).output).toContain(`${rule}: ${file}`);
  });

  it('a cruiser that read next to nothing fails', async () => {
    const { passes, output } = await boundaries({}, 50);
    expect(output).toContain('only 6 modules');
    expect(passes).toBe(false);
  });
});

describe('time and money', () => {
  const faulty: [string, string][] = [
    ['const a = new Date();', 'new Date'],
    ['const b = Date.now();', 'Date.now'],
    ['const c = globalThis.Date.now();', 'Date.now'],
    ['const d = Temporal.Now.instant();', 'Temporal.Now'],
    ['const e = charge.amountMinor / 10;', 'an amount is divided'],
    ['const f = (charge.price!) / 10;', 'an amount is divided'],
    ['const g = amountMinor * 0.1;', 'an amount is multiplied by a fraction'],
    ['const h = parseFloat(text);', 'parseFloat makes a float of a text'],
    ['const i = price.toFixed(2);', 'toFixed rounds an amount'],
    ['const j = Number.parseFloat(text);', 'parseFloat makes a float of a text'],
    ['amountMinor /= 3;', 'an amount is divided'],
    ['feeMinor *= 0.2;', 'an amount is multiplied by a fraction'],
    ['const k = 0.2 * charge.fee_minor;', 'an amount is multiplied by a fraction'],
    ['const l = price.minor * commissionRate;', 'an amount is multiplied by a fraction'],
    ['const m = Math.round(amountMinor);', 'Math.round rounds an amount'],
    ['const n = refund.minor.toPrecision(3);', 'toPrecision rounds an amount'],
    ['interface O { amount: number; }', 'an amount is a bare number'],
    ['class P { totalPrice: number; }', 'an amount is a bare number'],
    ['function q(fee: number): void {}', 'an amount is a bare number'],
  ];
  const file = 'src/domains/payments/charge.ts';
  const all = judge('time-and-money.ts', { [file]: faulty.map(([line]) => line).join('\n') });

  it.each(faulty)('%s fails (MK-03)', async (line, fault) => {
    const { passes, output } = await all;
    const number = faulty.findIndex(([text]) => text === line) + 1;
    expect(output).toContain(`${file}:${number}: ${fault}\n`);
    expect(passes).toBe(false);
  });

  it('comments, other arithmetic, whole multiples and the clock itself pass', async () => {
    const text = [
      '// never new Date() here',
      'export const text = "Date.now()";',
      'export const half = (minutes: number) => minutes / 2;',
      'export const both = (feeMinor: number) => feeMinor * 2;',
      'export const split = (amount: Money) => allocate(amount, [9, 1]);',
      'export const pages = (priceCount: number) => priceCount / 10;',
    ].join('\n');
    const clock = 'export const at = Date.now();';
    const result = await judge('time-and-money.ts', {
      [file]: text,
      'src/platform/clock/a.ts': clock,
    });
    expect(result).toMatchObject({ passes: true });
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
    [
      'an unchecked TLS connection',
      { 'src/a.ts': pieces('const a = { rejectUnauthor', 'ized: false };\n') },
    ],
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

describe('the page of security', () => {
  const items = 'V1.1.1 2\nV1.1.2 1\n';
  const test = 'src/some.test.ts';
  const proved = `met | Yes: \`${test}\` “is so”`;
  const page = (rows: string[], sum = '2 items: 1 met, 1 part, 0 not yet, 0 n/a.') =>
    `${sum}\n\n| item | level | state | answer |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  const security = (text: string) =>
    judge(
      'security-page.ts',
      { 'docs/security.md': text, [test]: "it('is so', () => {});\n", 'items.txt': items },
      'items.txt',
    );
  const good = [`| V1.1.1 | 2 | ${proved} |`, '| V1.1.2 | 1 | part | Half of it is missing |'];

  it('passes when each item has an answer and each test exists', async () => {
    expect(await security(page(good))).toMatchObject({ passes: true });
  });

  it.each([
    ['an item that is missing', [good[0]!], 'V1.1.2 (level 1) is missing'],
    ['an item of another level', [good[0]!, good[1]!.replace('| 1 |', '| 2 |')], 'no item'],
    ['an item that stands twice', [...good, good[1]!], 'twice, or out of order'],
    ['a state of its own', [good[0]!, good[1]!.replace('part', 'nearly')], '“nearly” is none of'],
    ['what is met without a proof', [good[0]!, '| V1.1.2 | 1 | met | Surely. |'], 'what proves it'],
    ['what is missing without a word', [good[0]!, '| V1.1.2 | 1 | part | |'], 'says not why'],
    ['a test without its title', [good[0]!.replace(' “is so”', ''), good[1]!], 'needs the words'],
    ['a title that is gone', [good[0]!.replace('is so', 'was so'), good[1]!], 'does not hold'],
    ['a file that is gone', [good[0]!.replace('some', 'other'), good[1]!], 'does not exist'],
  ])('fails for %s', async (_what, rows, words) => {
    const { passes, output } = await security(page(rows));
    expect(output).toContain(words);
    expect(passes).toBe(false);
  });

  it('fails when its sum is wrong', async () => {
    const { passes, output } = await security(page(good, '2 items: 2 met.'));
    expect(output).toContain('does not say “2 items: 1 met, 1 part, 0 not yet, 0 n/a.”');
    expect(passes).toBe(false);
  });
});
