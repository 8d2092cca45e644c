import type { Generated } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Caution } from './content/exercise.ts';
import type { Content, Kind } from './authoring/content.ts';
import type { ExerciseBody } from './library/exercise-body.ts';

export type Status = 'draft' | 'published' | 'archived';
export type Visibility = 'public' | 'link' | 'private';
export type LevelNumber = 1 | 2 | 3;

export interface ExercisesTable {
  id: string;
  library: string;
  slug: string;
  /** The instructor whose own it is; null for the library's. */
  owner_id: Generated<string | null>;
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

export interface SessionsTable {
  id: string;
  person_id: string;
  library: string;
  sequence: string | null;
  title: string;
  started_at: Temporal.Instant;
  finished_at: Temporal.Instant;
  seconds: number;
  counted_seconds: number;
  steps_done: number;
  time_zone: string;
  /** 2026-11-23 */
  local_day: string;
  local_hour: number;
  created_at: Temporal.Instant;
}

export interface SessionExercisesTable {
  session_id: string;
  exercise: string;
  position: number;
  times: number;
  seconds: number;
}

interface ExercisesTriedTable {
  person_id: string;
  exercise_id: string;
  first_on: string;
}

export type GoalKind = 'days_per_week' | 'minutes_per_week';

interface GoalsTable {
  person_id: string;
  kind: GoalKind;
  target: number;
  since: Temporal.Instant;
}

interface AchievementsTable {
  person_id: string;
  key: string;
  earned_at: Temporal.Instant;
}

interface FavouritesTable {
  id: string;
  person_id: string;
  instructor_id: string | null;
  exercise_id: string | null;
  sequence_id: string | null;
  created_at: Temporal.Instant;
}

interface NotesTable {
  person_id: string;
  exercise_id: string;
  text: string;
  updated_at: Temporal.Instant;
}

interface CautionsTable {
  person_id: string;
  cautions: Caution[];
  updated_at: Temporal.Instant;
}

/** What an author works on: an exercise or a sequence, whole or not. */
interface DraftsTable {
  id: string;
  kind: Kind;
  library: string;
  slug: string;
  owner_id: string | null;
  name: string;
  content: Content;
  base_version: number;
  version: Generated<number>;
  edited_by: string | null;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

interface RevisionsTable {
  item_id: string;
  version: number;
  kind: Kind;
  content: Content;
  by_person: string | null;
  published_at: Temporal.Instant;
}

interface AssignmentsTable {
  id: string;
  instructor_person_id: string;
  learner_id: string;
  sequence_id: string;
  sequence_seconds: number;
  times: number;
  /** 2026-11-23, by the learner's own calendar. */
  due_on: string;
  note: string;
  created_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export type PracticeTables = {
  'practice.drafts': DraftsTable;
  'practice.revisions': RevisionsTable;
  'practice.assignments': AssignmentsTable;
  'practice.exercises': ExercisesTable;
  'practice.sequences': SequencesTable;
  'practice.sequence_steps': SequenceStepsTable;
  'practice.sessions': SessionsTable;
  'practice.session_exercises': SessionExercisesTable;
  'practice.exercises_tried': ExercisesTriedTable;
  'practice.goals': GoalsTable;
  'practice.achievements': AchievementsTable;
  'practice.favourites': FavouritesTable;
  'practice.notes': NotesTable;
  'practice.cautions': CautionsTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<PracticeTables>();
