import type { ColumnType, RawBuilder } from 'kysely';

/** PostGIS geography: written by an expression, read through ST_X and ST_Y. */
type Geography = ColumnType<never, RawBuilder<unknown>, RawBuilder<unknown>>;

export interface PlacesTable {
  id: string;
  slug: string;
  market_code: string;
  kind: 'city' | 'neighbourhood';
  name: string;
  parent_name: string | null;
  aliases: string[];
  center: Geography;
  radius_m: number;
  rank: number;
}

export interface NamesTable {
  place_id: string;
  market_code: string;
  name_key: string;
}

export interface AddressesTable {
  id: string;
  person_id: string;
  label: string;
  place_id: string;
  point: Geography;
  is_default: boolean;
  created_at: ColumnType<Temporal.Instant, string, never>;
}

export type PlacesTables = {
  'places.places': PlacesTable;
  'places.names': NamesTable;
  'places.addresses': AddressesTable;
};
