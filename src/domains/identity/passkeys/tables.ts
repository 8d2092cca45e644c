import type { ChallengePurpose, Transport } from './passkey.ts';

export interface PasskeysTable {
  id: string;
  person_id: string;
  /** 1 to 20. */
  place: number;
  credential_id: Buffer;
  /** COSE. */
  public_key: Buffer;
  sign_count: number;
  transports: Transport[];
  backup_eligible: boolean;
  backed_up: boolean;
  name: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant | null;
}

export interface PasskeyChallengesTable {
  challenge_hash: Buffer;
  purpose: ChallengePurpose;
  person_id: string | null;
  bound_hash: Buffer;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}
