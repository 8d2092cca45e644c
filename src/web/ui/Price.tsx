import { formatPrice } from '../format/prices.ts';

export interface Amount {
  minor: number;
  currency: string;
}

/** An amount of money, in the display face, with the fraction only where there is one. */
export function Price({
  amount,
  locale,
  exact = false,
}: {
  amount: Amount;
  locale: string;
  exact?: boolean;
}) {
  return <span className="numerals">{formatPrice(amount, locale, exact)}</span>;
}
