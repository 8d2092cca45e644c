import type { Ctx } from '../../../platform/context.ts';
import { unauthenticated } from '../../../platform/errors/index.ts';
import { localPath } from '../links/return-to.ts';
import { type Attempt, newAttemptId } from './attempt.ts';
import { authorizationUrl } from './provider.ts';

export interface StartOidc {
  returnTo?: string;
  remember?: boolean;
  timeZone?: string;
  /** Link the provider to the account that is signed in. */
  link?: boolean;
}

/**
 * Begins a sign-in at the provider. Who is signed in already proves themselves anew, so the provider is
 * asked not to wave them through. Throws `invalid` return_to_not_local, `not_found` oidc_not_configured,
 * `unavailable` oidc_unavailable.
 */
export async function startOidc(
  ctx: Ctx,
  { returnTo = '/', remember = false, timeZone, link = false }: StartOidc,
): Promise<{ url: string; attempt: Attempt }> {
  const { actor } = ctx;
  if (link && actor.kind !== 'person')
    throw unauthenticated('sign_in_required', 'Sign in to go on.');
  const attempt: Attempt = {
    id: newAttemptId(),
    startedAtMs: ctx.clock.now().epochMilliseconds,
    returnTo: localPath(returnTo),
    remember,
    ...(timeZone && { timeZone }),
    ...(link &&
      actor.kind === 'person' && { link: { personId: actor.id, sessionId: actor.sessionId } }),
  };
  const again = actor.kind === 'person' && !link;
  return { url: await authorizationUrl(ctx, attempt, { again }), attempt };
}
