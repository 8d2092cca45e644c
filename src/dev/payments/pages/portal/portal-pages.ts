import type Stripe from 'stripe';
import { cancelSubscription } from '../../actions/billing/cancel-subscription.ts';
import { previewInvoice } from '../../actions/billing/preview-invoice.ts';
import { productName, periodOf } from '../../actions/billing/subscription-items.ts';
import {
  updateSubscription,
  type UpdateSubscriptionInput,
} from '../../actions/billing/update-subscription.ts';
import { attemptSetup } from '../../actions/cards/setup-intents.ts';
import { askForAuthentication } from '../../actions/payments/next-action.ts';
import { ApiError } from '../../api/errors.ts';
import { findTestCard } from '../../cards.ts';
import type { Core, Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { formatAmount } from '../../money.ts';
import { buildPaymentMethod } from '../../objects/payment-method.ts';
import { buildSetupIntent } from '../../objects/setup-intent.ts';
import { redirect, type WebAnswer, type WebRequest } from '../../web/message.ts';
import type { WireSubscription } from '../../wire.ts';
import type { ShownForm } from '../checkout/card-fields.ts';
import { readCardForm } from '../checkout/card-form.ts';
import { dayOf } from '../onboarding/express-page.ts';
import { messagePage, unknownPage } from '../other-pages.ts';
import { formOf, sendPage, type Page } from '../page.ts';
import { cardPage, confirmPage, portalPage } from './portal-page.ts';

interface Visit {
  op: Operation;
  session: Stripe.BillingPortal.Session;
  configuration: Stripe.BillingPortal.Configuration;
  customer: Stripe.Customer;
  action: string;
}

const unchanged: UpdateSubscriptionInput = {
  items: [],
  proration: 'none',
  prorationDate: undefined,
  restart: false,
  trialEnd: undefined,
  cancelAtPeriodEnd: undefined,
  cancelAt: undefined,
  cancellation: undefined,
  behaviour: 'error_if_incomplete',
  offSession: false,
  method: undefined,
  description: undefined,
  metadata: {},
};

function home({ op, session, configuration, customer, action }: Visit): WebAnswer {
  const own = (item: { customer: unknown }) => item.customer === customer.id;
  const offered = configuration.features.subscription_update.products ?? [];
  const choices = offered
    .flatMap(({ prices }) => prices.map((id) => op.store.prices.get(id)))
    .filter((price) => price !== undefined)
    .map((price) => ({ price, name: productName(op, price) }));
  const subscriptions = [...op.store.subscriptions.values()].filter(
    (subscription) =>
      own(subscription) && !['canceled', 'incomplete_expired'].includes(subscription.status),
  );
  const method =
    subscriptions
      .map((each) => idOf(each.default_payment_method as string | null))
      .find((id) => id !== '') ?? idOf(customer.invoice_settings.default_payment_method);
  const page = portalPage({
    action,
    merchantName: op.platform.name,
    returnUrl: session.return_url,
    features: configuration.features,
    customer,
    subscriptions,
    choices,
    card: op.store.paymentMethods.get(method),
    invoices: [...op.store.invoices.values()].filter(own).toReversed().slice(0, 24),
    nameOf: (price) => productName(op, price),
  });
  return sendPage(200, page, session.return_url);
}

function subscriptionIn(
  { op, customer }: Visit,
  form: URLSearchParams,
): WireSubscription | undefined {
  const found = op.store.subscriptions.get(form.get('subscription') ?? '');
  return found?.customer === customer.id ? found : undefined;
}

function cancel(visit: Visit, form: URLSearchParams): WebAnswer {
  const { op, action, configuration } = visit;
  const subscription = subscriptionIn(visit, form);
  const {
    enabled,
    mode,
    proration_behavior: proration,
  } = configuration.features.subscription_cancel;
  if (!subscription || !enabled) return redirect(action);
  const atEnd = mode === 'at_period_end';
  if (form.get('sure') !== 'yes') {
    const { end } = periodOf(subscription);
    const text = atEnd
      ? `You can use it until ${dayOf(end)}. After that nothing more is charged.`
      : 'It ends at once.';
    return sendPage(
      200,
      confirmPage({
        action: `${action}/cancel`,
        back: action,
        heading: 'Cancel your plan?',
        text,
        values: { subscription: subscription.id },
        button: 'Cancel the plan',
      }),
    );
  }
  if (atEnd) updateSubscription(op, subscription.id, { ...unchanged, cancelAtPeriodEnd: true });
  else {
    const back = proration !== 'none';
    cancelSubscription(op, subscription.id, {
      invoiceNow: back,
      prorate: back,
      cancellation: undefined,
    });
  }
  return redirect(action);
}

function resume(visit: Visit, form: URLSearchParams): WebAnswer {
  const subscription = subscriptionIn(visit, form);
  if (subscription) {
    updateSubscription(visit.op, subscription.id, { ...unchanged, cancelAtPeriodEnd: false });
  }
  return redirect(visit.action);
}

function change(visit: Visit, form: URLSearchParams): WebAnswer {
  const { op, action, configuration } = visit;
  const subscription = subscriptionIn(visit, form);
  const {
    enabled,
    products,
    proration_behavior: behaviour,
  } = configuration.features.subscription_update;
  const price = form.get('price') ?? '';
  const offered = products?.some(({ prices }) => prices.includes(price)) ?? false;
  if (!subscription || !enabled || !offered) return redirect(action);
  const item = subscription.items.data[0]!;
  const changes = {
    ...unchanged,
    proration: behaviour as UpdateSubscriptionInput['proration'],
    items: [
      {
        id: item.id,
        price,
        priceData: undefined,
        quantity: undefined,
        deleted: false,
        metadata: {},
      },
    ],
  };
  if (form.get('sure') === 'yes') {
    updateSubscription(op, subscription.id, changes);
    return redirect(action);
  }
  const preview = previewInvoice(op, {
    ...changes,
    customer: undefined,
    subscription: subscription.id,
    cancelNow: false,
    cancelAtPeriodEnd: false,
  });
  const now = preview.billing_reason === 'subscription_update';
  const due = formatAmount(preview.amount_due, preview.currency);
  return sendPage(
    200,
    confirmPage({
      action: `${action}/change`,
      back: action,
      heading: 'Change your plan?',
      text: now
        ? `${due} is charged now.`
        : `Your next invoice, on ${dayOf(preview.created)}, is ${due}.`,
      lines: preview.lines.data.map((line) => ({
        description: line.description ?? '',
        amount: formatAmount(line.amount, line.currency),
      })),
      values: { subscription: subscription.id, price },
      button: 'Change the plan',
    }),
  );
}

function showCard(
  { op, action, customer, session }: Visit,
  status: number,
  shown: ShownForm,
): WebAnswer {
  const page = cardPage({
    action,
    merchantName: op.platform.name,
    returnUrl: session.return_url,
    email: customer.email,
    shown,
  });
  return sendPage(status, page);
}

/** The new card pays from now on, for every plan. */
function useCard(visit: Visit, form: URLSearchParams): WebAnswer {
  const { op, customer, action } = visit;
  const read = readCardForm(form, customer.email ?? '', op.now);
  if (!read.card) return showCard(visit, 422, read);
  const { label, decline } = findTestCard(read.card.number);
  if (label === 'Not a test card' && decline) return showCard(visit, 402, { ...read, decline });
  const method = buildPaymentMethod(read.card, op.now);
  op.store.paymentMethods.set(method.id, method);
  const intent = buildSetupIntent({
    customer: customer.id,
    description: null,
    metadata: {},
    usage: 'off_session',
    automaticMethods: null,
    created: op.now,
  });
  op.store.setupIntents.set(intent.id, intent);
  op.publish('setup_intent.created', intent);
  const outcome = attemptSetup(op, intent, method);
  if (outcome.kind === 'declined')
    return showCard(visit, 402, { ...read, decline: outcome.decline });
  customer.invoice_settings.default_payment_method = method.id;
  for (const subscription of op.store.subscriptions.values()) {
    if (subscription.customer === customer.id) subscription.default_payment_method = method.id;
  }
  op.publish('customer.updated', customer);
  if (outcome.kind === 'saved') return redirect(action);
  askForAuthentication(op, intent, `${op.baseUrl}${action}`);
  return redirect(intent.next_action?.redirect_to_url?.url ?? action);
}

/** The customer's own pages, behind an address that is handed out for one visit. */
export function portalPages(core: Core): Page[] {
  const path = '/c/portal/:token';
  const find = (token: string): Visit | undefined => {
    const scope = core.scopeWith(({ portalSessions }) => portalSessions.has(token));
    const session = scope?.store.portalSessions.get(token);
    const customer = scope?.store.customers.get(session?.customer ?? '');
    const configuration = scope?.store.portalConfigurations.get(
      idOf(session?.configuration ?? null),
    );
    if (!scope || !session || !customer || !configuration) return undefined;
    const op = core.begin(scope).onClock(customer.test_clock as string | null);
    return { op, session, customer, configuration, action: `/c/portal/${token}` };
  };
  const visit =
    (answer: (found: Visit, form: URLSearchParams) => WebAnswer) =>
    (request: WebRequest, token = ''): WebAnswer => {
      const found = find(token);
      if (!found) return sendPage(404, unknownPage());
      try {
        return answer(found, formOf(request));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return sendPage(
          error.status,
          messagePage('That did not work', error.message, found.action),
        );
      }
    };
  return [
    { method: 'GET', path, answer: visit(home) },
    { method: 'POST', path: `${path}/cancel`, answer: visit(cancel) },
    { method: 'POST', path: `${path}/resume`, answer: visit(resume) },
    { method: 'POST', path: `${path}/change`, answer: visit(change) },
    { method: 'GET', path: `${path}/card`, answer: visit((found) => showCard(found, 200, {})) },
    { method: 'POST', path: `${path}/card`, answer: visit(useCard) },
  ];
}
