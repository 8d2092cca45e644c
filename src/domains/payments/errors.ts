import type { DomainError } from '../../platform/errors/index.ts';
import {
  conflict,
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
