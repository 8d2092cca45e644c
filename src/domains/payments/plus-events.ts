import { defineEvent } from '../../platform/events/index.ts';

export interface PlusFact {
  subscriptionId: string;
  personId: string;
  /** When it was seen (RFC 3339): the same may happen again later. */
  at: string;
}

export interface PlusInvoiceFact extends PlusFact {
  providerInvoiceId: string;
}

/** A trial or a paid period has begun. */
export const plusStarted = defineEvent<PlusFact>('payments.plus_started');
/** The trial ends within three days, and the card will be charged. */
export const plusTrialEnding = defineEvent<PlusFact>('payments.plus_trial_ending');
/** A card paid for a period, or for what a change costs. */
export const plusPaid = defineEvent<PlusInvoiceFact>('payments.plus_paid');
/** One more try to take what is owed has failed. */
export const plusPaymentFailed = defineEvent<PlusInvoiceFact & { attempt: number }>(
  'payments.plus_payment_failed',
);
/** The grace is over: Plus is off until what is owed is paid. */
export const plusStopped = defineEvent<PlusFact>('payments.plus_stopped');
/** Another plan holds now, or will from the next period on. */
export const plusChanged = defineEvent<PlusFact>('payments.plus_changed');
/** It will end with what is paid. */
export const plusEnding = defineEvent<PlusFact>('payments.plus_ending');
export const plusResumed = defineEvent<PlusFact>('payments.plus_resumed');
export const plusEnded = defineEvent<PlusFact>('payments.plus_ended');
