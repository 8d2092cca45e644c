import { type Ctx, personOf } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import {
  findCustomersOf,
  listCardsOfPerson,
  type SavedCard,
} from '../customers/customers.queries.ts';
import { refreshNow } from '../provider/refresh-now.ts';
import { findLiveMethods } from '../subscriptions/subscriptions.queries.ts';

export interface CardView {
  id: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  isDefault: boolean;
  /** Its last day has passed. */
  isExpired: boolean;
  /** Etude Plus is paid with it. */
  paysPlus: boolean;
}

/** A page of the signed-in person's saved cards, in the order in which they were saved. */
export async function listCards(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: CardView[]; nextCursor: string | null }> {
  const { id: personId } = personOf(ctx);
  const afterId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await listCardsOfPerson(ctx, personId, { afterId, limit: limit + 1 });
  const paying = rows.length > 0 ? await findLiveMethods(ctx, personId) : [];
  const { items, nextCursor } = pageById(rows, limit);
  return { items: items.map((card) => viewCard(ctx, card, paying)), nextCursor };
}

function viewCard(ctx: Ctx, card: SavedCard, paying: readonly string[]): CardView {
  const { exp_year: expYear, exp_month: expMonth } = card;
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
  const lastMonth = Temporal.PlainYearMonth.from({ year: expYear, month: expMonth });
  return {
    id: card.id,
    brand: card.brand,
    last4: card.last4,
    expMonth,
    expYear,
    isDefault: card.is_default,
    isExpired: Temporal.PlainYearMonth.compare(lastMonth, today) < 0,
    paysPlus: paying.includes(card.provider_method_id),
  };
}

/** Looks whether the provider has saved another card: somebody has come back from its page. Network. */
export async function checkCards(ctx: Ctx): Promise<void> {
  for (const { id } of await findCustomersOf(ctx, personOf(ctx).id))
    await refreshNow(ctx, { kind: 'customer', id }, 'cards');
}
