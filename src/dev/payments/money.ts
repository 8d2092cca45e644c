const zeroDecimal = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));

/** Written with two decimals although they have none: amounts end in 00. */
const wholeOnly = new Set(['isk', 'ugx']);

/** Smallest amount the provider takes, in minor units, for the currencies it documents; others have no floor here. */
const minimumCharge = new Map(
  Object.entries({
    aed: 200,
    aud: 50,
    brl: 50,
    cad: 50,
    chf: 50,
    czk: 1500,
    dkk: 250,
    eur: 50,
    gbp: 30,
    hkd: 400,
    huf: 17_500,
    inr: 50,
    jpy: 50,
    mxn: 1000,
    myr: 200,
    nok: 300,
    nzd: 50,
    pln: 200,
    ron: 200,
    sek: 300,
    sgd: 50,
    thb: 1000,
    usd: 50,
  }),
);

export const largestAmount = 99_999_999;

/** True for a lower-case ISO 4217 code this runtime knows. */
export function isCurrency(code: string): boolean {
  return /^[a-z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code.toUpperCase());
}

/** What an amount to charge must be a multiple of: banks settle three-decimal currencies in tens. */
export function amountStep(currency: string): number {
  if (wholeOnly.has(currency)) return 100;
  return threeDecimal.has(currency) ? 10 : 1;
}

export function minimumAmount(currency: string): number {
  return minimumCharge.get(currency) ?? 1;
}

function minorDigits(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

/** `4550, 'gbp'` becomes "£45.50"; `6000, 'jpy'` becomes "¥6,000". */
export function formatAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** What the provider keeps of a captured charge, in minor units: 1.5 % rounded half up, plus 20. */
export function processingFee(minor: number): number {
  return Math.floor((minor * 15 + 500) / 1000) + 20;
}
