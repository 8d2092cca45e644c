import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface NoteEarning {
  chargeId: string;
  /** Who earns it. */
  personId: string;
  /** What it is earned for, as statements call it. */
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** Keeps who earns a charge and what for, in the caller's transaction; a second time, the newer words. */
export async function noteEarning(ctx: Ctx, input: NoteEarning): Promise<void> {
  const what = {
    title: input.title.slice(0, 200),
    starts_at: input.startsAt.toString(),
    ends_at: input.endsAt.toString(),
  };
  await tables(ctx)
    .insertInto('payments.earnings')
    .values({
      charge_id: input.chargeId,
      person_id: input.personId,
      ...what,
      created_at: ctx.clock.now().toString(),
    })
    .onConflict((conflict) => conflict.constraint('earnings_pkey').doUpdateSet(what))
    .execute();
}
