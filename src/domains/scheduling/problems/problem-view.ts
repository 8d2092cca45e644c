import { money } from '../../../platform/money/index.ts';
import type { BookingRole } from '../policy.ts';
import type { Problem, selectOpenProblems } from './problems.queries.ts';

/** A problem as the sides of its lesson see it: the words are their writer's own. */
export const problemView = (
  problem: Problem,
  { currency, role }: { currency: string; role: BookingRole },
) => ({
  id: problem.id,
  kind: problem.kind,
  text: role === 'learner' ? problem.description : null,
  reportedAt: problem.reportedAt.toString(),
  settledAt: problem.settledAt?.toString() ?? null,
  refund: problem.refundMinor === null ? null : money(problem.refundMinor, currency),
});

type ToSettle = Awaited<ReturnType<typeof selectOpenProblems>>[number];

/** A problem as an operator sees it. */
export const operatorsProblemView = ({
  startsAt,
  reportedAt,
  settledAt,
  priceMinor,
  refundMinor,
  currency,
  ...rest
}: ToSettle) => ({
  ...rest,
  startsAt: startsAt.toString(),
  reportedAt: reportedAt.toString(),
  settledAt: settledAt?.toString() ?? null,
  price: money(priceMinor, currency),
  refund: refundMinor === null ? null : money(refundMinor, currency),
});
