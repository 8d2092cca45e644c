import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { isToBeStarted } from '../provider/provider-calls.queries.ts';
import { tables } from '../tables.ts';
import { forgetConversation } from '../webhooks/forget-events.ts';
import { changeCustomer, type Customer, listCardsOf, lockCustomer } from './customers.queries.ts';
import { nextCustomerCall } from './next-customer-call.ts';
import {
  assertIsCustomer,
  type CustomerFacts,
  type CustomerSnapshot,
  type ObservedCard,
  observeCustomer,
} from './observe-customer.ts';

/** Makes our list of a customer's cards what was seen; a look that began earlier changes nothing. */
export async function advanceCustomer(
  ctx: Ctx,
  row: Customer,
  snapshot: CustomerSnapshot,
): Promise<void> {
  const { id } = row;
  assertIsCustomer(row, snapshot);
  const facts = observeCustomer(snapshot);
  if (facts.look <= row.look_applied) return;
  const page = facts.setupPage;
  await changeCustomer(ctx, id, {
    look_applied: facts.look,
    provider_customer_id: facts.isDeleted
      ? null
      : (facts.providerCustomerId ?? row.provider_customer_id),
    setup_session_id: page?.id ?? null,
    setup_session_url: page?.url ?? null,
    ...(row.wanted_method_id === facts.defaultMethodId && { wanted_method_id: null }),
  });
  await saveCards(ctx, id, facts);
  // What the provider told of the end still names who was forgotten.
  if (!row.person_id) await forgetConversation(ctx, { kind: 'customer', ids: [id] });
  const about = { kind: 'customer', id } as const;
  const next = nextCustomerCall(await lockCustomer(ctx, id), await listCardsOf(ctx, id));
  if (next && (await isToBeStarted(ctx, about, next.operation)))
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, about);
}

async function saveCards(ctx: Ctx, customerId: string, facts: CustomerFacts): Promise<void> {
  const seen = facts.cards.map(({ methodId }) => methodId);
  await sql`
    update payments.saved_cards set is_default = false,
      removed_at = case when provider_method_id = any(${seen}::text[]) then null else ${ctx.clock.now().toString()}::timestamptz end
    where customer_id = ${customerId} and removed_at is null`.execute(ctx.db);
  for (const card of facts.cards)
    await saveCard(ctx, customerId, card, card.methodId === facts.defaultMethodId);
}

async function saveCard(
  ctx: Ctx,
  customerId: string,
  card: ObservedCard,
  isDefault: boolean,
): Promise<void> {
  const shown = {
    brand: card.brand,
    last4: card.last4,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    is_default: isDefault,
    removed_at: null,
  };
  await tables(ctx)
    .insertInto('payments.saved_cards')
    .values({
      id: newId(ctx.clock),
      customer_id: customerId,
      provider_method_id: card.methodId,
      saved_at: card.savedAt.toString(),
      ...shown,
    })
    .onConflict((conflict) =>
      conflict.constraint('saved_cards_provider_method_key').doUpdateSet(shown),
    )
    .execute();
}
