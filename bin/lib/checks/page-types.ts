// Generates the routes' types, then judges src/web by them.
import { packageFile, runNode } from '../run.ts';

const generated = await runNode(packageFile('@react-router/dev/bin.cjs'), ['typegen']);
const judged = await runNode(packageFile('typescript-7/bin/tsc'), ['-p', 'src/web/tsconfig.json']);
for (const { code, output } of [generated, judged]) {
  if (code === 0) continue;
  console.log(output);
  process.exitCode = 1;
}
