import {
  balancedPostings,
  callsEnded,
  escrowNeverNegative,
  type Records,
  sameBalance,
} from './invariants/books.ts';
import { chargesHold } from './invariants/charges.ts';
import { samePayouts } from './invariants/payouts.ts';
import { plusHolds } from './invariants/plus.ts';
import { receivables, sameTransfers } from './invariants/transfers.ts';
import { compareMovements } from './nightly.ts';
import type { MoneyWorld } from './world.ts';

export type { Records } from './invariants/books.ts';

/** What must hold of lessons once all has come to rest; each broken one in a sentence. */
export const violations = (world: Records): string[] => [
  ...new Set(
    world.surprises.map((error) => `surprise: ${(error as Error).stack ?? String(error)}`),
  ),
  ...world.provider.failures.map((error) => `the provider failed: ${String(error)}`),
  ...balancedPostings(world),
  ...escrowNeverNegative(world),
  ...sameBalance(world),
  ...callsEnded(world),
  ...chargesHold(world),
  ...sameTransfers(world),
  ...receivables(world),
];

/** The same of all that a drawn world has. */
export const worldViolations = (world: MoneyWorld): string[] => [
  ...violations(world),
  ...movementsBookedOnce(world),
  ...samePayouts(world),
  ...plusHolds(world),
  ...nothingKeptOfRequests(world),
];

/** What nobody has accepted leaves nothing with us. */
const nothingKeptOfRequests = (world: MoneyWorld): string[] =>
  world.charges
    .map((id) => world.charge(id))
    .filter((charge) => !world.requests.isLesson(charge))
    .map(
      ({ captured_minor: captured, refunded_minor: refunded, lost_minor: lost }) =>
        Number(captured) - Number(refunded) - Number(lost),
    )
    .filter((kept) => kept > 0)
    .map((kept) => `${kept} was kept of a request that nobody accepted`);

/** Every balance transaction of the provider is booked once, to the cent. */
const movementsBookedOnce = (world: MoneyWorld): string[] =>
  compareMovements(world)
    .filter(({ movement, bookedMinor }) => movement.netMinor !== bookedMinor)
    .map(
      ({ movement: { type, netMinor }, bookedMinor }) =>
        `a ${type} of ${netMinor} at the provider is booked as ${bookedMinor}`,
    );
