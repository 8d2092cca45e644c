import type { Ctx } from '../../platform/context.ts';

export type MarketCode = 'us' | 'gb' | 'in' | 'jp';

export interface MarketsTable {
  code: MarketCode;
  name: string;
  currency: string;
  /** Digits after the point of the currency. */
  exponent: number;
  /** BCP 47; the first is the default. */
  locales: string[];
  time_zone: string;
  tax_note: string;
  price_min_minor: number;
  price_max_minor: number;
  /** Basis points of the price. */
  commission_bp: number;
  distance_unit: 'mi' | 'km';
  payment_methods: string[];
  /** ISO 3166 codes of the countries whose visitors are suggested this market. */
  countries: string[];
  /** IANA zones that suggest this market. */
  zones: string[];
  position: number;
}

export interface ChoicesTable {
  person_id: string;
  market_code: MarketCode;
  chosen_at: Temporal.Instant;
}

export type MarketsTables = {
  'markets.markets': MarketsTable;
  'markets.choices': ChoicesTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<MarketsTables>();
