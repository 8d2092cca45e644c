import type { Ctx } from '../../../platform/context.ts';
import { providerUnavailable } from '../errors.ts';
import { refresh } from './refresh.ts';
import { tellsNothing } from './stripe.ts';
import type { SubjectKind } from './subject.ts';

/** `refresh` for somebody who waits for it. Throws payment_provider_unavailable. */
export async function refreshNow(
  ctx: Ctx,
  about: { kind: SubjectKind; id: string },
  cause: string,
): Promise<void> {
  try {
    await refresh(ctx, about, cause);
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}
