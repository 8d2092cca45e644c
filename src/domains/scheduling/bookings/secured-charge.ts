import type { ChargeView } from '../../payments/index.ts';

const secured: readonly ChargeView['lastKnownStatus'][] = [
  'card_saved',
  'action_needed',
  'authorised',
  'captured',
  'partly_refunded',
];

/** Whether the payment stands, as far as it was seen last: paid, reserved, or a card saved for it. */
export const isSecured = ({ lastKnownStatus }: Pick<ChargeView, 'lastKnownStatus'>): boolean =>
  secured.includes(lastKnownStatus);
