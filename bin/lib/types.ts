import { packageFile, runNode } from './run.ts';

/** Judges a project's types; what was judged before and has not changed is remembered. */
export const judgeTypes = (project: string, name: string) =>
  runNode(packageFile('typescript-7/bin/tsc'), [
    ...['-p', project, '--incremental'],
    ...['--tsBuildInfoFile', packageFile(`.cache/etude/${name}.tsbuildinfo`)],
  ]);
