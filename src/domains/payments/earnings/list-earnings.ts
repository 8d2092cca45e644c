import type { Ctx } from '../../../platform/context.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { encodeCursor } from '../../../platform/http/index.ts';
import { readTimeCursor } from '../time-cursor.ts';
import { type EarningSplit, type EarningStatus, splitEarning, statusOfEarning } from './earning.ts';
import {
  type EarningRow,
  selectBalances,
  selectEarnings,
  selectOpenEarnings,
} from './earnings.queries.ts';

const pageLength = 20;

export interface EarningView extends EarningSplit {
  id: string;
  reference: string;
  title: string;
  startsAt: Temporal.Instant;
  status: EarningStatus;
  /** When it is sent to the payout account, or was. */
  transferAt: Temporal.Instant | null;
  /** Of what was sent, taken back since. */
  takenBack: Money;
  /** Given back to the learner after it was paid out, to be set off against lessons to come. */
  owed: Money;
  payoutId: string | null;
}

/** What one's lessons bring, the latest first. Throws invalid bad_cursor. */
export async function listEarnings(ctx: Ctx, personId: string, cursor: string | undefined) {
  const position = cursor === undefined ? undefined : readTimeCursor(cursor);
  const after = position && { startsAt: position.at, chargeId: position.id };
  const rows = await selectEarnings(ctx, personId, { after, limit: pageLength + 1 });
  const page = rows.slice(0, pageLength);
  const last = rows.length > pageLength ? page.at(-1) : undefined;
  return {
    items: page.map((row) => earningView(row, ctx.clock.now())),
    nextCursor: last ? encodeCursor([last.startsAt.toString(), last.chargeId]) : null,
  };
}

function earningView(row: EarningRow, now: Temporal.Instant): EarningView {
  const { chargeId: id, reference, title, startsAt, transfer, payoutId, currency } = row;
  const status = statusOfEarning(row, now);
  return {
    id,
    reference,
    title,
    startsAt,
    status,
    ...splitEarning(row),
    transferAt: status === 'cancelled' ? null : (transfer?.sentAt ?? transfer?.dueAt ?? null),
    takenBack: money(transfer?.reversedMinor ?? 0, currency),
    owed: money(transfer?.owedMinor ?? 0, currency),
    payoutId,
  };
}

export interface EarningsSummary {
  currency: string;
  /** For lessons that are ahead or not taken yet. */
  expected: Money;
  /** Earned, and not sent yet: also what is held back or can't be sent. */
  waiting: Money;
  inAccount: Money;
  onTheWay: Money;
}

/** More lessons than anybody has open at once. */
const openMax = 5000;

/** What one has to come, by currency. */
export async function summariseEarnings(ctx: Ctx, personId: string): Promise<EarningsSummary[]> {
  const open = await selectOpenEarnings(ctx, personId, openMax);
  const balances = await selectBalances(ctx, personId);
  const now = ctx.clock.now();
  const currencies = [...new Set([...balances, ...open].map(({ currency }) => currency))];
  return currencies.toSorted().map((currency) => {
    const sumOf = (statuses: readonly EarningStatus[]) =>
      open
        .filter((row) => row.currency === currency && statuses.includes(statusOfEarning(row, now)))
        .reduce((sum, row) => sum + splitEarning(row).earned.minor, 0);
    const balance = balances.find((one) => one.currency === currency);
    return {
      currency,
      expected: money(sumOf(['expected']), currency),
      waiting: money(sumOf(['waiting', 'held_back', 'blocked']), currency),
      inAccount: money(balance?.inAccountMinor ?? 0, currency),
      onTheWay: money(balance?.onTheWayMinor ?? 0, currency),
    };
  });
}
