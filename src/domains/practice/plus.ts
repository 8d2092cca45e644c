import type { Ctx } from '../../platform/context.ts';
import { hasPlus } from '../payments/index.ts';

/** What the gate looks at. */
export interface Gated {
  plus: boolean;
  ownerId: string | null;
}

/**
 * Whether only the first part of this is shown to who asks. Subscribers see all, operators of the
 * content see what they edit, and nothing that is not Plus is ever locked.
 */
export async function isLocked(ctx: Ctx, { plus, ownerId }: Gated): Promise<boolean> {
  if (!plus || ownerId !== null) return false;
  const { actor } = ctx;
  if (actor.kind !== 'person') return true;
  if (actor.operatorScopes.includes('content')) return false;
  return !(await hasPlus(ctx, actor.id));
}

/** Whether who asks may use all of the library. */
export async function entitledToPlus(ctx: Ctx): Promise<boolean> {
  return !(await isLocked(ctx, { plus: true, ownerId: null }));
}

/** What everybody sees of a sequence for subscribers. */
const stepsOpen = 3;

/** The whole sequence, or its first part where it is locked. */
export const gated = <View extends { steps: unknown[] }>(view: View, locked: boolean) => ({
  ...view,
  stepCount: view.steps.length,
  locked,
  steps: (locked ? view.steps.slice(0, stepsOpen) : view.steps) as View['steps'],
});
