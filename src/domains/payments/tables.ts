import type { ColumnType } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { ChargeStatus } from './charges/charge-states.ts';
import type { AccountCode, PostingKind } from './ledger/chart.ts';
import type { OperationsTables } from './operations-tables.ts';
import type { PayoutsTables } from './payout-tables.ts';
import type { PlusTables } from './plus-tables.ts';
import type { CallStatus } from './provider/provider-call.ts';
import type { SubjectKind } from './provider/subject.ts';
import type { TransferStatus } from './transfers/transfer-states.ts';

type Instant = ColumnType<Temporal.Instant, string, string>;
type MaybeInstant = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface ChargesTable {
  id: string;
  reference: string;
  market_code: string;
  platform: Defaulted<string>;
  currency: string;
  amount_minor: number;
  fee_minor: number;
  capture: 'manual' | 'automatic';
  status: ChargeStatus;
  last_known_status: Exclude<ChargeStatus, 'unknown'>;
  provider_session_id: ColumnType<string | null, never, string | null>;
  provider_session_url: ColumnType<string | null, never, string | null>;
  provider_intent_id: ColumnType<string | null, never, string | null>;
  provider_charge_id: ColumnType<string | null, never, string | null>;
  needed_at: MaybeInstant;
  provider_customer_id: ColumnType<string | null, never, string | null>;
  provider_method_id: ColumnType<string | null, never, string | null>;
  tries: Defaulted<number>;
  failed_tries: Defaulted<number>;
  tried_at: MaybeInstant;
  lapsed_at: MaybeInstant;
  capture_before: MaybeInstant;
  wake_at: MaybeInstant;
  captured_minor: Defaulted<number>;
  refunded_minor: Defaulted<number>;
  decline_code: ColumnType<string | null, never, string | null>;
  /** Kept by the payer's bank after a lost dispute. */
  lost_minor: ColumnType<number, never, number>;
  /** While a bank decides about it, nothing is given back. */
  dispute_open: ColumnType<boolean, never, boolean>;
  keep_minor: ColumnType<number | null, never, number>;
  keep_reason: ColumnType<string | null, never, string>;
  abandoned_at: MaybeInstant;
  /** Who pays, and what for in words; known from the payment page on. */
  payer_id: ColumnType<string | null, never, string | null>;
  description: ColumnType<string | null, never, string | null>;
  expires_at: Instant;
  created_at: Instant;
  updated_at: Instant;
}

export interface ChargeTransitionsTable {
  id: string;
  charge_id: string;
  from_status: ChargeStatus;
  to_status: ChargeStatus;
  cause: string;
  at: Instant;
}

export interface ProviderCallsTable {
  id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  platform: string;
  operation: string;
  attempt: number;
  idempotency_key: string;
  params: ColumnType<object, string, string>;
  params_hash: string;
  status: CallStatus;
  provider_object_id: ColumnType<string | null, never, string | null>;
  provider_request_id: ColumnType<string | null, never, string | null>;
  error_code: ColumnType<string | null, never, string | null>;
  error_message: ColumnType<string | null, never, string | null>;
  asked: Defaulted<number>;
  needs_person_at: MaybeInstant;
  created_at: Instant;
  finished_at: MaybeInstant;
}

export interface WebhookEventsTable {
  id: string;
  platform: Defaulted<string>;
  account: string | null;
  type: string;
  object_id: string | null;
  /** Known once it was processed. */
  subject_kind: ColumnType<SubjectKind | null, never, SubjectKind>;
  subject_id: ColumnType<string | null, never, string>;
  payload: ColumnType<unknown, string, string>;
  status: 'received' | 'processed' | 'parked';
  attempts: Defaulted<number>;
  note: ColumnType<string | null, never, string | null>;
  received_at: Instant;
  processed_at: MaybeInstant;
}

export interface RefundsTable {
  id: string;
  charge_id: string;
  provider_refund_id: string;
  amount_minor: number;
  status: 'pending' | 'succeeded' | 'failed';
  created_at: Instant;
  updated_at: Instant;
}

export interface LedgerAccountsTable {
  market_code: string;
  currency: string;
  code: AccountCode;
}

export interface LedgerTransactionsTable {
  id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  /** Where it belongs to the money of one charge. */
  charge_id: string | null;
  platform: Defaulted<string>;
  kind: PostingKind;
  source_key: string;
  posted_at: Instant;
}

export interface LedgerEntriesTable {
  transaction_id: string;
  line: number;
  market_code: string;
  currency: string;
  account: AccountCode;
  amount_minor: number;
  /** Who owes or is owed it, in the accounts where that matters. */
  person_id: ColumnType<string | null, string | null | undefined, never>;
}

export interface TransfersTable {
  id: string;
  charge_id: string;
  purpose: 'lesson';
  person_id: string;
  platform: string;
  market_code: string;
  currency: string;
  status: TransferStatus;
  due_at: Instant;
  next_try_at: MaybeInstant;
  provider_transfer_id: ColumnType<string | null, never, string | null>;
  amount_minor: Defaulted<number>;
  netted_minor: Defaulted<number>;
  reversed_minor: Defaulted<number>;
  owed_minor: Defaulted<number>;
  owed_since: MaybeInstant;
  recovered_minor: Defaulted<number>;
  written_off_minor: Defaulted<number>;
  /** Came back for a dispute; another is sent in its place. */
  replaced_at: MaybeInstant;
  blocked_reason: ColumnType<string | null, never, string | null>;
  sent_at: MaybeInstant;
  created_at: Instant;
  updated_at: Instant;
}

export interface TransferTransitionsTable {
  id: string;
  transfer_id: string;
  from_status: TransferStatus;
  to_status: TransferStatus;
  cause: string;
  at: Instant;
}

export interface TransferHoldsTable {
  charge_id: string;
  reason: string;
  placed_at: Instant;
  lifted_at: MaybeInstant;
}

export type PaymentsTables = {
  'payments.charges': ChargesTable;
  'payments.charge_transitions': ChargeTransitionsTable;
  'payments.provider_calls': ProviderCallsTable;
  'payments.webhook_events': WebhookEventsTable;
  'payments.refunds': RefundsTable;
  'payments.transfers': TransfersTable;
  'payments.transfer_transitions': TransferTransitionsTable;
  'payments.transfer_holds': TransferHoldsTable;
  'payments.ledger_accounts': LedgerAccountsTable;
  'payments.ledger_transactions': LedgerTransactionsTable;
  'payments.ledger_entries': LedgerEntriesTable;
};

/** The handle that sees this domain's tables and no other's. */
export const tables = (ctx: { readonly db: Db }) =>
  ctx.db.withTables<PaymentsTables & PayoutsTables & PlusTables & OperationsTables>();
