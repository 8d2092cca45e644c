import { exponentOf } from '../../format/prices.ts';

/** What the address of a results page holds. */
export interface SearchWishes {
  market: string;
  subject: string | undefined;
  place: string | undefined;
  /** In the currency's major unit, as a person writes it: "40" or "42.50". */
  price: string | undefined;
  mode: 'online' | 'in_person' | undefined;
  sort: Sort;
  /** Words that none of the others explain. */
  text: string | undefined;
  /** The sentence it all came from, kept for the box. */
  wish: string | undefined;
  view: 'list' | 'map';
}

export const sorts = ['best', 'price', 'rating', 'distance'] as const;
export type Sort = (typeof sorts)[number];

const short = (value: string | null, longest: number): string | undefined => {
  const text = value?.trim().slice(0, longest);
  return text === '' ? undefined : text;
};

/** Reads the address; what makes no sense there is left out rather than refused. */
export function readWishes(params: URLSearchParams, market: string): SearchWishes {
  const mode = params.get('mode');
  const sort = params.get('sort');
  const price = short(params.get('price'), 12);
  return {
    market,
    subject: slugOf(params.get('subject')),
    place: slugOf(params.get('place')),
    price:
      price !== undefined && /^\d+(?:[.,]\d{1,2})?$/.test(price)
        ? price.replace(',', '.')
        : undefined,
    mode: mode === 'online' || mode === 'in_person' ? mode : undefined,
    sort: sorts.find((known) => known === sort) ?? 'best',
    text: short(params.get('text'), 200),
    wish: short(params.get('wish'), 300),
    view: params.get('view') === 'map' ? 'map' : 'list',
  };
}

function slugOf(value: string | null): string | undefined {
  return value !== null && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 80
    ? value
    : undefined;
}

/** The address of these wishes, with some of them changed; undefined takes one away. */
export function searchUrl(
  wishes: SearchWishes,
  change: Partial<SearchWishes> & { cursor?: string } = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wishes, ...change })) {
    if (
      value === undefined ||
      (name === 'sort' && value === 'best') ||
      (name === 'view' && value === 'list')
    )
      continue;
    params.set(name, value);
  }
  return `/search?${params}`;
}

/** A price as people write it, in minor units: the digits are moved as text. */
export function minorOf(price: string, currency: string): number {
  const exponent = exponentOf(currency);
  const [whole = '0', fraction = ''] = price.split('.');
  return Number(`${whole}${fraction.padEnd(exponent, '0').slice(0, exponent)}`);
}

/** Minor units as people write the price: 4000 GBP is "40". */
export function priceText(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  if (exponent === 0) return String(minor);
  const digits = String(minor).padStart(exponent + 1, '0');
  const fraction = digits.slice(-exponent);
  return /^0*$/.test(fraction)
    ? digits.slice(0, -exponent)
    : `${digits.slice(0, -exponent)}.${fraction}`;
}
