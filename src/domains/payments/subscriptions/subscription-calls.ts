import type Stripe from 'stripe';
import type { ProviderCall } from '../provider/provider-calls.queries.ts';
import type { Sent } from '../provider/subject.ts';
import type { NextSubscriptionCall, PlanChange } from './next-subscription-call.ts';
import type { SubscriptionSnapshot } from './observe-subscription.ts';
import type { Subscription } from './subscriptions.queries.ts';

interface UpdateParams extends Stripe.SubscriptionUpdateParams {
  subscription: string;
}

/** All that is ever asked of the provider about a subscription. */
export type SubscriptionCall =
  | { operation: 'create_session'; params: Stripe.Checkout.SessionCreateParams }
  | { operation: 'expire_session'; params: { session: string } }
  | { operation: 'cancel_now'; params: { subscription: string } }
  | { operation: 'cancel_later' | 'keep' | 'change_plan' | 'use_card'; params: UpdateParams }
  | { operation: 'refund'; params: Stripe.RefundCreateParams };

export function sendSubscriptionCall(
  stripe: Stripe,
  call: SubscriptionCall,
  options: Stripe.RequestOptions,
): Promise<Sent> {
  switch (call.operation) {
    case 'create_session':
      return stripe.checkout.sessions.create(call.params, options);
    case 'expire_session':
      return stripe.checkout.sessions.expire(call.params.session, {}, options);
    case 'cancel_now':
      return stripe.subscriptions.cancel(call.params.subscription, {}, options);
    case 'cancel_later':
    case 'keep':
    case 'change_plan':
    case 'use_card': {
      const { subscription, ...params } = call.params;
      return stripe.subscriptions.update(subscription, params, options);
    }
    case 'refund':
      return stripe.refunds.create(call.params, options);
  }
}

/** Whether the provider shows what the call asked for. */
export function subscriptionCallHasEffect(
  call: ProviderCall<SubscriptionCall>,
  { session, subscription, invoices }: SubscriptionSnapshot,
): boolean {
  switch (call.operation) {
    case 'create_session':
      return session !== null;
    case 'expire_session':
      return session !== null && session.status !== 'open';
    case 'cancel_now':
      return subscription?.status === 'canceled';
    case 'cancel_later':
    case 'keep':
    case 'change_plan':
    case 'use_card':
      return subscription?.metadata.call_id === call.id;
    case 'refund':
      return invoices.some(({ refunds }) =>
        refunds.some((refund) => refund.metadata?.call_id === call.id),
      );
  }
}

/** What a change of plan needs to know besides the row. */
export interface ChangeDetails {
  change: PlanChange;
  /** The provider's price of the wanted plan. */
  price: string;
}

export function subscriptionRequest(
  row: Subscription,
  next: Exclude<NextSubscriptionCall, { operation: 'close' }>,
  callId: string,
  { details, intentId }: { details?: ChangeDetails | undefined; intentId?: string | undefined },
): SubscriptionCall {
  const update = () => ({
    subscription: noted(row.provider_subscription_id),
    metadata: { call_id: callId },
  });
  switch (next.operation) {
    case 'expire_session':
      return { operation: 'expire_session', params: { session: noted(row.provider_session_id) } };
    case 'cancel_now':
      return {
        operation: 'cancel_now',
        params: { subscription: noted(row.provider_subscription_id) },
      };
    case 'cancel_later':
      return { operation: 'cancel_later', params: { ...update(), cancel_at_period_end: true } };
    case 'keep':
      return { operation: 'keep', params: { ...update(), cancel_at_period_end: false } };
    case 'use_card':
      return {
        operation: 'use_card',
        params: { ...update(), default_payment_method: noted(row.wanted_method_id) },
      };
    case 'change_plan':
      return {
        operation: 'change_plan',
        params: { ...update(), ...changeParams(row, details!, callId) },
      };
    case 'refund':
      return {
        operation: 'refund',
        params: {
          payment_intent: noted(intentId ?? null),
          amount: next.amountMinor,
          reason: 'requested_by_customer',
          metadata: { subscription_id: row.id, call_id: callId },
        },
      };
  }
}

/** How the change is asked for; the same for its preview. */
export function changeParams(
  row: Subscription,
  { change, price }: ChangeDetails,
  callId: string,
): Stripe.SubscriptionUpdateParams {
  const items = [{ id: noted(row.provider_item_id), price }];
  if (change === 'now')
    return {
      items,
      proration_behavior: 'always_invoice',
      proration_date: seconds(row.wanted_plan_at),
      payment_behavior: 'error_if_incomplete',
      metadata: { call_id: callId, paid_plan: '', paid_since: '', paid_until: '' },
    };
  if (change === 'swap')
    return { items, proration_behavior: 'none', metadata: { call_id: callId } };
  const until = seconds(row.period_ends_at);
  return {
    items,
    proration_behavior: 'none',
    // Another interval would begin at once: as a trial it waits until what was paid for ends.
    trial_end: until,
    metadata: {
      call_id: callId,
      paid_plan: row.plan_id,
      paid_since: String(seconds(row.period_starts_at)),
      paid_until: String(until),
    },
  };
}

function seconds(instant: Temporal.Instant | null): number {
  if (!instant) throw new Error('the subscription has no such instant in its state');
  return Math.floor(instant.epochMilliseconds / 1000);
}

/** A subscription gets its provider ids together with the state that needs them. */
function noted(providerId: string | null): string {
  if (!providerId) throw new Error('the subscription has no provider id for its state');
  return providerId;
}
