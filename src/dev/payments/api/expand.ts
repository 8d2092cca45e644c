import type { Scope } from '../platform.ts';
import type { Store } from '../store.ts';
import { invalidRequest } from './errors.ts';
import { include } from './include.ts';

const depthMax = 4;

type Json = Record<string, unknown>;

/** Where the objects lie whose ids begin so. */
const partOfPrefix: Record<string, keyof Store> = {
  acct: 'accounts',
  ba: 'bankAccounts',
  bpc: 'portalConfigurations',
  ch: 'charges',
  clock: 'clocks',
  cs: 'sessions',
  cus: 'customers',
  du: 'disputes',
  file: 'files',
  ii: 'invoiceItems',
  in: 'invoices',
  pi: 'intents',
  pm: 'paymentMethods',
  po: 'payouts',
  price: 'prices',
  prod: 'products',
  py: 'charges',
  pyr: 'refunds',
  re: 'refunds',
  setatt: 'setupAttempts',
  seti: 'setupIntents',
  sub: 'subscriptions',
  tr: 'transfers',
  txn: 'balanceTransactions',
};

/** Fields that hold an id by default and may be asked for as the whole object. */
const expandable = new Set(
  `balance_transaction charge configuration customer default_payment_method default_price destination
  destination_payment failure_balance_transaction invoice latest_attempt latest_charge latest_invoice
  payment_intent payment_method pending_setup_intent price product setup_intent source source_transaction
  source_transfer subscription test_clock transfer transfer_reversal`.split(/\s+/),
);

function lookup(scope: Scope, field: string, id: string): object | undefined {
  if (!expandable.has(field)) return undefined;
  const part = partOfPrefix[id.split('_', 1)[0] ?? ''];
  if (part === undefined) return undefined;
  const { own, connected } = scope.platform;
  const found = (store: Store) => (store[part] as Map<string, object>).get(id);
  // A transfer's other end lies in the other account.
  if (field === 'destination_payment') {
    for (const { store } of connected.values()) if (found(store)) return found(store);
  }
  if (field === 'source_transfer' || part === 'accounts') return found(own.store);
  return found(scope.store) ?? findReversal(scope, id);
}

function findReversal({ platform }: Scope, id: string): object | undefined {
  if (!id.startsWith('trr_')) return undefined;
  for (const transfer of platform.own.store.transfers.values()) {
    const reversal = transfer.reversals.data.find((candidate) => candidate.id === id);
    if (reversal) return reversal;
  }
  return undefined;
}

/** The object with what the path leads to in place of its id; only what lies on the path is new. */
function expandPath(scope: Scope, object: Json, names: readonly string[], path: string): Json {
  const [name, ...rest] = names;
  if (name === undefined) return object;
  const value = object[name];
  if (value === null) return object;
  if (Array.isArray(value)) {
    const items = (value as Json[]).map((item) => expandPath(scope, item, rest, path));
    return { ...object, [name]: items };
  }
  const found =
    value === undefined
      ? include(scope.store, object, name)
      : typeof value === 'string'
        ? lookup(scope, name, value)
        : typeof value === 'object'
          ? value
          : undefined;
  if (found === null) return { ...object, [name]: null };
  if (!found) {
    throw invalidRequest(`This property cannot be expanded: ${path}.`, { param: 'expand' });
  }
  return { ...object, [name]: expandPath(scope, found as Json, rest, path) };
}

/** The answer with the asked-for ids replaced by the objects they stand for; what is stored stays as it is. */
export function expand(scope: Scope, answer: object, paths: readonly string[]): object {
  return paths.reduce((expanded: Json, path) => {
    const names = path.split('.');
    if (names.length > depthMax) {
      throw invalidRequest(`You can expand at most ${depthMax} levels deep: ${path}.`, {
        param: 'expand',
      });
    }
    return expandPath(scope, expanded, names, path);
  }, answer as Json);
}
