import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { reconciliationDiffers } from '../events.ts';
import { jobNames } from '../job-names.ts';
import { book } from '../ledger/book.ts';
import { mainPlatform } from '../provider/platforms.ts';
import { provider } from '../provider/stripe.ts';
import { closeFound, closeSettled, findOpenMovements, openCases } from './cases.queries.ts';
import { lookBehind } from './look-behind.ts';
import { type Movement, observeMovement } from './movements.ts';
import {
  compareMovements,
  findLonePostings,
  readMovements,
  saveMovements,
  sumTotals,
  tieBookings,
} from './movements.queries.ts';
import { ownPostings } from './own-postings.ts';
import {
  beginReconciliation,
  finishReconciliation,
  type Reconciliation,
  type Tally,
} from './reconciliations.queries.ts';

/** A posting may be some minutes ahead of the provider's list. */
const settlingHours = 1;

/** Starts a comparison for each platform account. */
export async function reconcileAll(ctx: Ctx): Promise<void> {
  for (const platform of [mainPlatform, ...ctx.config.stripePlatforms.keys()])
    await ctx.jobs.enqueue(ctx, jobNames.reconcile, { platform });
}

/**
 * Compares our books with the provider's movements of one platform account, both ways. What was
 * missed is looked at and booked by the noun it belongs to; what then still differs opens a case.
 * Throws reconciliation_running, and the SDK's errors.
 */
export async function reconcile(ctx: Ctx, { platform }: { platform: string }): Promise<void> {
  const run = await beginReconciliation(ctx, platform);
  try {
    const tally = await compare(ctx, run);
    const totals = await sumTotals(ctx, platform);
    await inTransaction(ctx, async (ctx) => {
      await finishReconciliation(ctx, run.id, { ...tally, totals });
      const { opened } = tally;
      if (opened > 0)
        await ctx.events.publish(ctx, reconciliationDiffers, { reconciliationId: run.id, opened });
    });
  } catch (error) {
    await finishReconciliation(ctx, run.id, { error: (error as Error).message.slice(0, 500) });
    throw error;
  }
}

async function compare(ctx: Ctx, run: Reconciliation): Promise<Tally> {
  const tally = { movements: 0, opened: 0, closed: 0 };
  const add = (more: Partial<Tally>) => {
    for (const [key, count] of Object.entries(more)) tally[key as keyof Tally] += count;
  };
  for await (const movements of readPages(ctx, run)) {
    add({ movements: movements.length });
    add(await settle(ctx, run, movements));
  }
  for await (const movements of openPages(ctx, run)) add(await settle(ctx, run, movements));
  add({ opened: await openForLonePostings(ctx, run) });
  add({ closed: await closeFound(ctx, run.platform) });
  return tally;
}

/** The provider's movements of the span, a page at a time, newest first. */
async function* readPages(ctx: Ctx, run: Reconciliation): AsyncGenerator<Movement[]> {
  const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000);
  const created = { gte: seconds(run.from_at), lte: seconds(run.until_at) };
  let after: string | undefined;
  for (;;) {
    const page: Stripe.ApiList<Stripe.BalanceTransaction> = await provider(
      ctx,
      run.platform,
    ).balanceTransactions.list({
      created,
      limit: 100,
      expand: ['data.source'],
      ...(after && { starting_after: after }),
    });
    if (page.data.length > 0) yield page.data.map(observeMovement);
    after = page.data.at(-1)?.id;
    if (!page.has_more || !after) return;
  }
}

/** What older cases are about, a page at a time. */
async function* openPages(ctx: Ctx, { platform }: Reconciliation): AsyncGenerator<Movement[]> {
  let afterId: string | undefined;
  do {
    const cases = await findOpenMovements(ctx, { platform, afterId, limit: 100 });
    if (cases.length > 0)
      yield readMovements(
        ctx,
        cases.map(({ movementId }) => movementId),
      );
    afterId = cases.at(-1)?.id;
  } while (afterId);
}

/** Books what was missed, and opens or closes the cases of these movements. */
async function settle(
  outer: Ctx,
  run: Reconciliation,
  movements: readonly Movement[],
): Promise<Pick<Tally, 'opened' | 'closed'>> {
  const before = await inTransaction(outer, async (ctx) => {
    await saveMovements(ctx, run.platform, movements);
    for (const movement of movements) await bookOwn(ctx, run.platform, movement);
    return tieAndCompare(ctx, movements);
  });
  const missed = new Set(before.filter(differs).map(({ id }) => id));
  // The oldest first: a dispute is found by the charge that came before it.
  for (const movement of movements.toReversed())
    if (missed.has(movement.id)) await lookBehind(outer, run.platform, movement);
  return inTransaction(outer, async (ctx) => {
    const compared = missed.size === 0 ? before : await tieAndCompare(ctx, movements);
    return {
      opened: await openCases(ctx, run, compared.filter(differs).map(differenceOf)),
      closed: await closeSettled(
        ctx,
        compared.filter((one) => !differs(one)).map(({ id }) => id),
      ),
    };
  });
}

type Compared = Awaited<ReturnType<typeof compareMovements>>[number];

const differs = ({ providerMinor, ledgerMinor }: Compared) => providerMinor !== ledgerMinor;

const differenceOf = ({ id, isBooked, ...amounts }: Compared) => ({
  kind: isBooked ? ('amount_differs' as const) : ('not_booked' as const),
  balanceTransactionId: id,
  ...amounts,
});

async function tieAndCompare(ctx: Ctx, movements: readonly Movement[]): Promise<Compared[]> {
  await tieBookings(ctx, movements);
  return compareMovements(
    ctx,
    movements.map(({ id }) => id),
  );
}

async function bookOwn(ctx: Ctx, platform: string, movement: Movement): Promise<void> {
  const id = newId(ctx.clock);
  const about = { kind: 'balance_transaction' as const, id, chargeId: null, platform };
  // It is of no market: the account may serve several.
  const market = platform === mainPlatform ? 'all' : platform;
  for (const posting of ownPostings(movement)) await book(ctx, { ...about, market }, posting);
}

async function openForLonePostings(ctx: Ctx, run: Reconciliation): Promise<number> {
  const until = run.until_at.subtract({ hours: settlingHours });
  const lone = await findLonePostings(ctx, { platform: run.platform, from: run.from_at, until });
  const differences = lone.map(({ id, ...amount }) => ({
    kind: 'not_at_provider' as const,
    ledgerTransactionId: id,
    providerMinor: 0,
    ...amount,
  }));
  return openCases(ctx, run, differences);
}
