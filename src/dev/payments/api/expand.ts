import type { Store } from '../store.ts';
import { invalidRequest } from './errors.ts';

const depthMax = 4;

type Json = Record<string, unknown>;

/** Fields that hold an id by default, and where the whole object lies. */
function lookup(store: Store, field: string, id: string): object | undefined {
  switch (field) {
    case 'payment_intent':
      return store.intents.get(id);
    case 'charge':
    case 'latest_charge':
      return store.charges.get(id);
    case 'balance_transaction':
    case 'failure_balance_transaction':
      return store.balanceTransactions.get(id);
    case 'customer':
      return store.customers.get(id);
    case 'payment_method':
      return store.paymentMethods.get(id);
    case 'source':
      return store.charges.get(id) ?? store.refunds.get(id) ?? store.disputes.get(id);
    default:
      return undefined;
  }
}

/** Fields that are left out unless asked for. */
function include(store: Store, object: Json, field: string): object | undefined {
  const id = String(object['id']);
  if (object['object'] === 'checkout.session' && field === 'line_items') {
    const data = structuredClone(store.sessionDetails.get(id)?.lineItems ?? []);
    return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` };
  }
  if (object['object'] === 'charge' && field === 'refunds') {
    const data = [...store.refunds.values()].filter((refund) => refund.charge === id).toReversed();
    return {
      object: 'list',
      data: structuredClone(data.slice(0, 10)),
      has_more: data.length > 10,
      url: `/v1/charges/${id}/refunds`,
    };
  }
  return undefined;
}

function expandPath(store: Store, object: Json, names: readonly string[], path: string): void {
  const [name, ...rest] = names;
  if (name === undefined) return;
  const value = object[name];
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const item of value as Json[]) expandPath(store, item, rest, path);
    return;
  }
  const found =
    value === undefined
      ? include(store, object, name)
      : typeof value === 'string'
        ? structuredClone(lookup(store, name, value))
        : typeof value === 'object'
          ? value
          : undefined;
  if (!found) {
    throw invalidRequest(`This property cannot be expanded: ${path}.`, { param: 'expand' });
  }
  object[name] = found;
  expandPath(store, found as Json, rest, path);
}

/** A copy of the answer with the asked-for ids replaced by the objects they stand for. */
export function expand(store: Store, answer: object, paths: readonly string[]): object {
  const copy = structuredClone(answer) as Json;
  for (const path of paths) {
    const names = path.split('.');
    if (names.length > depthMax) {
      throw invalidRequest(`You can expand at most ${depthMax} levels deep: ${path}.`, {
        param: 'expand',
      });
    }
    expandPath(store, copy, names, path);
  }
  return copy;
}
