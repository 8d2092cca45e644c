import type { Generated } from 'kysely';

export interface EmailChangesTable {
  id: string;
  person_id: string;
  old_email: string;
  old_email_key: string;
  new_email: string;
  new_email_key: string;
  confirm_hash: Buffer;
  undo_hash: Buffer;
  requested_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  confirmed_at: Generated<Temporal.Instant | null>;
  undo_until: Generated<Temporal.Instant | null>;
  ended_at: Generated<Temporal.Instant | null>;
  end_reason: Generated<EmailChangeEnd | null>;
}

/** `overtaken`: an earlier change of the same account was undone, and this one with it. */
export type EmailChangeEnd = 'replaced' | 'cancelled' | 'undone' | 'overtaken';
