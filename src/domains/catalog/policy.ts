import type { Ctx, Person } from '../../platform/context.ts';
import { forbidden, unauthenticated } from '../../platform/errors/index.ts';

/** The signed-in person who acts. Everything of a profile is looked up by this person's id, so nobody reaches another's. */
export function actingPerson(ctx: Ctx): Person {
  if (ctx.actor.kind !== 'person') throw unauthenticated('sign_in_required', 'Sign in to go on.');
  return ctx.actor;
}

/** Subjects belong to everyone, so operators of the catalog alone change them; commands act as the system. */
export function assertMayEditSubjects(ctx: Ctx): void {
  const { actor } = ctx;
  if (
    actor.kind === 'system' ||
    (actor.kind === 'person' && actor.operatorScopes.includes('catalog'))
  )
    return;
  throw forbidden('not_allowed', 'This is for operators.');
}
