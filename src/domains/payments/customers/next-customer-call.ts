/** The part of a customer that decides what is to be done next. */
export interface InstructedCustomer {
  /** Null once the person is erased. */
  person_id: string | null;
  provider_customer_id: string | null;
  wanted_method_id: string | null;
}

/** A card that the provider shows. */
export interface InstructedCard {
  provider_method_id: string;
  is_default: boolean;
  remove_asked_at: unknown;
}

export type NextCustomerCall =
  | { operation: 'create_customer' }
  | { operation: 'delete_customer' }
  | { operation: 'remove_card'; method: string }
  | { operation: 'set_default'; method: string };

/**
 * What it takes to come nearer to what the person wants. Whoever has a card has a default card:
 * the chosen one, else the one that was it, else the newest. A card that is to go is none. The
 * provider forgets whom we have forgotten.
 */
export function nextCustomerCall(
  row: InstructedCustomer,
  cards: readonly InstructedCard[],
): NextCustomerCall | undefined {
  if (!row.person_id)
    return row.provider_customer_id ? { operation: 'delete_customer' } : undefined;
  if (!row.provider_customer_id) return { operation: 'create_customer' };
  const staying = cards.filter((card) => !card.remove_asked_at);
  const wanted =
    staying.find((card) => card.provider_method_id === row.wanted_method_id) ??
    staying.find((card) => card.is_default) ??
    staying.at(-1);
  if (wanted && !wanted.is_default)
    return { operation: 'set_default', method: wanted.provider_method_id };
  const leaving = cards.find((card) => card.remove_asked_at);
  return leaving && { operation: 'remove_card', method: leaving.provider_method_id };
}
