import type { Generated } from 'kysely';
import type { Ctx, Role } from '../../platform/context.ts';

export interface PeopleTable {
  id: string;
  email: string;
  email_key: string;
  display_name: string;
  password_hash: string | null;
  email_verified_at: Temporal.Instant | null;
  roles: Role[];
  locale: string;
  /** IANA zone. */
  time_zone: string;
  is_demo: Generated<boolean>;
  created_at: Temporal.Instant;
}

export interface SessionsTable {
  id: string;
  token_hash: Buffer;
  person_id: string;
  created_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  remember: boolean;
  user_agent: string | null;
  address: string | null;
  revoked_at: Temporal.Instant | null;
}

export type TokenPurpose = 'verify_email' | 'reset_password';

export interface EmailTokensTable {
  id: string;
  purpose: TokenPurpose;
  person_id: string;
  token_hash: Buffer;
  return_to: string | null;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export type IdentityTables = {
  'identity.people': PeopleTable;
  'identity.sessions': SessionsTable;
  'identity.email_tokens': EmailTokensTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<IdentityTables>();
