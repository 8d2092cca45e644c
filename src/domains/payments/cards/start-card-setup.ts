import { findChosenMarket } from '../../markets/index.ts';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { chooseMarketFirst, paymentPageUnavailable, tooManyCards } from '../errors.ts';
import { ensureCustomer } from '../customers/customer-of.ts';
import type { CustomerCall } from '../customers/customer-subject.ts';
import {
  type Customer,
  getCustomerRow,
  listCardsOf,
  lockCustomer,
} from '../customers/customers.queries.ts';
import { performCall } from '../provider/perform-call.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { refreshNow } from '../provider/refresh-now.ts';

const cardsMax = 10;

/**
 * The address of the provider's page on which the signed-in person saves a card; the same while it
 * is open. Network. Throws market_required, too_many_cards, payment_page_unavailable,
 * payment_provider_unavailable.
 */
export async function startCardSetup(ctx: Ctx): Promise<{ url: string }> {
  const { id: personId } = personOf(ctx);
  const market = await findChosenMarket(ctx, personId);
  if (!market) throw chooseMarketFirst();
  const customer = await ensureCustomer(ctx, { personId, market: market.code });
  await refreshNow(ctx, { kind: 'customer', id: customer.id }, 'card-setup');
  const planned = await inTransaction(ctx, (ctx) => planSession(ctx, customer.id, market.currency));
  if (typeof planned === 'string') return { url: planned };
  await performCall(ctx, planned);
  const { setup_session_url: url } = await getCustomerRow(ctx, customer.id);
  if (!url) throw paymentPageUnavailable();
  return { url };
}

async function planSession(
  ctx: Ctx,
  customerId: string,
  currency: string,
): Promise<ProviderCall | string> {
  const customer = await lockCustomer(ctx, customerId);
  if (customer.setup_session_url) return customer.setup_session_url;
  if ((await listCardsOf(ctx, customerId)).length >= cardsMax) throw tooManyCards();
  const open = await findOpenCall(ctx, { kind: 'customer', id: customerId });
  if (open && open.operation !== 'create_session') throw paymentPageUnavailable();
  return (
    open ??
    planCall(ctx, 'customer', customer, (callId) => sessionRequest(ctx, customer, callId, currency))
  );
}

function sessionRequest(
  { config }: Ctx,
  customer: Customer,
  callId: string,
  currency: string,
): CustomerCall {
  const metadata = { customer_id: customer.id, call_id: callId };
  const page = `${config.publicUrl}/account/payments`;
  return {
    operation: 'create_session',
    params: {
      mode: 'setup',
      customer: customer.provider_customer_id!,
      currency: currency.toLowerCase(),
      success_url: `${page}?card=saved`,
      cancel_url: page,
      metadata,
      setup_intent_data: { metadata },
    },
  };
}
