// Usage: boundaries.ts ROOT [MODULES_MIN]. Judges ROOT's imports by this repository's rules.
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { packageFile, runNode, top } from '../run.ts';

const root = process.argv[2] ?? top;
// A cruiser that cannot parse TypeScript reads no module and finds no fault: a count too low is a failure.
const modulesMin = Number(process.argv[3] ?? 50);

const args = [
  '--config',
  join(top, '.dependency-cruiser.cjs'),
  '--output-type',
  'json',
  'src',
  ...(root === top ? ['test', 'bench', 'bin'] : []),
];
const { output } = await runNode(
  packageFile('dependency-cruiser/bin/dependency-cruiser.mjs'),
  args,
  {
    cwd: root,
  },
);

let result: ICruiseResult;
try {
  result = JSON.parse(output) as ICruiseResult;
} catch {
  console.log(output);
  process.exit(1);
}

const own = result.modules.filter((module) => module.source.startsWith('src/'));
const faults = result.summary.violations.map(({ rule, from, to, comment }) =>
  [`${rule.name}: ${from} → ${to}`, comment].filter(Boolean).join('\n    '),
);
if (own.length <= modulesMin) {
  faults.push(
    `only ${own.length} modules of src/ were read, where more than ${modulesMin} are expected`,
  );
}
for (const fault of faults) console.log(fault);
console.log(`${own.length} modules of src/ read, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
