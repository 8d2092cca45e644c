import type { Generated } from 'kysely';
import type { Client, Ctx, OperatorScope, Role } from '../../platform/context.ts';
import type { AuditAction, AuditDetails } from './audit/actions.ts';
import type { DeletionsTable } from './data/tables.ts';
import type { EmailChangesTable } from './email-change/tables.ts';
import type { OidcLinksTable } from './oidc/tables.ts';
import type { PasskeyChallengesTable, PasskeysTable } from './passkeys/tables.ts';
import type { PhoneCodesTable } from './phone/tables.ts';
import type { SignInMethod } from './sign-in/sign-in.ts';
import type { TrustedBrowsersTable } from './trusted-browsers/tables.ts';
import type {
  BackupCodesTable,
  PendingSignInsTable,
  TotpTable,
  TwoFactorResetsTable,
} from './two-factor/tables.ts';

export interface PeopleTable {
  id: string;
  email: string;
  email_key: string;
  display_name: string;
  password_hash: string | null;
  email_verified_at: Temporal.Instant | null;
  roles: Role[];
  operator_scopes: Generated<OperatorScope[]>;
  locale: string;
  /** IANA zone. */
  time_zone: string;
  is_demo: Generated<boolean>;
  created_at: Temporal.Instant;
  /** E.164, proved by a code. */
  phone: Generated<string | null>;
  phone_verified_at: Generated<Temporal.Instant | null>;
  erased_at: Generated<Temporal.Instant | null>;
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
  client: Client;
  authenticated_at: Temporal.Instant;
  methods: SignInMethod[];
  device_id: string | null;
  access_expires_at: Temporal.Instant | null;
  end_reason: string | null;
}

export interface RefreshTokensTable {
  id: string;
  session_id: string;
  token_hash: Buffer;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

export interface DevicesTable {
  person_id: string;
  device_id: string;
  browser: string;
  first_seen_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
}

export interface LockoutsTable {
  key_hash: Buffer;
  account_hash: Buffer;
  attempts: number;
  last_attempt_at: Temporal.Instant;
  locked_until: Temporal.Instant | null;
}

export interface AuditEntriesTable {
  id: string;
  at: Temporal.Instant;
  action: AuditAction;
  person_id: string | null;
  actor_kind: 'person' | 'anonymous' | 'system';
  actor_id: string | null;
  request_id: string;
  address: string | null;
  user_agent: string | null;
  details: AuditDetails;
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
  'identity.phone_codes': PhoneCodesTable;
  'identity.email_changes': EmailChangesTable;
  'identity.deletions': DeletionsTable;
  'identity.passkeys': PasskeysTable;
  'identity.passkey_challenges': PasskeyChallengesTable;
  'identity.oidc_links': OidcLinksTable;
  'identity.totp': TotpTable;
  'identity.backup_codes': BackupCodesTable;
  'identity.pending_sign_ins': PendingSignInsTable;
  'identity.trusted_browsers': TrustedBrowsersTable;
  'identity.two_factor_resets': TwoFactorResetsTable;
  'identity.people': PeopleTable;
  'identity.sessions': SessionsTable;
  'identity.email_tokens': EmailTokensTable;
  'identity.refresh_tokens': RefreshTokensTable;
  'identity.devices': DevicesTable;
  'identity.lockouts': LockoutsTable;
  'identity.audit_entries': AuditEntriesTable;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<IdentityTables>();
