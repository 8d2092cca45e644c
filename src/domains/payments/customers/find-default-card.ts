import type { Ctx } from '../../../platform/context.ts';
import { findCustomer, listCardsOf } from './customers.queries.ts';

/** A saved card, by the provider's names. */
export interface DefaultCard {
  customer: string;
  method: string;
}

/** The card that is charged when nobody is there, if the person has saved one on that platform account. */
export async function findDefaultCard(
  ctx: Ctx,
  whose: { personId: string; platform: string },
): Promise<DefaultCard | undefined> {
  const row = await findCustomer(ctx, whose);
  if (!row?.provider_customer_id) return undefined;
  const cards = await listCardsOf(ctx, row.id);
  const card = cards.find(({ is_default: isDefault }) => isDefault);
  return card && { customer: row.provider_customer_id, method: card.provider_method_id };
}
