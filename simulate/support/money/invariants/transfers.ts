import { atProvider, booked, currenciesOf, num, type Records, rows, sum } from './books.ts';

/** Every transfer is one of ours, is sent once, and is back by as much as we noted. */
export function sameTransfers(world: Records): string[] {
  const line = (...parts: unknown[]) => parts.join(' ');
  const noted = rows(world, 'transfers')
    .filter((row) => row['provider_transfer_id'] !== null)
    .map((row) =>
      line(row['provider_transfer_id'], row['amount_minor'], num(row['reversed_minor'])),
    );
  const seen = [...atProvider(world).transfers.values()].map((one) =>
    line(one.id, one.amount, one.amount_reversed),
  );
  return noted.toSorted().join() === seen.toSorted().join()
    ? []
    : [`transfers noted: ${noted.join(', ')}; at the provider: ${seen.join(', ')}`];
}

/** What the books say is owed is what the transfers say is owed. */
export function receivables(world: Records): string[] {
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
