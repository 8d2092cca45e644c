import { idOf } from '../../../src/dev/payments/ids.ts';
import type { Store } from '../../../src/dev/payments/store.ts';
import type { Row } from '../memory-database/schema.ts';

/** Our rows and the provider's objects, wherever they are kept: a MoneyWorld, or read from a database. */
export interface Records {
  surprises: unknown[];
  provider: {
    failures: unknown[];
    platform: {
      own: {
        store: Pick<Store, 'intents' | 'refunds' | 'transfers' | 'balanceTransactions'>;
      };
    };
  };
  store: { rows(table: string): Row[] };
  /** Their ids. */
  charges: string[];
}

/** What must hold once a world has come to rest; each broken one in a sentence. */
export function violations(world: Records): string[] {
  return [
    ...new Set(
      world.surprises.map((error) => `surprise: ${(error as Error).stack ?? String(error)}`),
    ),
    ...world.provider.failures.map((error) => `the provider failed: ${String(error)}`),
    ...balancedTransactions(world),
    ...callsThatEnded(world),
    ...feesBookedOnce(world),
    ...providerBalance(world),
    ...world.charges.flatMap((id) => chargeHolds(world, id)),
    ...transfersAtProvider(world),
    ...receivables(world),
  ];
}

const rows = (world: Records, table: string): Row[] => world.store.rows(`payments.${table}`);
const num = (value: unknown): number => Number(value ?? 0);
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Debits equal credits, for each posting, market and currency. */
function balancedTransactions(world: Records): string[] {
  const entries = rows(world, 'ledger_entries');
  const byPosting = Map.groupBy(entries, (entry) =>
    [entry['transaction_id'], entry['market_code'], entry['currency']].join(' '),
  );
  const empty = rows(world, 'ledger_transactions').filter(
    ({ id }) => !entries.some((entry) => entry['transaction_id'] === id),
  );
  return [
    ...[...byPosting]
      .filter(([, lines]) => sum(lines.map((line) => num(line['amount_minor']))) !== 0)
      .map(([posting]) => `posting ${posting} does not balance`),
    ...empty.map(({ kind }) => `a ${String(kind)} without lines was booked`),
  ];
}

/** No call is left open, none was sent under another's key. */
function callsThatEnded(world: Records): string[] {
  const calls = rows(world, 'provider_calls');
  const open = calls.filter(({ status }) => status === 'pending' || status === 'unknown');
  const keys = Map.groupBy(calls, (call) => call['idempotency_key']);
  return [
    ...open.map(
      (call) => `call ${String(call['idempotency_key'])} is still ${String(call['status'])}`,
    ),
    ...[...keys]
      .filter(([, same]) => same.length > 1)
      .map(([key]) => `key ${String(key)} was used twice`),
  ];
}

const booked = (world: Records, account: string, currency: string, chargeId?: string): number => {
  const postings = new Map(
    rows(world, 'ledger_transactions').map((posting) => [posting['id'], posting]),
  );
  return sum(
    rows(world, 'ledger_entries')
      .filter((entry) => entry['account'] === account && entry['currency'] === currency)
      .filter(
        (entry) => !chargeId || postings.get(entry['transaction_id'])?.['charge_id'] === chargeId,
      )
      .map((entry) => num(entry['amount_minor'])),
  );
};

const atProvider = (world: Records) => world.provider.platform.own.store;
const currenciesOf = (world: Records): string[] => [
  ...new Set(rows(world, 'charges').map((charge) => String(charge['currency']))),
];

/** Every balance transaction's fee is booked once. */
function feesBookedOnce(world: Records): string[] {
  return currenciesOf(world).flatMap((currency) => {
    const fees = sum(
      [...atProvider(world).balanceTransactions.values()]
        .filter((one) => one.currency.toUpperCase() === currency && one.type !== 'payout')
        .map(({ fee }) => fee),
    );
    const ours = booked(world, 'provider_fees', currency) + booked(world, 'dispute_fees', currency);
    return ours === fees ? [] : [`fees in ${currency}: ${ours} booked, ${fees} at the provider`];
  });
}

/** Our account at the provider says what the provider says. */
function providerBalance(world: Records): string[] {
  return currenciesOf(world).flatMap((currency) => {
    const theirs = sum(
      [...atProvider(world).balanceTransactions.values()]
        .filter((one) => one.currency.toUpperCase() === currency && one.type !== 'payout')
        .map(({ net }) => net),
    );
    const ours = booked(world, 'provider', currency);
    return ours === theirs
      ? []
      : [`balance in ${currency}: ${ours} booked, ${theirs} at the provider`];
  });
}

