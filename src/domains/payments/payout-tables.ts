import type { ColumnType } from 'kysely';
import type { PayoutAccountStatus } from './payout-accounts/payout-account-states.ts';
import type { Requirement } from './payout-accounts/requirements.ts';
import type { PayoutLineKind } from './payouts/observe-payout.ts';
import type { PayoutStatus } from './payouts/payout-states.ts';

type Instant = ColumnType<Temporal.Instant, string, string>;
type MaybeInstant = ColumnType<Temporal.Instant | null, never, string | null>;
/** Not known when the row is made. */
type Later<T> = ColumnType<T | null, never, T | null>;

export interface EarningsTable {
  charge_id: string;
  person_id: string;
  title: string;
  starts_at: Instant;
  ends_at: Instant;
  created_at: Instant;
}

export interface PayoutAccountsTable {
  id: string;
  person_id: string;
  platform: string;
  country: string;
  status: PayoutAccountStatus;
  provider_account_id: Later<string>;
  transfers_enabled: ColumnType<boolean, never, boolean>;
  payouts_enabled: ColumnType<boolean, never, boolean>;
  disabled_reason: Later<string>;
  requirements: ColumnType<Requirement[], never, string>;
  bank_name: Later<string>;
  bank_last4: Later<string>;
  looked_at: MaybeInstant;
  created_at: Instant;
  updated_at: Instant;
}

export interface PayoutAccountTransitionsTable {
  id: string;
  payout_account_id: string;
  from_status: PayoutAccountStatus;
  to_status: PayoutAccountStatus;
  cause: string;
  at: Instant;
}

export interface PayoutsTable {
  id: string;
  payout_account_id: string;
  person_id: string;
  platform: string;
  provider_payout_id: string;
  status: PayoutStatus;
  currency: Later<string>;
  amount_minor: Later<number>;
  automatic: Later<boolean>;
  bank_last4: Later<string>;
  failure_code: Later<string>;
  provider_created_at: MaybeInstant;
  arrives_at: MaybeInstant;
  came_back_at: MaybeInstant;
  lines_read_at: MaybeInstant;
  created_at: Instant;
  updated_at: Instant;
}

export interface PayoutLinesTable {
  balance_transaction_id: string;
  payout_id: string;
  kind: PayoutLineKind;
  provider_transfer_id: string | null;
  provider_payment_id: string | null;
  amount_minor: number;
  happened_at: Instant;
}

export type PayoutsTables = {
  'payments.earnings': EarningsTable;
  'payments.payout_accounts': PayoutAccountsTable;
  'payments.payout_account_transitions': PayoutAccountTransitionsTable;
  'payments.payouts': PayoutsTable;
  'payments.payout_lines': PayoutLinesTable;
};
