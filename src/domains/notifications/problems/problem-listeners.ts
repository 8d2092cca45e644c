import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { type Events, reaction } from '../../../platform/events/index.ts';
import * as scheduling from '../../scheduling/index.ts';
import { type Notice, notify } from '../deliveries/notify.ts';

/** What went wrong with a lesson, told to its two sides. */
export function problemListeners(events: Events): void {
  events.onEach('notifications.tell-of-problems', [
    reaction(scheduling.bookingMissed, async (ctx, { bookingId }) => {
      const { learner } = await scheduling.getBookingForMail(ctx, bookingId);
      await notify(ctx, {
        template: 'lesson-missed',
        personId: learner.personId,
        params: { bookingId },
        key: bookingId,
      });
    }),
    reaction(scheduling.problemReported, (ctx, fact) => tellBoth(ctx, 'problem-reported', fact)),
    reaction(scheduling.problemSettled, (ctx, fact) => tellBoth(ctx, 'problem-settled', fact)),
  ]);
}

async function tellBoth(
  ctx: Ctx,
  template: Notice['template'],
  { bookingId, problemId }: { bookingId: string; problemId: string },
): Promise<void> {
  const { learner, instructor } = await scheduling.getBookingForMail(ctx, bookingId);
  await inTransaction(ctx, async (ctx) => {
    for (const { personId } of [learner, instructor])
      await notify(ctx, { template, personId, params: { bookingId, problemId }, key: problemId });
  });
}
