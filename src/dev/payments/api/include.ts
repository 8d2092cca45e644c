import type { Store } from '../store.ts';

type Json = Record<string, unknown>;

function listOf(data: readonly object[], url: string): object {
  return {
    object: 'list',
    data: data.slice(0, 10),
    has_more: data.length > 10,
    url,
  };
}

const newestFirst = <T>(items: Iterable<T>, fits: (item: T) => boolean): T[] =>
  [...items].filter(fits).toReversed();

function confirmationSecret(store: Store, invoice: string): object | null {
  const payment = newestFirst(
    store.invoicePayments.values(),
    (item) => item.invoice === invoice,
  )[0];
  const intent = store.intents.get(String(payment?.payment.payment_intent ?? ''));
  return intent ? { client_secret: intent.client_secret, type: 'payment_intent' } : null;
}

/** Fields that are left out unless asked for. */
export function include(store: Store, object: Json, field: string): object | null | undefined {
  const id = String(object['id']);
  switch (`${String(object['object'])}.${field}`) {
    case 'checkout.session.line_items':
      return listOf(
        store.sessionDetails.get(id)?.lineItems ?? [],
        `/v1/checkout/sessions/${id}/line_items`,
      );
    case 'charge.refunds':
      return listOf(
        newestFirst(store.refunds.values(), (refund) => refund.charge === id),
        `/v1/charges/${id}/refunds`,
      );
    case 'customer.subscriptions':
      return listOf(
        newestFirst(
          store.subscriptions.values(),
          ({ customer, status }) => customer === id && status !== 'canceled',
        ),
        `/v1/customers/${id}/subscriptions`,
      );
    case 'invoice.payments':
      return listOf(
        newestFirst(store.invoicePayments.values(), ({ invoice }) => invoice === id),
        '/v1/invoice_payments',
      );
    case 'invoice.confirmation_secret':
      return confirmationSecret(store, id);
    default:
      return undefined;
  }
}
