import type { ColumnType, Generated } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

export interface SubjectsTable {
  id: string;
  slug: string;
  name: string;
  synonyms: string[];
  icon: string;
  position: number;
  active: Generated<boolean>;
  updated_at: Temporal.Instant;
}

export interface InstructorsTable {
  id: string;
  person_id: string;
  slug: string;
  market_code: string;
  display_name: string;
  headline: string;
  bio: string;
  lesson_text: string;
  /** BCP 47 language subtags. */
  languages: string[];
  portrait: string;
  place_id: string | null;
  place_name: string | null;
  /** Read through ST_X and ST_Y only. */
  place_point: ColumnType<unknown>;
  /** IANA zone. */
  time_zone: string;
  status: Generated<'draft' | 'published'>;
  is_demo: Generated<boolean>;
  published_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface ServicesTable {
  id: string;
  instructor_id: string;
  subject_id: string;
  title: string;
  duration_minutes: number;
  price_minor: number;
  currency: string;
  place: 'online' | 'instructor';
  active: Generated<boolean>;
  position: number;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export type CatalogTables = {
  'catalog.subjects': SubjectsTable;
  'catalog.instructors': InstructorsTable;
  'catalog.services': ServicesTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<CatalogTables>();
