import type { Selectable, Updateable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { customerNotFound } from '../errors.ts';
import type { CustomersTable, SavedCardsTable } from '../plus-tables.ts';
import { tables } from '../tables.ts';

export type Customer = Selectable<CustomersTable> & { reference: string };
export type SavedCard = Selectable<SavedCardsTable>;

const columns = [
  'id',
  'person_id',
  'platform',
  'provider_customer_id',
  'setup_session_id',
  'setup_session_url',
  'wanted_method_id',
  'looks_begun',
  'look_applied',
  'created_at',
  'updated_at',
] as const;

const cardColumns = [
  'id',
  'customer_id',
  'provider_method_id',
  'brand',
  'last4',
  'exp_month',
  'exp_year',
  'is_default',
  'saved_at',
  'remove_asked_at',
  'removed_at',
] as const;

const select = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('payments.customers')
    .select(columns)
    .select(sql<string>`'customer:' || id`.as('reference'));

/** Throws customer_not_found. */
export async function getCustomerRow(ctx: Ctx, id: string): Promise<Customer> {
  const row = await select(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw customerNotFound();
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockCustomer(ctx: Ctx, id: string): Promise<Customer> {
  const row = await select(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw customerNotFound();
  return row;
}

export function findCustomer(
  ctx: Ctx,
  by: { personId: string; platform: string } | { providerCustomerId: string } | { id: string },
): Promise<Customer | undefined> {
  const query = select(ctx);
  if ('id' in by) return query.where('id', '=', by.id).executeTakeFirst();
  if ('providerCustomerId' in by)
    return query.where('provider_customer_id', '=', by.providerCustomerId).executeTakeFirst();
  return query
    .where('person_id', '=', by.personId)
    .where('platform', '=', by.platform)
    .executeTakeFirst();
}

/** The person on each platform account where the provider knows them. */
export function findCustomersOf(ctx: Ctx, personId: string): Promise<Customer[]> {
  return select(ctx).where('person_id', '=', personId).execute();
}

/** The customer's row, made when it is not there. */
export async function insertCustomer(
  ctx: Ctx,
  { personId, platform }: { personId: string; platform: string },
): Promise<Customer> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.customers')
    .values({
      id: newId(ctx.clock),
      person_id: personId,
      platform,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.constraint('customers_person_key').doNothing())
    .execute();
  const row = await findCustomer(ctx, { personId, platform });
  if (!row) throw customerNotFound();
  return row;
}

export async function changeCustomer(
  ctx: Ctx,
  id: string,
  changes: Updateable<CustomersTable>,
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.customers')
    .set({ ...changes, updated_at: ctx.clock.now().toString() })
    .where('id', '=', id)
    .execute();
}

/** The number of a look that begins now; later looks have greater ones. */
export async function beginCustomerLook(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await sql<{ look: number }>`
    update payments.customers set looks_begun = looks_begun + 1 where id = ${id}
    returning looks_begun as look`.execute(ctx.db);
  if (!rows[0]) throw customerNotFound();
  return rows[0].look;
}

/** The cards of a customer that are there, in the order in which they were saved. */
export function listCardsOf(ctx: Ctx, customerId: string): Promise<SavedCard[]> {
  return tables(ctx)
    .selectFrom('payments.saved_cards')
    .select(cardColumns)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** A person's cards on every platform account, in the order in which they were saved. */
export function listCardsOfPerson(
  ctx: Ctx,
  personId: string,
  page: { afterId: string | undefined; limit: number },
): Promise<SavedCard[]> {
  return tables(ctx)
    .selectFrom('payments.saved_cards as card')
    .innerJoin('payments.customers as customer', 'customer.id', 'card.customer_id')
    .select(cardColumns.map((column) => `card.${column}` as const))
    .where('customer.person_id', '=', personId)
    .where('card.removed_at', 'is', null)
    .where('card.remove_asked_at', 'is', null)
    .$if(page.afterId !== undefined, (query) => query.where('card.id', '>', page.afterId!))
    .orderBy('card.id')
    .limit(page.limit)
    .execute();
}

/** One card that is there, with whose it is. */
export async function findCardOf(
  ctx: Ctx,
  personId: string,
  cardId: string,
): Promise<SavedCard | undefined> {
  return tables(ctx)
    .selectFrom('payments.saved_cards as card')
    .innerJoin('payments.customers as customer', 'customer.id', 'card.customer_id')
    .select(cardColumns.map((column) => `card.${column}` as const))
    .where('card.id', '=', cardId)
    .where('customer.person_id', '=', personId)
    .where('card.removed_at', 'is', null)
    .executeTakeFirst();
}

export async function askToRemoveCard(ctx: Ctx, cardId: string): Promise<void> {
  await tables(ctx)
    .updateTable('payments.saved_cards')
    .set({ remove_asked_at: ctx.clock.now().toString() })
    .where('id', '=', cardId)
    .where('remove_asked_at', 'is', null)
    .execute();
}

/** What a card of that name at the provider looks like, whether it is still there or not. */
export async function findMethodCard(
  ctx: Ctx,
  methodId: string,
): Promise<{ brand: string; last4: string } | undefined> {
  return tables(ctx)
    .selectFrom('payments.saved_cards')
    .select(['brand', 'last4'])
    .where('provider_method_id', '=', methodId)
    .executeTakeFirst();
}
