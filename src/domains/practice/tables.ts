import type { Generated } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { ExerciseBody } from './library/exercise-body.ts';

export type Status = 'draft' | 'published' | 'archived';
export type Visibility = 'public' | 'link' | 'private';
export type LevelNumber = 1 | 2 | 3;

export interface ExercisesTable {
  id: string;
  library: string;
  slug: string;
  position: number;
  name: string;
  original: string | null;
  level: LevelNumber;
  category: string;
  areas: string[];
  seconds: number;
  two_sided: boolean;
  body: ExerciseBody;
  plus: Generated<boolean>;
  status: Status;
  popularity: Generated<number>;
  shipped_digest: string | null;
  edited_at: Temporal.Instant | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface SequencesTable {
  id: string;
  library: string;
  slug: string;
  position: Generated<number>;
  owner_id: string | null;
  name: string;
  level: LevelNumber;
  summary: string;
  audience: string;
  benefits: string[];
  change_seconds: number;
  plus: Generated<boolean>;
  visibility: Visibility;
  status: Status;
  shipped_digest: string | null;
  edited_at: Temporal.Instant | null;
  version: Generated<number>;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

export interface SequenceStepsTable {
  sequence_id: string;
  position: number;
  exercise_id: string;
  side: 'left' | 'right' | null;
  seconds: number;
  transition: string | null;
}

export type PracticeTables = {
  'practice.exercises': ExercisesTable;
  'practice.sequences': SequencesTable;
  'practice.sequence_steps': SequenceStepsTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<PracticeTables>();
