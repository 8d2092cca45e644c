import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { rethrowConstraint, subjectNotFound } from '../errors.ts';
import { subjectsChanged } from '../events.ts';
import { assertMayEditSubjects } from '../policy.ts';
import { cleanLine, lineOf } from '../text.ts';
import { forgetSubjects } from './list-subjects.ts';
import {
  insertSubject,
  type Subject,
  type SubjectInput,
  updateSubject,
} from './subjects.queries.ts';

export type NewSubject = Pick<SubjectInput, 'slug' | 'name'> &
  Partial<Omit<SubjectInput, 'slug' | 'name'>>;

/** Throws `forbidden` for anyone but operators, `conflict` subject_exists. */
export function createSubject(ctx: Ctx, input: NewSubject): Promise<Subject> {
  assertMayEditSubjects(ctx);
  const subject = {
    slug: input.slug,
    name: lineOf(input.name, 'name', 2),
    synonyms: cleanSynonyms(input.synonyms ?? []),
    icon: input.icon ?? input.slug,
    position: input.position ?? 1000,
    active: input.active ?? true,
  };
  return edit(ctx, (tx) => insertSubject(tx, subject));
}

export type SubjectChange = Partial<Omit<SubjectInput, 'slug'>>;

/** The slug is part of addresses and never changes. Throws `forbidden`, `not_found` subject_not_found. */
export function changeSubject(ctx: Ctx, slug: string, change: SubjectChange): Promise<Subject> {
  assertMayEditSubjects(ctx);
  const { name, synonyms, ...rest } = change;
  const cleaned = {
    ...rest,
    ...(name !== undefined && { name: lineOf(name, 'name', 2) }),
    ...(synonyms && { synonyms: cleanSynonyms(synonyms) }),
  };
  return edit(ctx, (tx) => updateSubject(tx, slug, cleaned));
}

function edit(ctx: Ctx, work: (tx: Ctx) => Promise<Subject | undefined>): Promise<Subject> {
  return inTransaction(ctx, async (tx) => {
    const subject = await work(tx);
    if (!subject) throw subjectNotFound();
    await tx.events.publish(tx, subjectsChanged, {});
    forgetSubjects(tx);
    return subject;
  }).catch(rethrowConstraint);
}

const cleanSynonyms = (words: string[]): string[] =>
  [...new Set(words.map((word) => cleanLine(word).toLowerCase()))].filter((word) => word !== '');
