import type { Ctx } from './context.ts';
import type { SealedColumn } from './crypto/rekey.ts';
import type { Events } from './events/index.ts';
import type { App } from './http/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { DeletionBlocker } from './person-data/index.ts';

/** What the composition root needs of a domain; each part is left out where there is nothing. */
export interface Domain {
  name: string;
  routes?(app: App): void;
  listeners?(events: Events): void;
  jobs?(jobs: Jobs): void;
  /** Loads the reference data that ships with the product; runs after migration, must be idempotent. */
  prepare?(ctx: Ctx): Promise<void>;
  /** Where its sealed secrets stand, for `bin/rekey`. */
  sealed?: readonly SealedColumn[];
  /** What it keeps about a person, as they may carry it away: no secrets, nothing private of others. */
  exportPerson?(ctx: Ctx, personId: string): Promise<Record<string, unknown>>;
  /** Why the account can't be deleted yet. */
  deletionBlockers?(ctx: Ctx, personId: string): Promise<DeletionBlocker[]>;
  /**
   * Takes out whatever tells who the person was; what others or the books need stays without it. Runs
   * in one transaction with all domains, those above first, and may run again.
   */
  erasePerson?(ctx: Ctx, personId: string): Promise<void>;
}
