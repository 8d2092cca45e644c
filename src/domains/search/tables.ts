import type { ColumnType, RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

export interface DocumentsTable {
  instructor_id: string;
  market_code: string;
  slug: string;
  display_name: string;
  headline: string;
  bio: string;
  portrait: string;
  subjects: { slug: string; name: string }[];
  subject_slugs: string[];
  text: ColumnType<never, RawBuilder<unknown>, RawBuilder<unknown>>;
  price_hour_minor: number;
  currency: string;
  online: boolean;
  in_person: boolean;
  place_name: string | null;
  point: ColumnType<never, RawBuilder<unknown> | null, RawBuilder<unknown> | null>;
  rating: number | null;
  rating_count: number;
  next_slots: Temporal.Instant[];
  next_slots_until: Temporal.Instant[];
  stale_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface OffersTable {
  instructor_id: string;
  /** '' is the row for any subject. */
  subject_slug: string;
  market_code: string;
  price_minor: number;
  price_online_minor: number | null;
  price_in_person_minor: number | null;
  service_id: string;
  service_online_id: string | null;
  service_in_person_id: string | null;
  spot: ColumnType<never, RawBuilder<unknown> | null, RawBuilder<unknown> | null>;
  quality: number;
  rating_order: number;
}

export type SearchTables = {
  'search.documents': DocumentsTable;
  'search.offers': OffersTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<SearchTables>();
