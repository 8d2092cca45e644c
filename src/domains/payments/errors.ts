import type { DomainError } from '../../platform/errors/index.ts';
import {
  conflict,
  forbidden,
  invalid,
  malformed,
  notFound,
  unavailable,
} from '../../platform/errors/index.ts';

export const chargeNotFound = (chargeId: string): DomainError =>
  notFound('charge_not_found', 'There is no such payment.', { details: { chargeId } });

export const chargeExists = (reference: string): DomainError =>
  conflict('charge_exists', 'A payment was already opened for this.', { details: { reference } });

export const amountInvalid = (field: string): DomainError =>
  invalid('amount_invalid', 'This amount can’t be charged.', { field });

/** The charge can't be paid any more: paid already, given up, or past its time. */
export const chargeNotPayable = (status: string): DomainError =>
  conflict('charge_not_payable', 'This payment is no longer open.', { details: { status } });

/** Another instruction for this charge is still being carried out. */
export const chargeBusy = (): DomainError =>
  conflict(
    'charge_busy',
    'Something else is happening with this payment. Please look again in a moment.',
  );

/** What is asked can't follow from where the charge stands. */
export const chargeElsewhere = (status: string): DomainError =>
  conflict('charge_moved_on', 'This payment has moved on since.', { details: { status } });

export const paymentPageUnavailable = (): DomainError =>
  unavailable(
    'payment_page_unavailable',
    'The payment page did not answer. Nothing was charged; please try again.',
    { retryAfterSeconds: 5 },
  );

export const providerUnavailable = (cause: unknown): DomainError =>
  unavailable(
    'payment_provider_unavailable',
    'The payment provider did not answer. Please try again shortly.',
    {
      retryAfterSeconds: 10,
      cause,
    },
  );

/** A payer's bank is deciding about it: nothing can be given back meanwhile. */
export const chargeDisputed = (): DomainError =>
  conflict(
    'charge_disputed',
    'The payer’s bank is looking into this payment. Nothing can be refunded until it decides.',
  );

export const disputeNotFound = (): DomainError =>
  notFound('dispute_not_found', 'There is no such dispute.');

export const disputeOver = (status: string): DomainError =>
  conflict('dispute_over', 'This dispute takes no answer any more.', { details: { status } });

export const disputeAnswered = (): DomainError =>
  conflict('dispute_answered', 'This dispute was answered already; the answer is on its way.');

export const evidenceMissing = (): DomainError =>
  invalid('evidence_missing', 'Write or upload something first: an empty answer loses.', {
    field: 'evidence',
  });

export const fileUnknown = (field: string): DomainError =>
  invalid('file_unknown', 'This file was not uploaded for this dispute.', { field });

export const fileNotTaken = (): DomainError =>
  invalid('file_not_taken', 'Please send a PDF, JPEG or PNG of at most 4 MB.', { field: 'file' });

export const callNotFound = (): DomainError =>
  notFound('provider_call_not_found', 'There is no such call.');

export const callDone = (): DomainError =>
  conflict('provider_call_done', 'This call has ended well; there is nothing to try again.');

export const paymentEventNotFound = (): DomainError =>
  notFound('payment_event_not_found', 'There is no such event.');

export const eventNotParked = (status: string): DomainError =>
  conflict('event_not_parked', 'This event does not wait for anybody.', { details: { status } });

export const reconciliationRunning = (): DomainError =>
  conflict('reconciliation_running', 'The books are being compared right now.');

export const reconciliationNotFound = (): DomainError =>
  notFound('reconciliation_not_found', 'There is no such report.');

export const caseNotFound = (): DomainError => notFound('case_not_found', 'There is no such case.');

export const caseClosed = (): DomainError =>
  conflict('case_closed', 'This case was closed already.');

/** What the provider holds is not what was asked of it: never booked, left for a person. */
export class ProviderDiffers extends Error {
  constructor(what: string) {
    super(`the provider's object differs from the charge: ${what}`);
    this.name = 'ProviderDiffers';
  }
}

export const signatureInvalid = (): DomainError =>
  malformed(
    'signature_invalid',
    'This is not signed by the payment provider, or not at this time.',
    {
      field: 'stripe-signature',
    },
  );

export const payoutAccountNotFound = (): DomainError =>
  notFound('payout_account_not_found', 'There is no such payout account.');

export const payoutNotFound = (): DomainError =>
  notFound('payout_not_found', 'There is no such payout.');

export const payoutMarketRequired = (): DomainError =>
  forbidden('market_required', 'Choose your market first: it says where you can be paid.');

/** The provider has turned this person down; only it can change that. */
export const payoutAccountRejected = (): DomainError =>
  conflict(
    'payout_account_rejected',
    'The payment provider has declined this account. Please write to us, and we will look into it.',
  );

export const payoutAccountNotStarted = (): DomainError =>
  conflict('payout_account_not_started', 'Payouts are not set up yet: begin with that.');

/** The provider said no to an account in this country, or for this person. */
export const payoutAccountRefused = (): DomainError =>
  conflict(
    'payout_account_refused',
    'The payment provider can’t open an account for you right now. We were told, and will look into it.',
  );

export const customerNotFound = (): DomainError =>
  notFound('customer_not_found', 'There is no such customer.');

export const cardNotFound = (): DomainError =>
  notFound('card_not_found', 'There is no such saved card.');

/** Plus is paid with it, and there is no other. */
export const cardInUse = (): DomainError =>
  conflict('card_in_use', 'Etude Plus is paid with this card. Save another one first.');

export const tooManyCards = (): DomainError =>
  conflict('too_many_cards', 'Ten cards are the most that can be saved. Remove one first.');

export const planNotFound = (): DomainError =>
  notFound('plan_not_found', 'There is no such plan.', { field: 'plan' });

export const subscriptionNotFound = (): DomainError =>
  notFound('plus_not_found', 'You do not have Etude Plus.');

export const plusExists = (): DomainError =>
  conflict('plus_exists', 'You already have Etude Plus.');

/** Another instruction for this subscription is still being carried out. */
export const plusBusy = (): DomainError =>
  conflict('plus_busy', 'Something else is happening with Etude Plus. Please look in a moment.');

/** What is asked can't follow from where the subscription stands. */
export const plusElsewhere = (status: string): DomainError =>
  conflict('plus_moved_on', 'Etude Plus has moved on since. Please look again.', {
    details: { status },
  });

export const plusDeclined = (): DomainError =>
  conflict(
    'card_declined',
    'Your card was declined. Nothing has changed, and nothing was charged.',
  );

/** The amounts that were shown no longer hold. */
export const quoteChanged = (details: Record<string, unknown>): DomainError =>
  conflict('quote_changed', 'The amount has changed since. Please look at it again.', { details });

export const chooseMarketFirst = (): DomainError =>
  forbidden('market_required', 'Choose your country first.');

export const receiptNotFound = (): DomainError =>
  notFound('payment_not_found', 'There is no such payment.');
