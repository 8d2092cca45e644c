import type { Generated } from 'kysely';

export interface PhoneCodesTable {
  id: string;
  person_id: string;
  /** E.164. */
  phone: string;
  code_hash: Buffer;
  tries: Generated<number>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  ended_at: Generated<Temporal.Instant | null>;
  end_reason: Generated<PhoneCodeEnd | null>;
}

export type PhoneCodeEnd = 'verified' | 'replaced' | 'unsent';
