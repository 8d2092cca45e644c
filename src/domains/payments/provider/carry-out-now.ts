import type { Ctx } from '../../../platform/context.ts';
import { providerUnavailable } from '../errors.ts';
import { carryOut } from './carry-out.ts';
import { findOpenCall } from './provider-calls.queries.ts';
import { askProvider } from './resolve-unknown.ts';
import { tellsNothing } from './stripe.ts';
import type { SubjectKind } from './subject.ts';

/**
 * Carries out at once what a job would do later, for somebody who waits for it; a call whose answer
 * was lost is asked about first. Throws payment_provider_unavailable; the job goes on trying.
 */
export async function carryOutNow(
  ctx: Ctx,
  about: { kind: SubjectKind; id: string },
): Promise<void> {
  try {
    const lost = await findOpenCall(ctx, about);
    if (lost?.status === 'unknown') await askProvider(ctx, lost);
    await carryOut(ctx, about);
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}
