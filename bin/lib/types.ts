import { packageFile, runNode } from './run.ts';

/** Judges a project's types; what was judged before and has not changed is remembered. */
export function judgeTypes(project: string, name: string) {
  const memory = packageFile(`.cache/etude/${name}.tsbuildinfo`);
  const args = ['-p', project, '--incremental', '--tsBuildInfoFile', memory];
  return runNode(packageFile('typescript-7/bin/tsc'), args);
}
