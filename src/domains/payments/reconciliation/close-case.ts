import { type Ctx, personOf } from '../../../platform/context.ts';
import { closeByHand } from './cases.queries.ts';

/** An operator explains a difference; it is not asked again. Throws case_not_found, case_closed. */
export const closeCase = (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<void> =>
  closeByHand(ctx, { id, note: note.trim(), personId: personOf(ctx).id });
