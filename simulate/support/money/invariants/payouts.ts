import type Stripe from 'stripe';
import { payoutFailed, payoutSent } from '../../../../src/domains/payments/index.ts';
import { hasLeft } from '../../../../src/domains/payments/payouts/payout-states.ts';
import type { Row } from '../../memory-database/schema.ts';
import type { MoneyWorld } from '../world.ts';
import { num, rows, sum } from './books.ts';

/** Each payout to a bank is known once, as it is, with all its parts; and was told as often as it happened. */
export function samePayouts(world: MoneyWorld): string[] {
  const noted = rows(world, 'payouts');
  const seen = [...world.provider.platform.connected.values()].flatMap(({ store }) => [
    ...store.payouts.values(),
  ]);
  return [
    ...seen.flatMap((payout) => {
      const ours = noted.filter((row) => row['provider_payout_id'] === payout.id);
      return payoutHolds(world, payout, ours).map((what) => `payout of ${payout.amount}: ${what}`);
    }),
    ...(noted.length > seen.length ? ['a payout is noted that there is not'] : []),
    ...movedTwice(world),
  ];
}

function payoutHolds(world: MoneyWorld, payout: Stripe.Payout, ours: Row[]): string[] {
  const [row] = ours;
  // Nothing but its events tells of a payout: one that got lost is missed.
  if (world.post.lost > 0 && row?.['status'] !== payout.status) return [];
  if (!row || ours.length > 1) return [`noted ${ours.length} times`];
  const lines = rows(world, 'payout_lines').filter((line) => line['payout_id'] === row['id']);
  const total = sum(lines.map((line) => num(line['amount_minor'])));
  const told = (event: { name: string }) =>
    world.product.jobs.jobs.filter(
      ({ name, data }) =>
        name === `simulation--${event.name}` && (data as Row)['payoutId'] === row['id'],
    ).length;
  const failed = payout.status === 'failed' ? 1 : 0;
  return [
    ...(row['status'] === payout.status ? [] : [`${String(row['status'])}, is ${payout.status}`]),
    ...(num(row['amount_minor']) === payout.amount ? [] : [`noted as ${num(row['amount_minor'])}`]),
    ...(lines.length === 0 || total === payout.amount ? [] : [`its parts make ${total}`]),
    ...(told(payoutFailed) === failed ? [] : [`told ${told(payoutFailed)} times to have failed`]),
    // One that failed may have been seen only then.
    ...(told(payoutSent) === 1 ||
    (failed && told(payoutSent) === 0) ||
    !hasLeft(payout.status as never)
      ? []
      : [`told ${told(payoutSent)} times to have left`]),
  ];
}

/** A transfer reaches a bank once. */
function movedTwice(world: MoneyWorld): string[] {
  const failed = new Set(
    rows(world, 'payouts').flatMap(({ id, status }) => (status === 'failed' ? [id] : [])),
  );
  const moved = rows(world, 'payout_lines').filter(
    (line) => line['kind'] === 'transfer' && !failed.has(line['payout_id']),
  );
  const byTransfer = Map.groupBy(moved, (line) => line['provider_transfer_id']);
  const ours = new Set(rows(world, 'transfers').map((row) => row['provider_transfer_id']));
  return [...byTransfer].flatMap(([id, lines]) => [
    ...(lines.length > 1 ? [`transfer ${String(id)} was paid out ${lines.length} times`] : []),
    ...(ours.has(id) ? [] : [`${String(id)} was paid out, and is none of ours`]),
  ]);
}
