import { money } from '../../../platform/money/index.ts';
import type { Problem, selectOpenProblems } from './problems.queries.ts';

/** A problem as its reporter sees it. */
export const problemView = (problem: Problem, currency: string) => ({
  id: problem.id,
  kind: problem.kind,
  reportedAt: problem.reportedAt.toString(),
  settledAt: problem.settledAt?.toString() ?? null,
  refund: problem.refundMinor === null ? null : money(problem.refundMinor, currency),
});

type Open = Awaited<ReturnType<typeof selectOpenProblems>>[number];

/** An open problem as an operator sees it. */
export const openProblemView = ({ startsAt, reportedAt, priceMinor, currency, ...rest }: Open) => ({
  ...rest,
  startsAt: startsAt.toString(),
  reportedAt: reportedAt.toString(),
  price: money(priceMinor, currency),
});
