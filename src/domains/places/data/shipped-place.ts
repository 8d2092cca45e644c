/**
 * A place as the data files write it: name, latitude, longitude, radius in metres, other names.
 * Written by hand from general knowledge; centres are right to about 300 m.
 */
export type PlaceRow = readonly [
  name: string,
  lat: number,
  lng: number,
  radiusM: number,
  ...aliases: string[],
];

export interface ShippedCity {
  readonly city: PlaceRow;
  /** 1 = a world city … 4 = a large town; a neighbourhood ranks four below its city. */
  readonly rank: 1 | 2 | 3 | 4;
  /** The city this one is a part of, as Brooklyn is of New York. */
  readonly partOf?: string;
  readonly neighbourhoods?: readonly PlaceRow[];
}

export interface ShippedMarket {
  readonly marketCode: 'gb' | 'us' | 'in' | 'jp';
  readonly cities: readonly ShippedCity[];
}
