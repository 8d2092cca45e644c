import type Stripe from 'stripe';

/** What happens inside a connected account when we send it money: we follow the sending itself. */
const insideAccounts = ['application_fee', 'balance', 'capability', 'charge', 'person', 'refund'];

/** What we made ourselves, or look at in other ways: each night's comparison, each bill as a whole. */
const ofPlatform = [
  'balance',
  'billing_portal.configuration',
  'billing_portal.session',
  'file',
  'invoice_payment',
  'invoiceitem',
  'plan',
  'price',
  'product',
  'test_helpers.test_clock',
];

/** Whether nothing of ours ever moves by an event of this kind, so that nobody need look at it. */
export function isOfNoConcern({ type, account, data }: Stripe.Event): boolean {
  const object = (data?.object as { object?: string } | undefined)?.object ?? '';
  if (account) return insideAccounts.includes(object);
  // Our own way to the bank is booked by the comparison; a person must see to what did not arrive.
  if (object === 'payout') return type !== 'payout.failed';
  return ofPlatform.includes(object);
}
