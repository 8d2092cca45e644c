import { invalid } from '../../../platform/errors/index.ts';
import { formatMoney, type Money } from '../../../platform/money/index.ts';

export type ServicePlace = 'online' | 'instructor';

export interface Service {
  id: string;
  instructorId: string;
  subjectSlug: string;
  subjectName: string;
  title: string;
  durationMinutes: number;
  /** Price of one lesson in minor units of the currency. */
  priceMinor: number;
  currency: string;
  /** Online, or at the instructor's place. */
  place: ServicePlace;
  active: boolean;
  position: number;
}

export const durationMinutesMin = 15;
export const durationMinutesMax = 240;
export const durationStepMinutes = 5;
export const servicesMax = 20;

/** What a market says of prices. */
export interface PriceRule {
  currency: string;
  priceMinMinor: number;
  priceMaxMinor: number;
  locales: readonly string[];
}

/**
 * The price of one lesson is in the market's currency and within its limits (MK-03).
 * Throws `invalid` currency_not_of_market or price_out_of_range naming the field.
 */
export function checkPrice(market: PriceRule, price: Money): void {
  const { currency, priceMinMinor, priceMaxMinor } = market;
  if (price.currency !== currency)
    throw invalid('currency_not_of_market', `Prices in your market are in ${currency}.`, {
      field: 'price.currency',
    });
  if (price.minor >= priceMinMinor && price.minor <= priceMaxMinor) return;
  const show = (minor: number) => formatMoney({ minor, currency }, market.locales[0] ?? 'en');
  throw invalid(
    'price_out_of_range',
    `A lesson costs from ${show(priceMinMinor)} to ${show(priceMaxMinor)}.`,
    {
      field: 'price.minor',
      details: { minMinor: priceMinMinor, maxMinor: priceMaxMinor, currency },
    },
  );
}
