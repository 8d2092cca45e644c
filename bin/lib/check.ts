import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { packageFile, runNode, top, type Ended } from './run.ts';
import { judgeTypes } from './types.ts';

interface Step {
  name: string;
  /** What to do when it fails. */
  hint: string;
  run: () => Promise<Ended>;
}

const node = (script: string, ...args: string[]) => runNode(packageFile(script), args);
const own = (check: string) => runNode(join(top, 'bin/lib/checks', check), [top]);

const steps: Step[] = [
  {
    name: 'lint',
    hint: 'bin/check --fix mends much of it',
    run: () => node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...fixing('--fix')),
  },
  {
    name: 'types',
    hint: 'server, tests and scripts, by TypeScript 7',
    run: () => judgeTypes('tsconfig.json', 'server'),
  },
  {
    name: 'types of the pages',
    hint: 'src/web, by TypeScript 7',
    run: () => judgeTypes('src/web/tsconfig.json', 'pages'),
  },
  {
    name: 'boundaries',
    hint: '.dependency-cruiser.cjs says who may import whom',
    run: () => own('boundaries.ts'),
  },
  {
    name: 'unused code',
    hint: 'delete it, or wire it in; knip.json lists the entries',
    run: () => node('knip/bin/knip.js', '--no-progress'),
  },
  {
    name: 'time and money',
    hint: 'ctx.clock tells the time, platform/money counts',
    run: () => own('time-and-money.ts'),
  },
  { name: 'repository', hint: 'words, lock file, migrations', run: () => own('repository.ts') },
  {
    name: 'security page',
    hint: 'docs/security.md answers every item, and names tests that exist',
    run: () => own('security-page.ts'),
  },
  {
    name: 'format',
    hint: 'bin/check --fix writes it',
    run: () => node('oxfmt/bin/oxfmt', process.argv.includes('--fix') ? '--write' : '--check'),
  },
];

function fixing(flag: string): string[] {
  return process.argv.includes('--fix') ? [flag] : [];
}

function report(step: Step, ended: Ended): void {
  const passed = ended.code === 0;
  const notes = ended.output.split('\n').filter((line) => line.startsWith('note: '));
  const seconds = `${ended.seconds.toFixed(1).padStart(5)} s`;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${seconds}  ${step.name}`);
  if (passed && notes.length > 0) console.log(notes.map((line) => `       ${line}`).join('\n'));
  if (!passed) console.log(`${ended.output.trimEnd()}\n       → ${step.hint}\n`);
}

async function runAll(queue: Step[], width: number): Promise<number> {
  let failed = 0;
  const waiting = [...queue];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const ended = await step.run();
      if (ended.code !== 0) failed += 1;
      report(step, ended);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return failed;
}

const began = performance.now();
// The messages' compiled form and the routes' types are inputs of most steps below.
const generated = await Promise.all([
  runNode(join(top, 'bin/lib/messages.ts')),
  node('@react-router/dev/bin.cjs', 'typegen'),
]);
const broken = generated.filter(({ code }) => code !== 0);
for (const { output } of broken) console.log(output);
const failed = broken.length + (await runAll(steps, availableParallelism() + 1));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `\n${steps.length + generated.length - failed} passed, ${failed} failed in ${seconds} s`,
);
process.exitCode = failed > 0 ? 1 : 0;
