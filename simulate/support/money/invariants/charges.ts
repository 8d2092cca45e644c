import type Stripe from 'stripe';
import { idOf } from '../../../../src/dev/payments/ids.ts';
import type { Row } from '../../memory-database/schema.ts';
import { atProvider, booked, num, type Records, rows, sum } from './books.ts';

type Expect = (holds: boolean, what: string) => void;

/** A charge with what stands behind it at the provider. */
interface Seen {
  charge: Row;
  currency: string;
  received: number;
  refunds: Stripe.Refund[];
  /** Our rows of them. */
  known: Row[];
  kept: number;
  waitsForPerson: boolean;
}

/** What must hold for every charge: captured = refunded + lost + sent on + commission, and nothing half done. */
export const chargesHold = (world: Records): string[] =>
  rows(world, 'charges').flatMap((charge) => {
    const currency = String(charge['currency']);
    const name = `charge of ${num(charge['amount_minor'])} ${currency} (${String(charge['status'])})`;
    const broken: string[] = [];
    const expect: Expect = (holds, what) => void (holds || broken.push(`${name}: ${what}`));
    const seen = lookAt(world, charge, expect);
    refundsHold(seen, expect);
    escrowHolds(world, seen, expect);
    return broken;
  });

function lookAt(world: Records, charge: Row, expect: Expect): Seen {
  const store = atProvider(world);
  const intents = [...store.intents.values()].filter(
    ({ metadata }) => metadata['charge_id'] === charge['id'],
  );
  const taken = intents.filter(({ status }) => status === 'succeeded');
  const received = sum(taken.map(({ amount_received }) => amount_received));
  const captured = num(charge['captured_minor']);
  expect(taken.length <= 1, `paid ${taken.length} times`);
  expect(received === captured, `${received} were taken, ${captured} noted`);
  expect(
    intents.every(({ status }) => status !== 'requires_capture'),
    'the card is still held',
  );
  return {
    charge,
    received,
    currency: String(charge['currency']),
    refunds: [...store.refunds.values()].filter((refund) =>
      intents.some(({ id }) => id === idOf(refund.payment_intent)),
    ),
    known: rows(world, 'refunds').filter((refund) => refund['charge_id'] === charge['id']),
    kept: captured - num(charge['refunded_minor']) - num(charge['lost_minor']),
    waitsForPerson: rows(world, 'provider_calls').some(
      (call) => call['subject_id'] === charge['id'] && call['needs_person_at'] !== null,
    ),
  };
}

const list = (ids: unknown[]): string => ids.map(String).toSorted().join();

function refundsHold(
  { charge, received, refunds, known, kept, waitsForPerson }: Seen,
  expect: Expect,
): void {
  const given = sum(refunds.map(({ amount }) => amount));
  expect(given <= received, `${given} were refunded of ${received}`);
  expect(
    refunds.every(({ status }) => status !== 'pending'),
    'a refund is still on its way',
  );
  expect(
    list(refunds.map(({ id }) => id)) === list(known.map((one) => one['provider_refund_id'])),
    'the refunds are not those of the provider',
  );
  expect(
    sum(known.map((refund) => num(refund['amount_minor']))) === num(charge['refunded_minor']),
    'the refunds do not add up',
  );
  const keep = charge['keep_minor'];
  if (keep === null || waitsForPerson || num(charge['lost_minor']) > 0) return;
  if (charge['last_known_status'] === 'failed') return;
  const wanted = received > 0 ? num(keep) : 0;
  expect(kept === wanted, `${kept} were kept, ${wanted} were to be kept`);
}

function escrowHolds(
  world: Records,
  { charge, currency, known, kept, waitsForPerson }: Seen,
  expect: Expect,
): void {
  const id = String(charge['id']);
  const of = (account: string) => booked(world, account, currency, id);
  // One that came back for a dispute has another in its place.
  const transfer = rows(world, 'transfers').find(
    (row) => row['charge_id'] === id && row['replaced_at'] === null,
  );
  const sent = transfer !== undefined && transfer['sent_at'] !== null;
  expect(-of('escrow') === (sent ? 0 : kept), 'escrow is not what is kept');
  if (kept > 0 && !waitsForPerson) expect(sent, 'what was earned was not sent on');
  if (transfer && sent) {
    const commission = -of('commission');
    const paid = num(transfer['amount_minor']) + num(transfer['netted_minor']);
    const back = num(transfer['reversed_minor']) + num(transfer['owed_minor']);
    expect(
      paid - back + commission === kept,
      `${paid} - ${back} sent and ${commission} commission are not ${kept}`,
    );
  }
  const bounced = sum(
    known.filter(({ status }) => status === 'failed').map((refund) => num(refund['amount_minor'])),
  );
  expect(-of('customer_payable') === bounced, 'what bounced is not owed');
  for (const account of ['escrow_pending', 'provider_pending', 'dispute_hold'])
    expect(of(account) === 0, `something is left in ${account}`);
}
