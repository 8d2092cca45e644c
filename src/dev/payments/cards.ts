/** Why a card was refused, in the provider's codes, with words for the person who is paying. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  /** What the payer can do about it, shown on the hosted page. */
  advice: string;
}

/** What happens to a charge of this card after it succeeded. */
export type CardTrait = 'disputed' | 'refund_settles_later' | 'refund_fails_later';

export interface TestCard {
  number: string;
  label: string;
  decline?: Decline;
  authenticate?: true;
  trait?: CardTrait;
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
  { number: '4242424242424242', label: 'Succeeds' },
  { number: '4000002500003155', label: 'Asks for 3-D Secure', authenticate: true },
  { number: '4000002760003184', label: 'Always asks for 3-D Secure', authenticate: true },
  {
    number: '4000000000000002',
    label: 'Declined',
    decline: refused('generic_decline', askBank),
  },
  {
    number: '4000000000009995',
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
    label: 'Declined: lost card',
    decline: refused('lost_card', anotherCard),
  },
  {
    number: '4000000000009979',
    label: 'Declined: stolen card',
    decline: refused('stolen_card', anotherCard),
  },
  {
    number: '4000000000000069',
    label: 'Declined: expired card',
    decline: declined('expired_card', 'expired_card', 'Your card has expired.', anotherCard),
  },
  {
    number: '4000000000000127',
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
    label: 'Can be saved, but declines when charged',
    decline: refused('generic_decline', askBank),
  },
  { number: '4000000000000259', label: 'Succeeds, then is disputed', trait: 'disputed' },
  {
    number: '4000000000007726',
    label: 'Succeeds; a refund is pending at first',
    trait: 'refund_settles_later',
  },
  {
    number: '4000000000005126',
    label: 'Succeeds; a refund fails later',
    trait: 'refund_fails_later',
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
