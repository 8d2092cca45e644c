import type { Ctx } from '../../../platform/context.ts';
import {
  type Events,
  type EventType,
  type Reaction,
  reaction,
} from '../../../platform/events/index.ts';
import * as payments from '../../payments/index.ts';
import { notify } from '../deliveries/notify.ts';
import type { TemplateName } from '../templates.ts';

/** How a subscription stands, told to its owner: one queue for all of it. */
export function plusListeners(events: Events): void {
  events.onEach('notifications.tell-plus', [
    tell(payments.plusStarted, 'plus-started'),
    tell(payments.plusTrialEnding, 'plus-trial-ending'),
    tell(payments.plusStopped, 'plus-stopped'),
    tell(payments.plusChanged, 'plus-changed'),
    tell(payments.plusEnding, 'plus-ending'),
    tell(payments.plusResumed, 'plus-resumed'),
    tell(payments.plusEnded, 'plus-ended'),
    reaction(payments.plusPaid, (ctx, { personId, subscriptionId, providerInvoiceId }) =>
      notify(ctx, {
        template: 'plus-paid',
        personId,
        params: { subscriptionId, providerInvoiceId },
        key: providerInvoiceId,
      }),
    ),
    reaction(payments.plusPaymentFailed, tellFailure),
  ]);
}

/** The same may happen again later, so the instant is part of the fact. */
function tell(event: EventType<payments.PlusFact>, template: TemplateName): Reaction {
  return reaction(event, (ctx, { personId, subscriptionId, at }) =>
    notify(ctx, { template, personId, params: { subscriptionId }, key: `${subscriptionId}:${at}` }),
  );
}

function tellFailure(
  ctx: Ctx,
  {
    personId,
    subscriptionId,
    providerInvoiceId,
    attempt,
  }: payments.PlusInvoiceFact & { attempt: number },
): Promise<void> {
  return notify(ctx, {
    template: 'plus-payment-failed',
    personId,
    params: { subscriptionId, providerInvoiceId, attempt },
    key: `${providerInvoiceId}:${attempt}`,
  });
}
