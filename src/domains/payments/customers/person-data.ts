import type { Ctx } from '../../../platform/context.ts';
import { money } from '../../../platform/money/index.ts';
import type { DeletionBlocker } from '../../../platform/person-data/index.ts';
import { readAll } from '../../../platform/person-data/index.ts';
import { jobNames } from '../job-names.ts';
import { listPaymentRows } from '../receipts/my-payments.queries.ts';
import { findLiveSubscription } from '../subscriptions/subscriptions.queries.ts';
import { tables } from '../tables.ts';
import { forgetConversation } from '../webhooks/forget-events.ts';
import { findCustomersOf, listCardsOfPerson } from './customers.queries.ts';

/** Cards, Plus and what was paid for it; payments for lessons stand with the lessons. */
export async function exportPayer(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const cards = await readAll<Awaited<ReturnType<typeof listCardsOfPerson>>[number]>(
    ({ after, limit }) => listCardsOfPerson(ctx, personId, { afterId: after?.id, limit }),
  );
  const paid = await readAll<Awaited<ReturnType<typeof listPaymentRows>>[number]>(
    ({ after, limit }) =>
      listPaymentRows(ctx, personId, {
        after: after && { at: after.at.toString(), id: after.id },
        limit,
      }),
  );
  return {
    cards: cards.map(({ brand, last4, exp_month, exp_year, saved_at }) => ({
      brand,
      last4,
      expires: `${exp_year}-${String(exp_month).padStart(2, '0')}`,
      savedAt: saved_at,
    })),
    plus: await exportSubscriptions(ctx, personId),
    plusPayments: paid
      .filter(({ kind }) => kind === 'plus')
      .map((row) => ({
        number: row.reference,
        status: row.status,
        paid: money(row.paidMinor, row.currency),
        refunded: money(row.refundedMinor, row.currency),
        at: row.at,
      })),
  };
}

function exportSubscriptions(ctx: Ctx, personId: string) {
  return readAll<{ id: string }>(({ after, limit }) =>
    tables(ctx)
      .selectFrom('payments.subscriptions')
      .select([
        'id',
        'plan_id as plan',
        'status',
        'created_at as createdAt',
        'trial_ends_at as trialEndsAt',
        'period_ends_at as periodEndsAt',
        'ended_at as endedAt',
      ])
      .where('person_id', '=', personId)
      .$if(after !== undefined, (query) => query.where('id', '>', after!.id))
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
}

/** Plus goes on charging until somebody ends it: that is the person's to do first. */
export async function payerBlockers(ctx: Ctx, personId: string): Promise<DeletionBlocker[]> {
  const plus = await findLiveSubscription(ctx, personId);
  if (!plus) return [];
  return [{ code: 'plus_active', detail: 'Etude Plus is still running: end it first.' }];
}

/**
 * What was paid stays in the books, pointing at nobody; cards go, and the provider is told to forget
 * the customer.
 */
export async function erasePayer(ctx: Ctx, personId: string): Promise<void> {
  const customers = await findCustomersOf(ctx, personId);
  const subscriptions = await exportSubscriptions(ctx, personId);
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  await forgetConversation(ctx, { kind: 'customer', ids: idsOf(customers) });
  await forgetConversation(ctx, { kind: 'subscription', ids: idsOf(subscriptions) });
  for (const { id } of customers) {
    await tables(ctx).deleteFrom('payments.saved_cards').where('customer_id', '=', id).execute();
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'customer', id });
  }
  await tables(ctx)
    .updateTable('payments.customers')
    .set({ person_id: null, setup_session_id: null, setup_session_url: null })
    .where('person_id', '=', personId)
    .execute();
  await tables(ctx)
    .updateTable('payments.subscription_invoices')
    .set({ person_id: null, card_brand: null, card_last4: null })
    .where('person_id', '=', personId)
    .execute();
  await tables(ctx)
    .updateTable('payments.subscriptions')
    .set({ person_id: null, invoice_url: null })
    .where('person_id', '=', personId)
    .execute();
  await tables(ctx)
    .updateTable('payments.charges')
    .set({ payer_id: null, description: null })
    .where('payer_id', '=', personId)
    .execute();
}
