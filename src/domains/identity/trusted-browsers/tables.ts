export interface TrustedBrowsersTable {
  id: string;
  person_id: string;
  token_hash: Buffer;
  /** Coarse name, such as "Firefox on Linux". */
  browser: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
}
