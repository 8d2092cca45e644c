import type { ColumnType } from 'kysely';
import type { DisputeStatus } from './disputes/dispute-states.ts';
import type { Evidence } from './disputes/evidence.ts';
import type { RefundReason } from './operations/refund-reasons.ts';
import type { CaseKind } from './reconciliation/case-kinds.ts';

type Instant = ColumnType<Temporal.Instant, string, string>;
/** Not known when the row is made. */
type Later<T> = ColumnType<T | null, never, T | null>;
type LaterInstant = ColumnType<Temporal.Instant | null, never, string | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface DisputesTable {
  id: string;
  provider_dispute_id: string;
  charge_id: string;
  platform: string;
  market_code: string;
  status: DisputeStatus;
  reason: Later<string>;
  currency: Later<string>;
  amount_minor: Later<number>;
  held_minor: Defaulted<number>;
  due_at: LaterInstant;
  opened_at: LaterInstant;
  evidence: ColumnType<Evidence, never, string>;
  answer: Later<'contest' | 'accept'>;
  answered_by: Later<string>;
  answered_at: LaterInstant;
  refusal: Later<string>;
  created_at: Instant;
  updated_at: Instant;
}

export interface DisputeTransitionsTable {
  id: string;
  dispute_id: string;
  from_status: DisputeStatus;
  to_status: DisputeStatus;
  cause: string;
  at: Instant;
}

export interface DisputeFilesTable {
  id: string;
  dispute_id: string;
  provider_file_id: string;
  name: string;
  bytes: number;
  uploaded_at: Instant;
}

export interface OperatorRefundsTable {
  id: string;
  charge_id: string;
  amount_minor: number;
  reason: RefundReason;
  note: string;
  operator_id: string;
  created_at: Instant;
}

export interface CurrencyTotals {
  currency: string;
  providerMinor: number;
  ledgerMinor: number;
}

export interface ReconciliationsTable {
  id: string;
  platform: string;
  status: 'running' | 'done' | 'failed';
  from_at: Instant;
  until_at: Instant;
  started_at: Instant;
  finished_at: LaterInstant;
  movements: Defaulted<number>;
  opened: Defaulted<number>;
  closed: Defaulted<number>;
  totals: ColumnType<CurrencyTotals[], never, string>;
  error: Later<string>;
}

export interface BalanceTransactionsTable {
  id: string;
  platform: string;
  type: string;
  category: string;
  currency: string;
  amount_minor: number;
  fee_minor: number;
  net_minor: number;
  source_id: string | null;
  intent_id: string | null;
  created_at: Instant;
  seen_at: Instant;
}

export interface BalanceBookingsTable {
  ledger_transaction_id: string;
  balance_transaction_id: string;
}

export interface ReconciliationCasesTable {
  id: string;
  reconciliation_id: string;
  platform: string;
  kind: CaseKind;
  balance_transaction_id: string | null;
  ledger_transaction_id: string | null;
  currency: string;
  provider_minor: number;
  ledger_minor: number;
  state: 'open' | 'closed';
  note: Later<string>;
  closed_by: Later<string>;
  opened_at: Instant;
  closed_at: LaterInstant;
}

export type OperationsTables = {
  'payments.disputes': DisputesTable;
  'payments.dispute_transitions': DisputeTransitionsTable;
  'payments.dispute_files': DisputeFilesTable;
  'payments.operator_refunds': OperatorRefundsTable;
  'payments.reconciliations': ReconciliationsTable;
  'payments.balance_transactions': BalanceTransactionsTable;
  'payments.balance_bookings': BalanceBookingsTable;
  'payments.reconciliation_cases': ReconciliationCasesTable;
};
