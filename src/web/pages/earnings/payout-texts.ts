import { m } from '../../../messages/messages.js';
import { formatTime } from '../../format/times.ts';
import type { Payout, PayoutLine, Requirement } from './money-types.ts';

type Tone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

const looks: Record<Payout['status'], [() => string, Tone]> = {
  pending: [m.payouts_status_pending, 'accent'],
  in_transit: [m.payouts_status_in_transit, 'accent'],
  paid: [m.payouts_status_paid, 'success'],
  failed: [m.payouts_status_failed, 'danger'],
  canceled: [m.payouts_status_canceled, 'plain'],
};

export function payoutLook({ status }: Payout): { text: string; tone: Tone } {
  const [text, tone] = looks[status];
  return { text: text(), tone };
}

/** When it arrives, or did. */
export function arrivalText(payout: Payout, timeZone: string, locale: string): string {
  const day = formatTime(payout.arrivesAt, 'longDay', timeZone, locale);
  switch (payout.status) {
    case 'pending':
    case 'in_transit':
      return m.payouts_arrives({ day });
    case 'paid':
      return m.payouts_arrived({ day });
    case 'failed':
    case 'canceled':
      return m.payouts_came_back();
  }
}

/** Why a bank sent a payout back, as far as it said. */
export function failureText({ failureCode }: Payout): string {
  switch (failureCode) {
    case 'account_closed':
    case 'bank_account_restricted':
      return m.payouts_failed_closed();
    case 'no_account':
    case 'incorrect_account_holder_name':
    case 'invalid_account_number':
      return m.payouts_failed_no_account();
    case 'invalid_currency':
      return m.payouts_failed_currency();
    case 'debit_not_authorized':
      return m.payouts_failed_not_allowed();
    default:
      return m.payouts_failed_other();
  }
}

export const bankText = (last4: string | null): string =>
  last4 ? m.payouts_bank({ last4 }) : m.payouts_bank_unknown();

export function lineText({ kind, earning }: PayoutLine): string {
  switch (kind) {
    case 'transfer':
      return earning?.title ?? m.payouts_line_lesson();
    case 'reversal':
      return m.payouts_line_taken_back({ title: earning?.title ?? m.payouts_line_lesson() });
    case 'failed_payout':
      return m.payouts_line_failed();
    case 'other':
      return m.payouts_line_other();
  }
}

const needs: Record<Requirement['kind'], [() => string, () => string]> = {
  identity_document: [m.payouts_need_document, m.payouts_need_document_text],
  personal: [m.payouts_need_personal, m.payouts_need_personal_text],
  address: [m.payouts_need_address, m.payouts_need_address_text],
  contact: [m.payouts_need_contact, m.payouts_need_contact_text],
  bank: [m.payouts_need_bank, m.payouts_need_bank_text],
  business: [m.payouts_need_business, m.payouts_need_business_text],
  terms: [m.payouts_need_terms, m.payouts_need_terms_text],
  other: [m.payouts_need_other, m.payouts_need_other_text],
};

/** What the provider wants, in plain words. */
export function needText({ kind }: Requirement): { title: string; text: string } {
  const [title, text] = needs[kind];
  return { title: title(), text: text() };
}
