import type { Ctx } from './context.ts';
import type { Events } from './events/index.ts';
import type { App } from './http/index.ts';
import type { Jobs } from './jobs/index.ts';

/** What the composition root needs of a domain; each part is left out where there is nothing. */
export interface Domain {
  name: string;
  routes?(app: App): void;
  listeners?(events: Events): void;
  jobs?(jobs: Jobs): void;
  /** Loads the reference data that ships with the product; runs after migration, must be idempotent. */
  prepare?(ctx: Ctx): Promise<void>;
}
