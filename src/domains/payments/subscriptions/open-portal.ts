import { type Ctx, personOf } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { getCustomerRow } from '../customers/customers.queries.ts';
import { providerUnavailable, subscriptionNotFound } from '../errors.ts';
import { getPlatform, type PlatformSettings } from '../provider/platforms.ts';
import { provider, tellsNothing } from '../provider/stripe.ts';
import { findSubscriptionOf } from './subscriptions.queries.ts';

/** What our portal offers stands in its name: change that when the offer changes. */
const portalName = 'etude-plus-1';

const configurations = new WeakMap<PlatformSettings, string>();

/**
 * The address of the provider's own pages for a subscriber: cards, invoices, an end with the period.
 * Nothing moves by it, so the calls are not written down. Network. Throws plus_not_found,
 * payment_provider_unavailable.
 */
export async function openPortal(ctx: Ctx): Promise<{ url: string }> {
  const row = await findSubscriptionOf(ctx, personOf(ctx).id);
  if (!row) throw subscriptionNotFound();
  const { provider_customer_id: customer } = await getCustomerRow(ctx, row.customer_id);
  if (!customer) throw subscriptionNotFound();
  try {
    const configuration = await configurationOf(ctx, row.platform);
    const { url } = await provider(ctx, row.platform).billingPortal.sessions.create(
      { customer, configuration, return_url: `${ctx.config.publicUrl}/plus` },
      { idempotencyKey: `portal:${newId(ctx.clock)}` },
    );
    return { url };
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}

async function configurationOf(ctx: Ctx, platform: string): Promise<string> {
  const settings = getPlatform(ctx, platform);
  const known = configurations.get(settings);
  if (known) return known;
  const { data } = await provider(ctx, platform).billingPortal.configurations.list({
    active: true,
    limit: 100,
  });
  const there = data.find(({ metadata }) => metadata?.name === portalName);
  const { id } = there ?? (await createConfiguration(ctx, platform));
  configurations.set(settings, id);
  return id;
}

/** Plans are changed on our own page, which shows the price before the click. */
function createConfiguration(ctx: Ctx, platform: string) {
  return provider(ctx, platform).billingPortal.configurations.create(
    {
      business_profile: { headline: 'Etude Plus' },
      features: {
        invoice_history: { enabled: true },
        payment_method_update: { enabled: true },
        subscription_cancel: { enabled: true, mode: 'at_period_end' },
      },
      metadata: { name: portalName },
    },
    { idempotencyKey: `portal-configuration:${portalName}` },
  );
}
