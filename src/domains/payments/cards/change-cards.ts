import { type Ctx, personOf } from '../../../platform/context.ts';
import {
  askToRemoveCard,
  changeCustomer,
  findCardOf,
  listCardsOf,
  type SavedCard,
} from '../customers/customers.queries.ts';
import { cardInUse, cardNotFound } from '../errors.ts';
import { instructNow } from '../provider/instruct.ts';
import {
  changeSubscription,
  findLiveSubscription,
  getSubscriptionRow,
} from '../subscriptions/subscriptions.queries.ts';

/**
 * The card that is charged from now on, for Etude Plus too. Network. Throws card_not_found,
 * payment_provider_unavailable.
 */
export async function chooseDefaultCard(ctx: Ctx, cardId: string): Promise<void> {
  const { id: personId } = personOf(ctx);
  const card = await findCardOf(ctx, personId, cardId);
  if (!card || card.remove_asked_at) throw cardNotFound();
  await payPlusWith(ctx, personId, card);
  await instructNow(ctx, { kind: 'customer', id: card.customer_id }, (ctx) =>
    changeCustomer(ctx, card.customer_id, { wanted_method_id: card.provider_method_id }),
  );
}

/**
 * Forgets a card, here and at the provider; what it paid for goes on with another. Network. Throws
 * card_not_found, card_in_use, payment_provider_unavailable.
 */
export async function removeCard(ctx: Ctx, cardId: string): Promise<void> {
  const { id: personId } = personOf(ctx);
  const card = await findCardOf(ctx, personId, cardId);
  if (!card) throw cardNotFound();
  await freeFromPlus(ctx, personId, card);
  await instructNow(ctx, { kind: 'customer', id: card.customer_id }, (ctx) =>
    askToRemoveCard(ctx, cardId),
  );
}

async function freeFromPlus(ctx: Ctx, personId: string, card: SavedCard): Promise<void> {
  const plus = await findLiveSubscription(ctx, personId);
  if (plus?.provider_method_id !== card.provider_method_id) return;
  const others = (await listCardsOf(ctx, card.customer_id)).filter(
    ({ id, remove_asked_at: asked }) => id !== card.id && !asked,
  );
  const other = others.find(({ is_default: isDefault }) => isDefault) ?? others.at(-1);
  if (!other) throw cardInUse();
  await payPlusWith(ctx, personId, other);
  const after = await getSubscriptionRow(ctx, plus.id);
  if (after.provider_method_id === card.provider_method_id) throw cardInUse();
}

async function payPlusWith(ctx: Ctx, personId: string, card: SavedCard): Promise<void> {
  const plus = await findLiveSubscription(ctx, personId);
  const fits = plus?.customer_id === card.customer_id;
  if (!plus || !fits || plus.provider_method_id === card.provider_method_id) return;
  await instructNow(ctx, { kind: 'subscription', id: plus.id }, (ctx) =>
    changeSubscription(ctx, plus.id, { wanted_method_id: card.provider_method_id }),
  );
}
