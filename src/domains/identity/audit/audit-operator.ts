import type { Ctx } from '../../../platform/context.ts';
import type { OperatorRequest } from '../../../platform/http/index.ts';
import { recordAudit } from './audit.ts';

/** One line for every change that an operator asks for; about a person when the route names one. */
export async function auditOperator(
  ctx: Ctx,
  { method, route, params }: OperatorRequest,
): Promise<void> {
  const { personId = null, ...others } = params;
  await recordAudit(ctx, {
    action: 'operator_request',
    personId,
    details: { method, route, ...others },
  });
}
