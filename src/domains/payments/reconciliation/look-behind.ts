import type { Ctx } from '../../../platform/context.ts';
import { ProviderDiffers } from '../errors.ts';
import { refresh } from '../provider/refresh.ts';
import { isMissing } from '../provider/stripe.ts';
import { findSubject, isFollowed } from '../provider/subjects.ts';
import type { Movement } from './movements.ts';

/**
 * Looks at whatever of ours stands behind a movement, which then books itself: its event may have
 * got lost. What is nobody's, or differs, is left for the case. Throws the SDK's other errors.
 */
export async function lookBehind(
  ctx: Ctx,
  platform: string,
  { source: { object } }: Movement,
): Promise<void> {
  if (!object || !isFollowed(object.object)) return;
  const found = await findSubject(ctx, object, { type: 'reconciliation', platform, account: null });
  if (!found) return;
  try {
    await refresh(ctx, { kind: found.subject.kind, id: found.id }, 'reconciliation', object);
  } catch (error) {
    if (!(error instanceof ProviderDiffers || isMissing(error))) throw error;
    ctx.log.warn({ err: error, object: object.id }, 'a movement differs from what we know');
  }
}
