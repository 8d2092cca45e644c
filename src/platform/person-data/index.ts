import type { Ctx } from '../context.ts';
import type { Domain } from '../domain.ts';

/** A reason why an account can't be deleted yet, such as `lessons_ahead`, in words for the person. */
export interface DeletionBlocker {
  code: string;
  detail: string;
}

/** What every domain keeps about one person; each answers for itself, so that none looks upward. */
export interface PersonData {
  /** By name of the domain. */
  export(ctx: Ctx, personId: string): Promise<Record<string, Record<string, unknown>>>;
  blockers(ctx: Ctx, personId: string): Promise<DeletionBlocker[]>;
  /** To be called in a transaction: all of it or nothing. */
  erase(ctx: Ctx, personId: string): Promise<void>;
}

export function personDataOf(domains: readonly Domain[]): PersonData {
  return {
    async export(ctx, personId) {
      const parts: Record<string, Record<string, unknown>> = {};
      for (const { name, exportPerson } of domains)
        if (exportPerson) parts[name] = await exportPerson(ctx, personId);
      return parts;
    },
    async blockers(ctx, personId) {
      const blockers: DeletionBlocker[] = [];
      for (const { deletionBlockers } of domains)
        if (deletionBlockers) blockers.push(...(await deletionBlockers(ctx, personId)));
      return blockers;
    },
    async erase(ctx, personId) {
      // Those above first: they ask the doors below whose rows are whose.
      for (const { erasePerson } of domains.toReversed()) await erasePerson?.(ctx, personId);
    },
  };
}

const batchSize = 500;

/** Reads a list to its end in batches; `after` is the last row of the batch before. */
export async function readAll<T>(
  readBatch: (page: { after: T | undefined; limit: number }) => Promise<T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const batch = await readBatch({ after: rows.at(-1), limit: batchSize });
    rows.push(...batch);
    if (batch.length < batchSize) return rows;
  }
}
