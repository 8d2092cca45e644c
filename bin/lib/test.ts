// Finds a browser, runs Vitest once and closes with a plain count.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packageFile, run, runNode } from './run.ts';

const minutesMax = Number(process.env['TEST_MINUTES_MAX'] ?? 40);

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  candidates.unshift(process.env['CHROMIUM_PATH'] ?? '');
  candidates.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  return candidates.find((path) => path !== '' && existsSync(path));
}

async function installChromium(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium for the browser journeys…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, secondsMax: 120 });
  const packages = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  const { code, output } = await run('apt-get', packages, { env, secondsMax: 400 });
  if (code !== 0) console.log(output.slice(-2000));
  return findChromium();
}

function countFrom(
  file: string,
  ended: number,
): { passed: number; failed: number; skipped: number } {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  // A file that could not even be loaded has no failed test of its own, yet it has failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: ended !== 0 ? Math.max(failed, 1) : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const args = process.argv.slice(2);
const chromium = findChromium() ?? (await installChromium());
if (!chromium) args.push('--project', 'api');

console.log(
  process.env['DATABASE_URL']
    ? 'Testing on PostgreSQL (DATABASE_URL)'
    : 'Testing on the embedded database',
);
const folder = mkdtempSync(join(tmpdir(), 'etude-test-'));
const reportFile = join(folder, 'report.json');
const { code, seconds } = await runNode(
  packageFile('vitest/vitest.mjs'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...args],
  {
    env: { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) },
    show: true,
    secondsMax: minutesMax * 60,
  },
);
const { passed, failed, skipped } = countFrom(reportFile, code);
rmSync(folder, { recursive: true, force: true });

if (seconds >= minutesMax * 60) console.log(`Ended after ${minutesMax} minutes (TEST_MINUTES_MAX)`);
if (!chromium) {
  console.log(
    'Not run: the browser journeys. No Chromium was found (set CHROMIUM_PATH, or install it).',
  );
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
