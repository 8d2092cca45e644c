import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

export interface Subject {
  id: string;
  slug: string;
  name: string;
  /** Other words learners use for it, in lower case. */
  synonyms: string[];
  /** The name of its drawn icon. */
  icon: string;
  position: number;
  active: boolean;
}

export type SubjectInput = Omit<Subject, 'id'>;

const columns = ['id', 'slug', 'name', 'synonyms', 'icon', 'position', 'active'] as const;

export const selectSubjects = (ctx: Ctx): Promise<Subject[]> =>
  tables(ctx)
    .selectFrom('catalog.subjects')
    .select(columns)
    .orderBy('position')
    .orderBy('name')
    .execute();

export const insertSubject = (ctx: Ctx, input: SubjectInput): Promise<Subject> =>
  tables(ctx)
    .insertInto('catalog.subjects')
    .values({ id: newId(ctx.clock), ...input, updated_at: ctx.clock.now() })
    .returning(columns)
    .executeTakeFirstOrThrow();

export const updateSubject = (
  ctx: Ctx,
  slug: string,
  change: Partial<SubjectInput>,
): Promise<Subject | undefined> =>
  tables(ctx)
    .updateTable('catalog.subjects')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('slug', '=', slug)
    .returning(columns)
    .executeTakeFirst();
