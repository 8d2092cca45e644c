import type { Generated } from 'kysely';

export interface DeletionsTable {
  id: string;
  person_id: string;
  requested_at: Temporal.Instant;
  erases_at: Temporal.Instant;
  cancelled_at: Generated<Temporal.Instant | null>;
  erased_at: Generated<Temporal.Instant | null>;
}
