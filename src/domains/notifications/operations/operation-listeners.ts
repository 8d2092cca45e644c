import type { Ctx } from '../../../platform/context.ts';
import { type Events, reaction } from '../../../platform/events/index.ts';
import { findOperators } from '../../identity/index.ts';
import * as payments from '../../payments/index.ts';
import { problemReported } from '../../scheduling/index.ts';
import { type Notice, notify } from '../deliveries/notify.ts';

/** What waits for a person, told to everybody who looks after payments. */
export function operationListeners(events: Events): void {
  events.onEach('notifications.tell-operators', [
    reaction(payments.disputeOpened, (ctx, { disputeId, status }) =>
      tellOperators(ctx, {
        template: 'dispute-opened',
        params: { disputeId },
        key: `${disputeId}:${status}`,
      }),
    ),
    reaction(payments.reconciliationDiffers, (ctx, { reconciliationId }) =>
      tellOperators(ctx, {
        template: 'books-differ',
        params: { reconciliationId },
        key: reconciliationId,
      }),
    ),
    reaction(problemReported, (ctx, { problemId }) =>
      tellOperators(ctx, { template: 'problem-waits', params: { problemId }, key: problemId }),
    ),
  ]);
}

async function tellOperators(ctx: Ctx, notice: Omit<Notice, 'personId'>): Promise<void> {
  for (const personId of await findOperators(ctx, 'payments'))
    await notify(ctx, { ...notice, personId });
}
