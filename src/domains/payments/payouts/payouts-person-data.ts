import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { type DeletionBlocker, readAll } from '../../../platform/person-data/index.ts';
import { selectBalances } from '../earnings/earnings.queries.ts';
import { tables } from '../tables.ts';
import { findEventsOf, replacePayloads } from '../webhooks/webhooks.queries.ts';

/** How one is paid: the accounts, what each lesson was noted as, and the payouts. */
export async function exportPayouts(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const accounts = await tables(ctx)
    .selectFrom('payments.payout_accounts')
    .select([
      'country',
      'status',
      'provider_account_id as providerAccountId',
      'bank_name as bankName',
      'bank_last4 as bankLast4',
      'requirements',
      'created_at as createdAt',
    ])
    .where('person_id', '=', personId)
    .execute();
  return {
    payoutAccounts: accounts,
    earnings: await allEarnings(ctx, personId),
    payouts: await allPayouts(ctx, personId),
  };
}

const allEarnings = (ctx: Ctx, personId: string) =>
  readAll<{ chargeId: string }>(({ after, limit }) =>
    tables(ctx)
      .selectFrom('payments.earnings')
      .select(['charge_id as chargeId', 'title', 'starts_at as startsAt', 'ends_at as endsAt'])
      .where('person_id', '=', personId)
      .$if(after !== undefined, (query) => query.where('charge_id', '>', after!.chargeId))
      .orderBy('charge_id')
      .limit(limit)
      .execute(),
  );

async function allPayouts(ctx: Ctx, personId: string) {
  const rows = await readAll<{ id: string; currency: string | null; amountMinor: number | null }>(
    ({ after, limit }) =>
      tables(ctx)
        .selectFrom('payments.payouts')
        .select([
          'id',
          'status',
          'currency',
          'amount_minor as amountMinor',
          'bank_last4 as bankLast4',
          'arrives_at as arrivesAt',
        ])
        .where('person_id', '=', personId)
        .where('status', '<>', 'announced')
        .$if(after !== undefined, (query) => query.where('id', '>', after!.id))
        .orderBy('id')
        .limit(limit)
        .execute(),
  );
  return rows.map(({ currency, amountMinor, ...row }) => ({
    ...row,
    amount: money(amountMinor!, currency!),
  }));
}

const payoutUnderWay: DeletionBlocker = {
  code: 'payout_under_way',
  detail:
    'Money is still in your payout account or on its way to your bank: wait until it has arrived.',
};

/** What is in the account belongs to its owner, who could not ask for it any more. */
export async function payoutBlockers(ctx: Ctx, personId: string): Promise<DeletionBlocker[]> {
  const balances = await selectBalances(ctx, personId);
  const isOpen = balances.some(
    ({ inAccountMinor, onTheWayMinor }) => inAccountMinor > 0 || onTheWayMinor > 0,
  );
  return isOpen ? [payoutUnderWay] : [];
}

/** The books keep the amounts and the ids; banks, titles and what the provider told of a person go. */
export async function forgetPayouts(ctx: Ctx, personId: string): Promise<void> {
  await sql`update payments.earnings set title = 'Lesson' where person_id = ${personId}`.execute(
    ctx.db,
  );
  await sql`update payments.payouts set bank_last4 = null where person_id = ${personId}`.execute(
    ctx.db,
  );
  const accounts = await tables(ctx)
    .updateTable('payments.payout_accounts')
    .set({ bank_name: null, bank_last4: null, requirements: '[]' })
    .where('person_id', '=', personId)
    .returning('id')
    .execute();
  const payouts = await tables(ctx)
    .selectFrom('payments.payouts')
    .select('id')
    .where('person_id', '=', personId)
    .execute();
  await forgetEventsOf(ctx, 'payout_account', accounts);
  await forgetEventsOf(ctx, 'payout', payouts);
}

/** An event keeps what it was about and when, which is all that running it again would need. */
async function forgetEventsOf(
  ctx: Ctx,
  kind: 'payout_account' | 'payout',
  subjects: readonly { id: string }[],
): Promise<void> {
  const ids = subjects.map(({ id }) => id);
  const events = await readAll<{ id: string; payload: unknown }>(({ after, limit }) =>
    findEventsOf(ctx, { kind, ids }, { afterId: after?.id, limit }),
  );
  await replacePayloads(
    ctx,
    events.map(({ id, payload }) => ({ id, payload: withoutPerson(payload as Stripe.Event) })),
  );
}

function withoutPerson({ id, type, account, created, data }: Stripe.Event) {
  const about = data.object as { id?: unknown; object?: unknown };
  const object = { id: about.id, object: about.object };
  return { id, object: 'event', type, account, created, data: { object } };
}
