import {
  type InstructedCharge,
  nextCall,
} from '../../../src/domains/payments/charges/next-call.ts';
import type { Raw } from '../memory-database/interpret.ts';
import type { Row } from '../memory-database/schema.ts';
import { compare, type Store } from '../memory-database/store.ts';

const number = (value: unknown): number => Number(value ?? 0);

/** What the domain writes as SQL text, in the same words. */
export const rawSql = (now: () => Temporal.Instant): Raw => ({
  statements: {
    // The sweep: what is wanted and not done, and not left to a person.
    'select id from payments.charges as charge where': (store, [before, limit]) =>
      store
        .rows('payments.charges')
        .filter((charge) => nextCall(charge as unknown as InstructedCharge, now()))
        .filter((charge) => compare(charge['updated_at'], before) < 0)
        .filter((charge) => !waitsForPerson(store, charge))
        .toSorted((a, b) => compare(a['updated_at'], b['updated_at']))
        .slice(0, number(limit)),
    'update payments.charges set wake_at': claim('payments.charges', 'wake_at'),
    'update payments.transfers set next_try_at': claim('payments.transfers', 'next_try_at'),
    // One connection has the store for itself already.
    'select pg_advisory_xact_lock': () => [],
    'select coalesce(sum(netted_minor), 0)::bigint as minor from payments.transfers': (
      store,
      [person, currency, platform, but],
    ) => {
      const reserved = store
        .rows('payments.transfers')
        .filter((one) => one['person_id'] === person && one['currency'] === currency)
        .filter(
          (one) => one['platform'] === platform && one['id'] !== but && one['sent_at'] === null,
        );
      return [{ minor: reserved.reduce((sum, one) => sum + number(one['netted_minor']), 0) }];
    },
    'update payments.customers set looks_begun': beginLook('payments.customers'),
    'update payments.subscriptions set looks_begun': beginLook('payments.subscriptions'),
    'update payments.saved_cards set is_default = false': (store, [seen, at, customer]) => {
      for (const card of store.rows('payments.saved_cards')) {
        if (card['customer_id'] !== customer || card['removed_at'] !== null) continue;
        const isSeen = (seen as unknown[]).includes(card['provider_method_id']);
        const removed_at = isSeen ? null : Temporal.Instant.from(String(at));
        store.update('payments.saved_cards', card, { is_default: false, removed_at });
      }
      return [];
    },
    'insert into payments.payout_lines': (store, [payout, ...columns]) => {
      const [ids, kinds, transfers, payments, amounts, times] = columns as unknown[][];
      ids!.forEach((id, place) => {
        const row = {
          payout_id: payout,
          balance_transaction_id: id,
          kind: kinds![place],
          provider_transfer_id: transfers![place],
          provider_payment_id: payments![place],
          amount_minor: amounts![place],
          happened_at: Temporal.Instant.from(String(times![place])),
        };
        const known = store.conflict('payments.payout_lines', row, { key: 'payout_lines_pkey' });
        if (!known) store.insert('payments.payout_lines', row);
      });
      return [];
    },
  },
  expressions: {
    "'customer:' || id": (row) => `customer:${String(row['id'])}`,
    "'subscription:' || id": (row) => `subscription:${String(row['id'])}`,
    "status = 'ended'": (row) => row['status'] === 'ended',
    '(select plan.currency from payments.plans plan where plan.id = plan_id)': (row, store) =>
      store.rows('payments.plans').find(({ id }) => id === row['plan_id'])!['currency'],
    'owed_minor > recovered_minor + written_off_minor': (row) =>
      number(row['owed_minor']) > number(row['recovered_minor']) + number(row['written_off_minor']),
  },
});

const beginLook =
  (table: string) =>
  (store: Store, [id]: unknown[]): Row[] => {
    const row = store.rows(table).find((one) => one['id'] === id)!;
    const look = number(row['looks_begun']) + 1;
    store.update(table, row, { looks_begun: look });
    return [{ look }];
  };

/** Takes what is due, and puts it off until the taker must be dead. */
const claim =
  (table: string, column: string) =>
  (store: Store, parameters: unknown[]): Row[] => {
    const [until, before, limit] = parameters;
    const due = store
      .rows(table)
      .filter((row) => compare(row[column], before) <= 0)
      .toSorted((a, b) => compare(a[column], b[column]))
      .slice(0, number(limit));
    for (const row of due)
      store.update(table, row, { [column]: Temporal.Instant.from(String(until)) });
    return due.map(({ id }) => ({ id }));
  };

const waitsForPerson = (store: Store, charge: Row): boolean =>
  store
    .rows('payments.provider_calls')
    .some(
      (call) =>
        call['subject_kind'] === 'charge' &&
        call['subject_id'] === charge['id'] &&
        call['status'] === 'failed' &&
        call['needs_person_at'] !== null,
    );
