import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { getMarket } from '../../markets/index.ts';
import { subjectUnknown } from '../errors.ts';
import { checkPrice, type PriceRule, type Service } from '../services/service.ts';
import { insertServices, type NewService } from '../services/services.queries.ts';
import { everySubject } from '../subjects/list-subjects.ts';
import { slugOf } from '../text.ts';
import type { Instructor } from './instructor.ts';
import { insertInstructors } from './instructors.queries.ts';

export type ServiceDraft = Pick<
  Service,
  'subjectSlug' | 'title' | 'durationMinutes' | 'priceMinor' | 'currency' | 'place'
>;

export interface InstructorDraft extends Omit<
  Instructor,
  'id' | 'slug' | 'status' | 'publishedAt' | 'updatedAt'
> {
  services: ServiceDraft[];
}

const rowsPerStatement = 200;

/**
 * Publishes many complete instructors at once: for demo data and imports. No event is published;
 * the caller rebuilds what reads them. Throws as the single verbs do (MK-03 holds here too).
 */
export function createInstructors(
  ctx: Ctx,
  drafts: readonly InstructorDraft[],
): Promise<{ id: string; slug: string }[]> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const slugs = uniqueSlugs(drafts.map((draft) => draft.displayName));
    const created = drafts.map((draft, index) => ({
      ...draft,
      id: newId(tx.clock),
      slug: slugs[index]!,
      status: 'published' as const,
      publishedAt: now,
    }));
    const subjects = new Map((await everySubject(tx)).map((subject) => [subject.slug, subject.id]));
    const services: NewService[] = [];
    for (const [index, draft] of drafts.entries()) {
      const market = await getMarket(tx, draft.marketCode);
      services.push(
        ...servicesOf(tx, draft, { instructorId: created[index]!.id, market, subjects }),
      );
    }
    for (let at = 0; at < created.length; at += rowsPerStatement) {
      const rows = created.slice(at, at + rowsPerStatement);
      const inserted = await insertInstructors(tx, rows);
      if (inserted !== rows.length)
        throw new Error(`${rows.length - inserted} instructors exist already`);
    }
    for (let at = 0; at < services.length; at += rowsPerStatement)
      await insertServices(tx, services.slice(at, at + rowsPerStatement));
    return created.map(({ id, slug }) => ({ id, slug }));
  });
}

interface Surroundings {
  instructorId: string;
  market: PriceRule;
  /** Ids by slug. */
  subjects: ReadonlyMap<string, string>;
}

function servicesOf(
  ctx: Ctx,
  draft: InstructorDraft,
  { instructorId, market, subjects }: Surroundings,
): NewService[] {
  return draft.services.map(({ subjectSlug, ...service }, index) => {
    checkPrice(market, { minor: service.priceMinor, currency: service.currency });
    const subjectId = subjects.get(subjectSlug);
    if (!subjectId) throw subjectUnknown();
    return {
      ...service,
      id: newId(ctx.clock),
      instructorId,
      subjectId,
      active: true,
      position: index + 1,
    };
  });
}

function uniqueSlugs(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const base = slugOf(name) || 'teacher';
    const number = (used.get(base) ?? 0) + 1;
    used.set(base, number);
    return number === 1 ? base : `${base}-${number}`;
  });
}
