import type { Ctx } from '../../../platform/context.ts';
import { problemNotFound } from '../errors.ts';
import { operatorsProblemView } from './problem-view.ts';
import { findProblem } from './problems.queries.ts';

/** A problem, settled or not, as an operator sees it. Throws not_found problem_not_found. */
export async function getProblem(ctx: Ctx, id: string) {
  const problem = await findProblem(ctx, id);
  if (!problem) throw problemNotFound();
  return operatorsProblemView(problem);
}
