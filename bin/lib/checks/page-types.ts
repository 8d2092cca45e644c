// Generates the routes' types, then judges src/web by them.
import { packageFile, runNode } from '../run.ts';
import { judgeTypes } from '../types.ts';

const generated = await runNode(packageFile('@react-router/dev/bin.cjs'), ['typegen']);
const judged = await judgeTypes('src/web/tsconfig.json', 'pages');
for (const { code, output } of [generated, judged]) {
  if (code === 0) continue;
  console.log(output);
  process.exitCode = 1;
}
