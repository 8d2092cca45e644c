import type { Ctx } from '../../../platform/context.ts';
import { type Events, reaction } from '../../../platform/events/index.ts';
import * as payments from '../../payments/index.ts';
import { notify } from '../deliveries/notify.ts';
import type { TemplateName } from '../templates.ts';

/** How somebody is paid, told to them: one queue for all of it. */
export function payoutListeners(events: Events): void {
  events.onEach('notifications.tell-payouts', [
    reaction(payments.payoutSent, (ctx, about) => tellPayout(ctx, 'payout-sent', about)),
    reaction(payments.payoutFailed, (ctx, about) => tellPayout(ctx, 'payout-failed', about)),
    reaction(payments.payoutAccountChanged, async (ctx, { personId, to, transitionId }) => {
      const template = templateFor[to];
      if (template) await notify(ctx, { template, personId, params: {}, key: transitionId });
    }),
    reaction(payments.payoutDetailsDue, (ctx, { personId, payoutAccountId, at }) =>
      notify(ctx, {
        template: 'payout-details-due',
        personId,
        params: {},
        key: `${payoutAccountId}:${at}`,
      }),
    ),
  ]);
}

/** What nobody waits for is not told: that the provider has begun to look. */
const templateFor: Partial<Record<string, TemplateName>> = {
  enabled: 'payouts-enabled',
  restricted: 'payouts-restricted',
  rejected: 'payouts-rejected',
};

const tellPayout = (
  ctx: Ctx,
  template: TemplateName,
  { payoutId, personId }: { payoutId: string; personId: string },
) => notify(ctx, { template, personId, params: { payoutId }, key: payoutId });