function chargeHolds(world: Records, chargeId: string): string[] {
  const charge = rows(world, 'charges').find(({ id }) => id === chargeId)!;
  const currency = String(charge['currency']);
  const name = `charge of ${num(charge['amount_minor'])} ${currency} (${String(charge['status'])})`;
  const broken: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || broken.push(`${name}: ${what}`));

  const intents = [...atProvider(world).intents.values()].filter(
    ({ metadata }) => metadata['charge_id'] === chargeId,
  );
  const taken = intents.filter(({ status }) => status === 'succeeded');
  expect(taken.length <= 1, `paid ${taken.length} times`);
  const received = sum(taken.map(({ amount_received }) => amount_received));
  expect(
    received === num(charge['captured_minor']),
    `${received} were taken, ${num(charge['captured_minor'])} noted`,
  );
  const holding = intents.filter(({ status }) => status === 'requires_capture');
  expect(holding.length === 0, 'the card is still held');

  const refunds = [...atProvider(world).refunds.values()].filter((refund) =>
    intents.some(({ id }) => id === idOf(refund.payment_intent)),
  );
  expect(sum(refunds.map(({ amount }) => amount)) <= received, 'more was refunded than taken');
  expect(
    refunds.every(({ status }) => status !== 'pending'),
    'a refund is still on its way',
  );
  const known = rows(world, 'refunds').filter((refund) => refund['charge_id'] === chargeId);
  expect(
    refunds
      .map(({ id }) => id)
      .toSorted()
      .join() ===
      known
        .map((refund) => String(refund['provider_refund_id']))
        .toSorted()
        .join(),
    'the refunds are not those of the provider',
  );
  expect(
    sum(known.map((refund) => num(refund['amount_minor']))) === num(charge['refunded_minor']),
    'the refunds do not add up',
  );

  const lost = num(charge['lost_minor']);
  const kept = num(charge['captured_minor']) - num(charge['refunded_minor']) - lost;
  const waits = rows(world, 'provider_calls').some(
    (call) => call['subject_id'] === chargeId && call['needs_person_at'] !== null,
  );
  const keep = charge['keep_minor'];
  if (keep !== null && !waits && lost === 0 && charge['last_known_status'] !== 'failed')
    expect(
      kept === (received > 0 ? num(keep) : 0),
      `${kept} were kept, ${num(keep)} were to be kept`,
    );

  const bounced = sum(
    known.filter(({ status }) => status === 'failed').map((refund) => num(refund['amount_minor'])),
  );
  const transfer = rows(world, 'transfers').find((row) => row['charge_id'] === chargeId);
  const sent = transfer !== undefined && transfer['sent_at'] !== null;
  expect(
    -booked(world, 'escrow', currency, chargeId) === (sent ? 0 : kept),
    'escrow is not what is kept',
  );
  if (kept > 0 && !waits) expect(sent, 'what was earned was not sent on');
  if (transfer && sent) {
    const commission = -booked(world, 'commission', currency, chargeId);
    const paid = num(transfer['amount_minor']) + num(transfer['netted_minor']);
    const back = num(transfer['reversed_minor']) + num(transfer['owed_minor']);
    expect(
      paid - back + commission === kept,
      `${paid} - ${back} sent and ${commission} commission are not ${kept}`,
    );
  }
  expect(
    -booked(world, 'customer_payable', currency, chargeId) === bounced,
    'what bounced is not owed',
  );
  expect(booked(world, 'escrow_pending', currency, chargeId) === 0, 'something is still pending');
  expect(booked(world, 'dispute_hold', currency, chargeId) === 0, 'something is still disputed');
  expect(booked(world, 'provider_pending', currency, chargeId) === 0, 'something is still held');
  return broken;
}

/** Every transfer is one of ours, is sent once, and is back by as much as we noted. */
function transfersAtProvider(world: Records): string[] {
  const ours = rows(world, 'transfers').filter((row) => row['provider_transfer_id'] !== null);
  const theirs = [...atProvider(world).transfers.values()];
  const line = (id: unknown, amount: unknown, reversed: unknown) =>
    [id, num(amount), num(reversed)].join(' ');
  const noted = ours.map((row) =>
    line(row['provider_transfer_id'], row['amount_minor'], row['reversed_minor']),
  );
  const seen = theirs.map((one) => line(one.id, one.amount, one.amount_reversed));
  return noted.toSorted().join() === seen.toSorted().join()
    ? []
    : [`transfers noted: ${noted.join(', ')}; at the provider: ${seen.join(', ')}`];
}

/** What the books say is owed is what the transfers say is owed. */
function receivables(world: Records): string[] {
  return currenciesOf(world).flatMap((currency) => {
    const owed = sum(
      rows(world, 'transfers')
        .filter((row) => row['currency'] === currency)
        .map(
          (row) =>
            num(row['owed_minor']) - num(row['recovered_minor']) - num(row['written_off_minor']),
        ),
    );
    const ours = booked(world, 'receivable', currency);
    return ours === owed ? [] : [`receivable in ${currency}: ${ours} booked, ${owed} owed`];
  });
}
