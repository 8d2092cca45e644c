import type { Ctx, OperatorScope } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { forbidden, invalid } from '../../../platform/errors/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { personNotFound } from '../errors.ts';
import { normaliseEmail } from './email-address.ts';
import { findPersonByKey, updateOperatorScopes } from './people.queries.ts';

export const operatorScopes = [
  'people',
  'catalog',
  'payments',
  'content',
  'markets',
] as const satisfies OperatorScope[];

/**
 * Makes somebody an operator of these scopes and no others; without any, no operator at all. Counts
 * from their next request on. For the command alone, since whoever may grant has every right. Throws
 * forbidden not_allowed, not_found person_not_found, invalid scope_unknown or email_malformed.
 */
export async function setOperatorScopes(
  ctx: Ctx,
  { email, scopes }: { email: string; scopes: string[] },
): Promise<OperatorScope[]> {
  if (ctx.actor.kind !== 'system') throw forbidden('not_allowed', 'This is for the command.');
  const granted = operatorScopes.filter((scope) => scopes.includes(scope));
  const unknown = scopes.find((scope) => !granted.includes(scope as OperatorScope));
  if (unknown !== undefined)
    throw invalid(
      'scope_unknown',
      `There is no scope "${unknown}", only ${operatorScopes.join(', ')}.`,
      { field: 'scopes' },
    );
  return inTransaction(ctx, async (ctx) => {
    const person = await findPersonByKey(ctx, normaliseEmail(email).key);
    if (!person) throw personNotFound();
    await updateOperatorScopes(ctx, person.id, granted);
    await recordAudit(ctx, {
      action: 'operator_scopes_changed',
      personId: person.id,
      details: { scopes: granted.join(' ') },
    });
    return granted;
  });
}
