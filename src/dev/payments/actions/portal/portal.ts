import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { readUrl } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { getCustomer, getSubscription } from '../find.ts';

type Configuration = Stripe.BillingPortal.Configuration;
type Features = Configuration['features'];

export interface ConfigurationInput {
  returnUrl: string | null | undefined;
  headline: string | null | undefined;
  name: string | null | undefined;
  features: {
    [Name in keyof Features]?: Partial<Features[Name]>;
  };
  active: boolean | undefined;
  metadata: Record<string, string>;
}

function readUpdates(features: Params): Partial<Features['subscription_update']> | undefined {
  const update = features.object('subscription_update');
  if (!update) return undefined;
  const allowed = update.texts('default_allowed_updates');
  const products = update.list('products').map((product) => ({
    adjustable_quantity: { enabled: false, maximum: null, minimum: 1 },
    prices: product.texts('prices'),
    product: product.requiredText('product'),
  }));
  return {
    enabled: update.flag('enabled') ?? false,
    default_allowed_updates: allowed,
    products,
    proration_behavior:
      update.oneOf('proration_behavior', ['always_invoice', 'create_prorations', 'none']) ?? 'none',
  };
}

function readCancel(features: Params): Partial<Features['subscription_cancel']> | undefined {
  const cancel = features.object('subscription_cancel');
  if (!cancel) return undefined;
  const prorations = ['always_invoice', 'create_prorations', 'none'] as const;
  return {
    enabled: cancel.flag('enabled') ?? false,
    mode: cancel.oneOf('mode', ['at_period_end', 'immediately']) ?? 'at_period_end',
    proration_behavior: cancel.oneOf('proration_behavior', prorations) ?? 'none',
  };
}

export function readConfiguration(params: Params, creating: boolean): ConfigurationInput {
  const profile = params.object('business_profile');
  profile?.clearable('privacy_policy_url');
  profile?.clearable('terms_of_service_url');
  const features = params.object('features');
  if (creating && !features) {
    throw invalidRequest('Missing required param: features.', {
      code: 'parameter_missing',
      param: 'features',
    });
  }
  const enabled = (name: string) => {
    const flag = features?.object(name)?.flag('enabled');
    return flag === undefined ? undefined : { enabled: flag };
  };
  const customer = features?.object('customer_update');
  const read = {
    customer_update: customer && {
      enabled: customer.flag('enabled') ?? false,
      allowed_updates: customer.texts('allowed_updates'),
    },
    invoice_history: enabled('invoice_history'),
    payment_method_update: enabled('payment_method_update'),
    subscription_cancel: features && readCancel(features),
    subscription_update: features && readUpdates(features),
  };
  return {
    returnUrl: readUrl(params, 'default_return_url'),
    headline: profile?.clearable('headline', 60),
    name: params.clearable('name'),
    features: Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)),
    active: creating ? undefined : params.flag('active'),
    metadata: params.metadata(),
  };
}

function buildConfiguration(op: Operation, isDefault: boolean): Configuration {
  return {
    id: newId('bpc'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: op.now,
    default_return_url: null,
    features: {
      customer_update: { allowed_updates: [], enabled: false },
      invoice_history: { enabled: isDefault },
      payment_method_update: { enabled: isDefault, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: { enabled: false, feedback_options: null, options: [] },
        enabled: isDefault,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: {
        duration: { interval_options: [], type: 'indefinite' },
        enabled: false,
      },
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        products: [],
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: op.now,
  } satisfies Configuration;
}

function applyConfiguration(
  op: Operation,
  configuration: Configuration,
  input: ConfigurationInput,
): Configuration {
  for (const [name, changed] of Object.entries(input.features)) {
    Object.assign(configuration.features[name as keyof Features], changed);
  }
  Object.assign(configuration, {
    ...(input.returnUrl !== undefined && { default_return_url: input.returnUrl }),
    ...(input.name !== undefined && { name: input.name }),
    ...(input.active !== undefined && { active: input.active }),
    metadata: { ...configuration.metadata, ...input.metadata },
    updated: op.now,
  });
  if (input.headline !== undefined) configuration.business_profile.headline = input.headline;
  return configuration;
}

export function createConfiguration(op: Operation, input: ConfigurationInput): Configuration {
  const configuration = buildConfiguration(op, false);
  op.store.portalConfigurations.set(configuration.id, configuration);
  return applyConfiguration(op, configuration, input);
}

export function updateConfiguration(
  op: Operation,
  id: string,
  input: ConfigurationInput,
): Configuration {
  const configuration = op.store.portalConfigurations.get(id);
  if (!configuration) throw missingResource('configuration', id);
  return applyConfiguration(op, configuration, input);
}

function defaultConfiguration(op: Operation): Configuration {
  const known = [...op.store.portalConfigurations.values()].find(({ is_default }) => is_default);
  const configuration = known ?? buildConfiguration(op, true);
  op.store.portalConfigurations.set(configuration.id, configuration);
  return configuration;
}

const flows = ['payment_method_update', 'subscription_cancel', 'subscription_update'] as const;

export interface PortalSessionInput {
  customer: string;
  configuration: string | undefined;
  returnUrl: string | null;
  flow: { type: (typeof flows)[number]; subscription: string | undefined } | undefined;
}

export function readPortalSession(params: Params): PortalSessionInput {
  const flow = params.object('flow_data');
  const type = flow?.oneOf('type', flows);
  const about = type && type !== 'payment_method_update' ? flow?.object(type) : undefined;
  params.text('locale');
  return {
    customer: params.requiredText('customer'),
    configuration: params.text('configuration'),
    returnUrl: readUrl(params, 'return_url') ?? null,
    flow: type && { type, subscription: about?.text('subscription') },
  };
}

function buildFlow(input: PortalSessionInput['flow']): Stripe.BillingPortal.Session['flow'] {
  if (!input) return null;
  const { type, subscription = '' } = input;
  return {
    after_completion: { hosted_confirmation: null, redirect: null, type: 'portal_homepage' },
    customer_update: null,
    subscription_cancel: type === 'subscription_cancel' ? { retention: null, subscription } : null,
    subscription_pause: null,
    subscription_update: type === 'subscription_update' ? { subscription } : null,
    subscription_update_confirm: null,
    type,
  };
}

export function createPortalSession(
  op: Operation,
  input: PortalSessionInput,
): Stripe.BillingPortal.Session {
  getCustomer(op.store, input.customer, 'customer');
  if (input.flow && input.flow.type !== 'payment_method_update') {
    const owner = getSubscription(op.store, input.flow.subscription ?? '', 'flow_data').customer;
    if (owner !== input.customer) throw missingResource('subscription', '', 'flow_data');
  }
  const configuration =
    input.configuration === undefined
      ? defaultConfiguration(op)
      : op.store.portalConfigurations.get(input.configuration);
  if (!configuration) throw missingResource('configuration', input.configuration ?? '');
  const session = {
    id: newId('bps'),
    object: 'billing_portal.session',
    configuration: configuration.id,
    created: op.now,
    customer: input.customer,
    customer_account: null,
    flow: buildFlow(input.flow),
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: input.returnUrl ?? configuration.default_return_url,
    url: `${op.baseUrl}/c/portal/${newId('live', 40).replace('live_', '')}`,
  } satisfies Stripe.BillingPortal.Session;
  op.store.portalSessions.set(session.url.split('/').at(-1)!, session);
  op.publish('billing_portal.session.created', session);
  return session;
}
