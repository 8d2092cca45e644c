import { allocate, type Money, money, subtract } from '../../../platform/money/index.ts';

interface Priced {
  currency: string;
  amount_minor: number;
  fee_minor: number;
}

/**
 * Our commission on what is kept of a charge: the agreed one in proportion, rounded half to even,
 * the rest is the payee's. Of all that is kept it is the whole, of nothing it is nothing.
 */
export function commissionOn(charge: Priced, keptMinor: number): Money {
  const whole = money(charge.fee_minor, charge.currency);
  return allocate(whole, [charge.amount_minor - keptMinor, keptMinor])[1]!;
}

/** What the payee earns when that much of a charge is kept. */
export const earningOn = (charge: Priced, keptMinor: number): Money =>
  subtract(money(keptMinor, charge.currency), commissionOn(charge, keptMinor));

/** What is kept of a charge so far. */
export const keptOf = (charge: {
  captured_minor: number;
  refunded_minor: number;
  /** Kept by the payer's bank after a lost dispute. */
  lost_minor: number;
}): number => charge.captured_minor - charge.refunded_minor - charge.lost_minor;
