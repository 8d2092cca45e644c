import type Stripe from 'stripe';
import { plusPaid } from '../../../../src/domains/payments/index.ts';
import { idOf } from '../../../../src/dev/payments/ids.ts';
import {
  isLive,
  type SubscriptionStatus,
} from '../../../../src/domains/payments/subscriptions/subscription-states.ts';
import type { MoneyWorld } from '../world.ts';
import { booked, num, rows, sum } from './books.ts';

const atProvider = (world: MoneyWorld) => world.provider.platform.own.store;

/** What must hold of Etude Plus: what cards paid, less what went back, is income; nothing is paid for twice. */
export const plusHolds = (world: MoneyWorld): string[] => [
  ...incomeAddsUp(world),
  ...invoicesAgree(world),
  ...paidOnce(world),
  ...subscriptionsAgree(world),
  ...instructionsEnded(world),
];

const paidInvoices = (world: MoneyWorld) =>
  [...atProvider(world).invoices.values()].filter(
    ({ status, amount_paid: paid }) => status === 'paid' && paid > 0,
  );

/** The refunds of what invoices were paid with. */
function refundsOf(world: MoneyWorld): Stripe.Refund[] {
  const { refunds, invoiceOfIntent } = atProvider(world);
  return [...refunds.values()].filter((one) => invoiceOfIntent.has(idOf(one.payment_intent)));
}

function incomeAddsUp(world: MoneyWorld): string[] {
  const paid = sum(paidInvoices(world).map(({ amount_paid: amount }) => amount));
  const back = sum(refundsOf(world).map(({ amount }) => amount));
  const income = -booked(world, 'plus_income', 'GBP');
  return income === paid - back ? [] : [`Plus brought ${paid} - ${back}, booked are ${income}`];
}

function invoicesAgree(world: MoneyWorld): string[] {
  const paid = paidInvoices(world).map(({ id, amount_paid: amount }) => `${id} ${amount}`);
  const noted = rows(world, 'subscription_invoices')
    .filter((row) => num(row['paid_minor']) > 0)
    .map((row) => `${String(row['provider_invoice_id'])} ${num(row['paid_minor'])}`);
  const refunds = refundsOf(world).map(({ id, amount, status }) => `${id} ${amount} ${status}`);
  const known = rows(world, 'subscription_refunds').map((row) =>
    [row['provider_refund_id'], row['amount_minor'], row['status']].join(' '),
  );
  const told = world.product.jobs.jobs.filter(
    ({ name }) => name === `simulation--${plusPaid.name}`,
  ).length;
  const same = (a: string[], b: string[]) => a.toSorted().join() === b.toSorted().join();
  return [
    ...(same(paid, noted) ? [] : [`invoices paid: ${paid.join(', ')}; noted: ${noted.join(', ')}`]),
    ...(same(refunds, known) ? [] : [`refunds of Plus: ${refunds.join()}; known: ${known.join()}`]),
    ...(told === paid.length ? [] : [`${paid.length} invoices were paid, ${told} told`]),
  ];
}

/** Nobody pays for the same time twice, by one subscription or by two. */
function paidOnce(world: MoneyWorld): string[] {
  const live = [...atProvider(world).subscriptions.values()].filter(({ status }) =>
    ['trialing', 'active', 'past_due'].includes(status),
  );
  const periods = paidInvoices(world).flatMap(({ customer, lines }) =>
    lines.data
      .filter(({ amount, parent }) => amount > 0 && !parent?.subscription_item_details?.proration)
      .map(({ period }) => `${String(customer)} from ${period.start}`),
  );
  return [
    ...(live.length > 1 ? [`${live.length} subscriptions of one person run`] : []),
    ...(new Set(periods).size < periods.length ? ['a period of Plus was paid twice'] : []),
  ];
}

const statuses: Partial<Record<Stripe.Subscription.Status, readonly SubscriptionStatus[]>> = {
  trialing: ['trialing', 'active', 'cancelling'],
  active: ['active', 'cancelling'],
  past_due: ['grace', 'past_due'],
  canceled: ['ended'],
};

function subscriptionsAgree(world: MoneyWorld): string[] {
  const { subscriptions } = atProvider(world);
  return rows(world, 'subscriptions').flatMap((row) => {
    const theirs = subscriptions.get(String(row['provider_subscription_id']));
    const status = row['status'] as SubscriptionStatus;
    if (!theirs) return isLive(status) ? [`a subscription is ${status} that there is not`] : [];
    const fits = statuses[theirs.status]?.includes(status) ?? true;
    return fits ? [] : [`a subscription is ${status}, at the provider ${theirs.status}`];
  });
}

/** What was wanted was done, given back to the cent, or waits for a person. */
function instructionsEnded(world: MoneyWorld): string[] {
  const refunds = refundsOf(world);
  const intents = atProvider(world).invoiceOfIntent;
  return rows(world, 'subscriptions').flatMap((row) => {
    const waits = rows(world, 'provider_calls').some(
      (call) => call['subject_id'] === row['id'] && call['needs_person_at'] !== null,
    );
    const wanted = ['wanted_plan_id', 'wanted_end', 'wanted_method_id'].filter(
      (name) => row[name] !== null,
    );
    const back = sum(
      refunds
        .filter((one) => intents.get(idOf(one.payment_intent)) === row['refund_invoice_id'])
        .map(({ amount }) => amount),
    );
    const due = row['status'] === 'ended' ? num(row['refund_minor']) : 0;
    return [
      ...(waits ? [] : wanted.map((name) => `a subscription still has ${name}`)),
      ...(waits || back === due ? [] : [`${back} of Plus went back, not ${due}`]),
    ];
  });
}
