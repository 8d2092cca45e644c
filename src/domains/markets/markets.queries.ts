import type { Ctx } from '../../platform/context.ts';
import { tables, type MarketCode } from './tables.ts';

export interface Market {
  code: MarketCode;
  name: string;
  currency: string;
  /** Digits after the point of the currency. */
  exponent: number;
  /** BCP 47; the first is the default. */
  locales: string[];
  /** IANA zone for visitors whose own is not known. */
  timeZone: string;
  taxNote: string;
  priceMinMinor: number;
  priceMaxMinor: number;
  /** Basis points of the price. */
  commissionBp: number;
  distanceUnit: 'mi' | 'km';
  paymentMethods: string[];
  countries: string[];
  zones: string[];
}

export function selectMarkets(ctx: Ctx): Promise<Market[]> {
  return tables(ctx)
    .selectFrom('markets.markets')
    .select([
      'code',
      'name',
      'currency',
      'exponent',
      'locales',
      'time_zone as timeZone',
      'tax_note as taxNote',
      'price_min_minor as priceMinMinor',
      'price_max_minor as priceMaxMinor',
      'commission_bp as commissionBp',
      'distance_unit as distanceUnit',
      'payment_methods as paymentMethods',
      'countries',
      'zones',
    ])
    .orderBy('position')
    .execute();
}

export async function selectChoice(ctx: Ctx, personId: string): Promise<MarketCode | undefined> {
  const choice = await tables(ctx)
    .selectFrom('markets.choices')
    .select('market_code')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return choice?.market_code;
}

export async function upsertChoice(ctx: Ctx, personId: string, code: MarketCode): Promise<void> {
  const chosen = { market_code: code, chosen_at: ctx.clock.now() };
  await tables(ctx)
    .insertInto('markets.choices')
    .values({ person_id: personId, ...chosen })
    .onConflict((conflict) => conflict.constraint('choices_pkey').doUpdateSet(chosen))
    .execute();
}
