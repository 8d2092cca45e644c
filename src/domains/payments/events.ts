import { defineEvent } from '../../platform/events/index.ts';
import type { PayoutAccountStatus } from './payout-accounts/payout-account-states.ts';

export interface ChargeFact {
  chargeId: string;
  /** What the charge pays for, as its opener named it ("booking:UUID"). */
  reference: string;
}

/** With the amount the fact is about, in minor units of the charge's currency. */
export interface ChargeAmountFact extends ChargeFact {
  amountMinor: number;
}

/**
 * The money is secured: authorised, or already taken when the charge captures at payment. Also
 * told for a checkout that was abandoned and turns out paid: its opener decides what happens.
 */
export const chargeAuthorised = defineEvent<ChargeFact>('payments.charge_authorised');
/** Nothing is taken yet: a card is saved, and will be charged when the time comes. */
export const chargeCardSaved = defineEvent<ChargeFact>('payments.charge_card_saved');
/** The saved card was declined, or its bank wants to ask the payer. Told for every try. */
export const chargeActionNeeded = defineEvent<ChargeFact>('payments.charge_action_needed');
/** The amount (all or a share) was taken; the rest of the authorisation was let go. */
export const chargeCaptured = defineEvent<ChargeAmountFact>('payments.charge_captured');
/** Nothing was or will be taken. */
export const chargeVoided = defineEvent<ChargeFact>('payments.charge_voided');
/** One refund of that amount is on its way to the payer. */
export const chargeRefunded = defineEvent<ChargeAmountFact>('payments.charge_refunded');
/** The payment failed for good, or its authorisation lapsed. */
export const chargeFailed = defineEvent<ChargeFact>('payments.charge_failed');

export interface DisputeFact {
  disputeId: string;
  chargeId: string;
}

/** A payer's bank asks (`inquiry`) or has taken money back; an answer is due. `status` names the fact. */
export const disputeOpened = defineEvent<DisputeFact & { status: string }>(
  'payments.dispute_opened',
);
/** It is over: `won`, `lost`, or `inquiry_closed`. */
export const disputeClosed = defineEvent<DisputeFact & { outcome: string }>(
  'payments.dispute_closed',
);
/** A nightly comparison found differences that nobody has explained. */
export const reconciliationDiffers = defineEvent<{ reconciliationId: string; opened: number }>(
  'payments.reconciliation_differs',
);

export interface PayoutAccountFact {
  payoutAccountId: string;
  personId: string;
}

/** Whether somebody can be paid is not what it was. `transitionId` names the fact. */
export const payoutAccountChanged = defineEvent<
  PayoutAccountFact & { from: PayoutAccountStatus; to: PayoutAccountStatus; transitionId: string }
>('payments.payout_account_changed');
/** An account that works is asked for something, by a day. `at` (RFC 3339) names the fact. */
export const payoutDetailsDue = defineEvent<PayoutAccountFact & { at: string }>(
  'payments.payout_details_due',
);

export interface PayoutFact {
  payoutId: string;
  personId: string;
}

/** Money has left for somebody's bank. */
export const payoutSent = defineEvent<PayoutFact>('payments.payout_sent');
/** The bank did not take it; it is back in the account at the provider. */
export const payoutFailed = defineEvent<PayoutFact>('payments.payout_failed');
