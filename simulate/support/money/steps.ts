import fc from 'fast-check';

/** What a payer types; the local provider knows these numbers. */
const cards = [
  '4242424242424242',
  '4242424242424242',
  '4242424242424242',
  '4000000000000002',
  '4000000000009995',
  '4000002760003184',
  '4000000000007726', // refunds are pending first
  '4000000000005126', // refunds bounce
  '4000000000000341', // is declined when nobody is there
  '4000002500003155', // asks for the bank unless it was saved
] as const;

const currencies = ['GBP', 'GBP', 'JPY', 'KWD'] as const;

/** One thing that somebody does, or that goes wrong. `which` chooses among the charges there are. */
export type Step =
  | { do: 'book'; amountMinor: number; currency: (typeof currencies)[number]; way: Way }
  | { do: 'pay'; which: number; card: (typeof cards)[number]; bank: 'complete' | 'fail' }
  | { do: 'come_back'; which: number }
  | { do: 'deliver'; which: number }
  | { do: 'cancel'; which: number; keepPercent: number }
  | { do: 'abandon'; which: number }
  | { do: 'complain'; which: number }
  | { do: 'settle_complaint'; which: number }
  | { do: 'dispute'; which: number; inquiry: boolean }
  | { do: 'judge'; which: number; won: boolean }
  | { do: 'account'; state: 'enabled' | 'restricted' }
  | { do: 'wait'; minutes: number }
  | { do: 'work'; rounds: number }
  | { do: 'call_fault'; kind: CallFaultKind }
  | { do: 'event_fault'; kind: EventFaultKind }
  | { do: 'crash'; at: CrashPoint; after: number };

/** Paid on the spot and taken at once or after the lesson; or with a card that is saved and charged before it. */
const ways = ['taken_at_once', 'taken_later', 'taken_later', 'card_saved'] as const;
export type Way = (typeof ways)[number];

export const callFaultKinds = [
  'drop_before',
  'drop_after',
  'server_error',
  'rate_limit',
  'time_out',
  'garbage',
] as const;
export type CallFaultKind = (typeof callFaultKinds)[number];

export const eventFaultKinds = ['duplicate', 'lose', 'reorder', 'delay'] as const;
export type EventFaultKind = (typeof eventFaultKinds)[number];

/** Where a process may end: around a call to the provider, around a commit. */
export const crashPoints = ['before_call', 'after_call', 'before_commit', 'after_commit'] as const;
export type CrashPoint = (typeof crashPoints)[number];

const which = fc.nat(4);
const step = <S extends Step>(
  weight: number,
  kind: S['do'],
  more: { [K in keyof Omit<S, 'do'>]: fc.Arbitrary<Omit<S, 'do'>[K]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(kind), ...more }) as unknown as fc.Arbitrary<Step>,
});

type Of<K extends Step['do']> = Extract<Step, { do: K }>;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  step<Of<'book'>>(3, 'book', {
    // Amounts that split badly, and the smallest and largest that there are.
    amountMinor: fc.oneof(
      fc.integer({ min: 100, max: 20_000 }),
      fc.constantFrom(100, 101, 99_999_990),
    ),
    currency: fc.constantFrom(...currencies),
    way: fc.constantFrom(...ways),
  }),
  step<Of<'pay'>>(6, 'pay', {
    which,
    card: fc.constantFrom(...cards),
    bank: fc.constantFrom('complete', 'complete', 'fail'),
  }),
  step<Of<'come_back'>>(2, 'come_back', { which }),
  step<Of<'deliver'>>(2, 'deliver', { which }),
  step<Of<'cancel'>>(4, 'cancel', { which, keepPercent: fc.constantFrom(0, 1, 33, 50, 99, 100) }),
  step<Of<'abandon'>>(1, 'abandon', { which }),
  step<Of<'complain'>>(1, 'complain', { which }),
  step<Of<'settle_complaint'>>(1, 'settle_complaint', { which }),
  step<Of<'dispute'>>(1, 'dispute', { which, inquiry: fc.boolean() }),
  step<Of<'judge'>>(1, 'judge', { which, won: fc.boolean() }),
  step<Of<'account'>>(1, 'account', { state: fc.constantFrom('enabled', 'restricted') }),
  step<Of<'wait'>>(3, 'wait', { minutes: fc.constantFrom(1, 6, 16, 90, 24 * 60, 8 * 24 * 60) }),
  step<Of<'work'>>(6, 'work', { rounds: fc.integer({ min: 1, max: 4 }) }),
  step<Of<'call_fault'>>(5, 'call_fault', { kind: fc.constantFrom(...callFaultKinds) }),
  step<Of<'event_fault'>>(4, 'event_fault', { kind: fc.constantFrom(...eventFaultKinds) }),
  step<Of<'crash'>>(4, 'crash', { at: fc.constantFrom(...crashPoints), after: fc.nat(5) }),
);

/** A world's whole story; it always begins with something to pay for. */
export const anyStory: fc.Arbitrary<Step[]> = fc
  .tuple(
    step<Of<'book'>>(1, 'book', {
      amountMinor: fc.integer({ min: 100, max: 20_000 }),
      currency: fc.constantFrom(...currencies),
      way: fc.constantFrom(...ways),
    }).arbitrary,
    fc.array(anyStep, { minLength: 3, maxLength: 18 }),
  )
  .map(([first, rest]) => [first, ...rest]);
