import type Stripe from 'stripe';

/** Why a card was refused, in the provider's codes, with words for the person who is paying. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  /** What the payer can do about it, shown on the hosted page. */
  advice: string;
}

/** What happens to a charge of this card after it succeeded. */
export type CardTrait =
  | 'disputed'
  | 'disputed_not_received'
  | 'inquired'
  | 'refund_settles_later'
  | 'refund_fails_later'
  | 'available_at_once';

export interface TestCard {
  number: string;
  label: string;
  brand?: 'mastercard';
  decline?: Decline;
  /** It can be saved, although it declines when it is charged. */
  attaches?: true;
  /** Whether the bank asks who pays; off session that means a refusal. */
  authenticate?: 'always' | 'unless_set_up';
  trait?: CardTrait;
  /** Names for it in API calls: `pm_card_` and one of these. */
  tokens?: readonly string[];
}

const declined = (code: string, declineCode: string, message: string, advice: string): Decline => ({
  code,
  declineCode,
  message,
  advice,
});

const refused = (declineCode: string, advice: string): Decline =>
  declined('card_declined', declineCode, 'Your card was declined.', advice);

const anotherCard = 'Please try another card.';
const askBank = 'Please ask your bank, or try another card.';

/** The cards the hosted page understands: the provider's published test numbers that make sense for one payment. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', label: 'Succeeds', tokens: ['visa', 'gb', 'us'] },
  {
    number: '5555555555554444',
    label: 'Succeeds (Mastercard)',
    brand: 'mastercard',
    tokens: ['mastercard'],
  },
  {
    number: '4000002500003155',
    label: 'Asks for 3-D Secure, unless it was saved before',
    authenticate: 'unless_set_up',
    tokens: ['authenticationRequiredOnSetup'],
  },
  {
    number: '4000002760003184',
    label: 'Always asks for 3-D Secure',
    authenticate: 'always',
    tokens: ['authenticationRequired', 'threeDSecure2Required'],
  },
  {
    number: '4000000000000002',
    tokens: ['chargeDeclined', 'visa_chargeDeclined'],
    label: 'Declined',
    decline: refused('generic_decline', askBank),
  },
  {
    number: '4000000000009995',
    tokens: ['chargeDeclinedInsufficientFunds', 'visa_chargeDeclinedInsufficientFunds'],
    label: 'Declined: not enough money',
    decline: declined(
      'card_declined',
      'insufficient_funds',
      'Your card has insufficient funds.',
      anotherCard,
    ),
  },
  {
    number: '4000000000009987',
    tokens: ['visa_chargeDeclinedLostCard'],
    label: 'Declined: lost card',
    decline: refused('lost_card', anotherCard),
  },
  {
    number: '4000000000009979',
    tokens: ['visa_chargeDeclinedStolenCard'],
    label: 'Declined: stolen card',
    decline: refused('stolen_card', anotherCard),
  },
  {
    number: '4000000000000069',
    tokens: ['chargeDeclinedExpiredCard'],
    label: 'Declined: expired card',
    decline: declined('expired_card', 'expired_card', 'Your card has expired.', anotherCard),
  },
  {
    number: '4000000000000127',
    tokens: ['chargeDeclinedIncorrectCvc'],
    label: 'Declined: wrong security code',
    decline: declined(
      'incorrect_cvc',
      'incorrect_cvc',
      'The security code of your card is incorrect.',
      'Please check the code on the back of the card and try again.',
    ),
  },
  {
    number: '4000000000000341',
    tokens: ['chargeCustomerFail'],
    attaches: true,
    label: 'Can be saved, but declines when charged',
    decline: refused('generic_decline', askBank),
  },
  {
    number: '4000000000000259',
    label: 'Succeeds, then is disputed',
    trait: 'disputed',
    tokens: ['createDispute'],
  },
  {
    number: '4000000000007726',
    tokens: ['pendingRefund'],
    label: 'Succeeds; a refund is pending at first',
    trait: 'refund_settles_later',
  },
  {
    number: '4000000000005126',
    tokens: ['refundFail'],
    label: 'Succeeds; a refund fails later',
    trait: 'refund_fails_later',
  },
  {
    number: '4000000000002685',
    label: 'Succeeds, then is disputed as not received',
    trait: 'disputed_not_received',
    tokens: ['createDisputeProductNotReceived'],
  },
  {
    number: '4000000000001976',
    label: 'Succeeds, then the bank asks about it',
    trait: 'inquired',
    tokens: ['createDisputeInquiry'],
  },
  {
    number: '4000000000000077',
    label: 'Succeeds; the money is available at once',
    trait: 'available_at_once',
    tokens: ['bypassPending'],
  },
];

const unknownCard = refused(
  'test_mode_live_card',
  'This is a test page: only the test cards listed below work here.',
);

/** The card behind these digits; a number outside the list is refused, as it could be somebody's real card. */
export function findTestCard(digits: string): TestCard {
  return (
    testCards.find((card) => card.number === digits) ?? {
      number: digits,
      label: 'Not a test card',
      decline: unknownCard,
    }
  );
}

/** The card behind a saved payment method, of which only the last digits are kept: they differ in the list. */
export function cardOfMethod({ card }: Stripe.PaymentMethod): TestCard {
  const found = testCards.find(({ number }) => number.endsWith(card?.last4 ?? ' '));
  return found ?? findTestCard('');
}

/** The card that `pm_card_visa` and its siblings, or `tok_visa`, stand for. */
export function cardOfToken(token: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(.+)$/.exec(token)?.[1];
  return name === undefined
    ? undefined
    : testCards.find(({ tokens = [] }) => tokens.includes(name));
}

/** The check digit rule of payment card numbers (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
