import type { Ctx } from '../../../platform/context.ts';
import {
  findByProviderAccountId,
  getPayoutAccountRow,
} from '../payout-accounts/payout-accounts.queries.ts';
import { provider } from '../provider/stripe.ts';
import type { EventObject, EventOrigin, Found, Subject, SubjectRow } from '../provider/subject.ts';
import { advancePayout } from './advance-payout.ts';
import { observePayout, type PayoutSnapshot } from './observe-payout.ts';
import { announcePayout, getPayoutRow, lockPayout, type Payout } from './payouts.queries.ts';

/** More movements than one payout of lessons has; beyond it a person must look. */
const movementsMax = 10_000;

type LockedPayout = Payout & SubjectRow;

/** What the provider sends to somebody's bank, by a schedule of its own: we only watch. */
export const payoutSubject: Subject<never, PayoutSnapshot, LockedPayout> = {
  kind: 'payout',
  objects: ['payout'],
  send() {
    throw new Error('payouts are the provider’s');
  },
  look: lookAtPayout,
  hasEffect: () => false,
  lock: async (ctx, id) => ({ ...(await lockPayout(ctx, id)), reference: `payout:${id}` }),
  advance: (ctx, payout, snapshot) => advancePayout(ctx, payout, observePayout(snapshot)),
  next: async () => undefined,
  find: findPayoutOf,
};

async function lookAtPayout(ctx: Ctx, id: string): Promise<PayoutSnapshot> {
  const row = await getPayoutRow(ctx, id);
  const account = await getPayoutAccountRow(ctx, row.payout_account_id);
  const stripe = provider(ctx, row.platform);
  const inAccount = { stripeAccount: account.provider_account_id! };
  const payout = await stripe.payouts.retrieve(
    row.provider_payout_id,
    { expand: ['destination'] },
    inAccount,
  );
  const isPutTogether = payout.automatic && payout.reconciliation_status === 'completed';
  if (!isPutTogether || row.lines_read_at) return { payout, movements: undefined };
  const movements = await stripe.balanceTransactions
    .list({ payout: payout.id, limit: 100, expand: ['data.source'] }, inAccount)
    .autoPagingToArray({ limit: movementsMax });
  return { payout, movements };
}

/** Payouts of the platform itself are not followed: they belong to nobody here. */
async function findPayoutOf(
  ctx: Ctx,
  object: EventObject,
  { account }: EventOrigin,
): Promise<Found | undefined> {
  const owner = account ? await findByProviderAccountId(ctx, account) : undefined;
  return owner && announcePayout(ctx, owner, object.id);
}
