import type { ColumnType } from 'kysely';
import type { Client } from '../../../platform/context.ts';
import type { SignInMethod } from '../sign-in/sign-in.ts';

export interface TotpTable {
  id: string;
  person_id: string;
  secret_sealed: Buffer;
  /** Read from the sealed value. */
  key_version: ColumnType<number, never, never>;
  created_at: Temporal.Instant;
  enabled_at: Temporal.Instant | null;
  last_step: number | null;
}

export interface BackupCodesTable {
  id: string;
  person_id: string;
  /** 1 to 10. */
  place: number;
  code_hash: Buffer;
  created_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface PendingSignInsTable {
  id: string;
  person_id: string;
  token_hash: Buffer;
  client: Client;
  device_id: string | null;
  first_method: SignInMethod;
  remember: boolean;
  tries_left: number;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface TwoFactorResetsTable {
  id: string;
  person_id: string;
  operator_id: string | null;
  token_hash: Buffer;
  requested_at: Temporal.Instant;
  takes_effect_at: Temporal.Instant;
  stopped_at: Temporal.Instant | null;
  done_at: Temporal.Instant | null;
}
