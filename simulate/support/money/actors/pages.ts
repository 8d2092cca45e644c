import { attemptInvoice } from '../../../../src/dev/payments/actions/billing/collect-invoice.ts';
import {
  finishAuthentication,
  paySession,
} from '../../../../src/dev/payments/actions/checkout/pay-session.ts';
import { buildPaymentMethod } from '../../../../src/dev/payments/objects/payment-method.ts';
import type { NearProvider } from '../../near-provider.ts';
import { type CardName, cards } from '../steps.ts';

const inputOf = (card: CardName) => ({
  number: cards[card],
  expMonth: 12,
  expYear: 2040,
  name: 'Ada Example',
  email: null,
});

/** Somebody goes through the provider's page at that address, and through their bank's. */
export function payPage(
  provider: NearProvider,
  url: string,
  { card, bank }: { card: CardName; bank: 'complete' | 'fail' },
): void {
  const op = provider.begin();
  const session = op.store.sessions.get(url.split('/').at(-1)!);
  if (session?.status !== 'open') return;
  const outcome = paySession(op, session, inputOf(card));
  if (outcome.kind !== 'authenticate') return;
  const { intents, setupIntents } = op.store;
  const intent = intents.get(outcome.intentId) ?? setupIntents.get(outcome.intentId)!;
  finishAuthentication(op, session, intent, bank);
}

/** Somebody pays what they owe on the page of the provider's invoice. */
export function payInvoicePage(provider: NearProvider, card: CardName): void {
  const op = provider.begin();
  const owed = [...op.store.invoices.values()].find(({ status }) => status === 'open');
  if (!owed) return;
  const method = buildPaymentMethod(inputOf(card), op.now);
  op.store.paymentMethods.set(method.id, method);
  attemptInvoice(op, owed, { offSession: false, method: method.id });
}
