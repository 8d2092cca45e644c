import { idOf } from '../ids.ts';
import { automatic, lineItem, type World } from '../test-world.ts';

const address = { refresh_url: 'http://shop.test/again', return_url: 'http://shop.test/back' };

/** Payments and what comes of them. */
async function payments(world: World): Promise<Record<string, object>> {
  const { stripe } = world;
  const { session, intent } = await world.pay(automatic, { card: '4000000000000259' });
  const second = await world.pay(automatic);
  const refund = await stripe.refunds.create({ payment_intent: second.intent.id });
  world.advance({ seconds: 5 });
  const [dispute] = (await stripe.disputes.list()).data;
  const [event] = (await stripe.events.list()).data;
  const [transaction] = (await stripe.balanceTransactions.list()).data;
  const file = await stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: Buffer.from('%PDF'), name: 'receipt.pdf', type: 'application/pdf' },
  });
  return {
    charge: await stripe.charges.retrieve(idOf(intent.latest_charge)),
    'checkout.session': session,
    payment_intent: intent,
    payment_method: await stripe.paymentMethods.retrieve(idOf(intent.payment_method)),
    refund,
    dispute: dispute!,
    event: event!,
    balance: await stripe.balance.retrieve(),
    balance_transaction: transaction!,
    file,
  };
}

/** Accounts and money that goes on. */
async function payingOut(world: World): Promise<Record<string, object>> {
  const { stripe } = world;
  const account = await stripe.accounts.create({
    type: 'express',
    country: 'GB',
    capabilities: { transfers: { requested: true }, card_payments: { requested: true } },
    external_account: {
      object: 'bank_account',
      country: 'GB',
      currency: 'gbp',
      account_number: '00012345',
    },
  });
  await world.control('POST', `/accounts/${account.id}`, { state: 'enabled' });
  const { intent } = await world.pay({ ...automatic, line_items: [lineItem('gbp', 9000)] });
  const transfer = await stripe.transfers.create({
    amount: 5000,
    currency: 'gbp',
    destination: account.id,
    source_transaction: idOf(intent.latest_charge),
  });
  const reversal = await stripe.transfers.createReversal(transfer.id, { amount: 1000 });
  world.advance({ days: 3 });
  const [payout] = (await stripe.payouts.list({}, { stripeAccount: account.id })).data;
  return {
    account: await stripe.accounts.retrieve(account.id),
    account_link: await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      ...address,
    }),
    bank_account: account.external_accounts!.data[0]!,
    capability: await stripe.accounts.retrieveCapability(account.id, 'transfers'),
    login_link: await stripe.accounts.createLoginLink(account.id),
    payout: payout!,
    transfer,
    transfer_reversal: reversal,
  };
}

/** Customers, their plans and their invoices. */
async function billing(world: World): Promise<Record<string, object>> {
  const { stripe } = world;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: world.seconds() });
  const customer = await stripe.customers.create({
    email: 'a@example.com',
    payment_method: 'pm_card_visa',
    test_clock: clock.id,
  });
  const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
  const setup = await stripe.setupIntents.create({
    customer: customer.id,
    payment_method: method!.id,
    confirm: true,
    return_url: address.return_url,
  });
  const product = await stripe.products.create({ name: 'Plus' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'gbp',
    unit_amount: 900,
    recurring: { interval: 'month' },
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: method!.id,
    expand: ['latest_invoice.payments'],
  });
  const invoice = await stripe.invoices.retrieve(
    (subscription.latest_invoice as { id: string }).id,
  );
  const item = await stripe.invoiceItems.create({
    customer: customer.id,
    amount: 300,
    currency: 'gbp',
  });
  const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data;
  const [attempt] = (await stripe.setupAttempts.list({ setup_intent: setup.id })).data;
  const credit = await stripe.customers.createBalanceTransaction(customer.id, {
    amount: -500,
    currency: 'gbp',
  });
  const portal = await stripe.billingPortal.sessions.create({ customer: customer.id });
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://shop.test/done',
    line_items: [lineItem('gbp', 500)],
  });
  return {
    customer: await stripe.customers.retrieve(customer.id),
    setup_intent: setup,
    setup_attempt: attempt!,
    product,
    price,
    subscription,
    subscription_item: subscription.items.data[0]!,
    invoice,
    line_item: invoice.lines.data[0]!,
    invoiceitem: item,
    invoice_payment: payment!,
    customer_balance_transaction: credit,
    item: (await stripe.checkout.sessions.listLineItems(session.id)).data[0]!,
    'billing_portal.session': portal,
    'billing_portal.configuration': await stripe.billingPortal.configurations.retrieve(
      idOf(portal.configuration),
    ),
    'test_helpers.test_clock': clock,
    webhook_endpoint: await stripe.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/hook',
      enabled_events: ['charge.succeeded'],
    }),
  };
}

/** One of each kind of object, made over HTTP, under the names of the published examples. */
export async function makeObjects(world: World): Promise<Record<string, object>> {
  return { ...(await payments(world)), ...(await payingOut(world)), ...(await billing(world)) };
}
