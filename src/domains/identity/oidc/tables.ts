export interface OidcLinksTable {
  id: string;
  person_id: string;
  issuer: string;
  subject: string;
  email: string | null;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
}
