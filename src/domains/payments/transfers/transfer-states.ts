/**
 * Where the payee's part of a charge stands. `waiting`: for its day, or for the charge. `blocked`:
 * nothing may be sent to the payee's account; tried again every day. `cancelled`: nothing was left.
 */
export type TransferStatus =
  | 'waiting'
  | 'blocked'
  | 'sent'
  | 'partly_reversed'
  | 'reversed'
  | 'cancelled';

/** The single steps. */
export const transferSteps: Readonly<Record<TransferStatus, readonly TransferStatus[]>> = {
  waiting: ['blocked', 'sent', 'cancelled'],
  blocked: ['sent', 'cancelled'],
  sent: ['partly_reversed', 'reversed'],
  partly_reversed: ['reversed'],
  reversed: [],
  cancelled: [],
};

export const isSent = (status: TransferStatus): boolean =>
  status === 'sent' || status === 'partly_reversed' || status === 'reversed';
