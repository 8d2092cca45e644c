import fc from 'fast-check';
import type { CallFault } from '../../../src/dev/payments/faults.ts';

/** What a payer types; the local provider knows these numbers. */
export const cards = {
  succeeds: '4242424242424242',
  declined: '4000000000000002',
  poor: '4000000000009995',
  asksBank: '4000002760003184',
  asksBankUnlessSaved: '4000002500003155',
  declinedLater: '4000000000000341',
  refundsPending: '4000000000007726',
  refundsBounce: '4000000000005126',
  availableAtOnce: '4000000000000077',
} as const;
export type CardName = keyof typeof cards;

export const currencies = ['GBP', 'JPY', 'KWD'] as const;
/** Paid on the spot and taken at once or after the lesson; or with a card that is saved and charged before it. */
const ways = ['taken_at_once', 'taken_later', 'card_saved'] as const;
export type Way = (typeof ways)[number];

const plans = ['plus_gb_month_1', 'plus_gb_year_1'] as const;
export type PlanId = (typeof plans)[number];

interface Payment {
  card: CardName;
  /** What they answer when their bank asks them. */
  bank: 'complete' | 'fail';
}

/** One thing that somebody does, or that goes wrong. `which` chooses among the charges there are. */
export type Step =
  // A learner.
  | {
      do: 'book';
      amountMinor: number;
      currency: (typeof currencies)[number];
      way: Way;
      byHand: boolean;
    }
  | ({ do: 'pay'; which: number; comesBack: boolean } & Payment)
  | { do: 'come_back'; which: number }
  | { do: 'abandon'; which: number }
  | { do: 'cancel'; which: number; keepPercent: number }
  | { do: 'complain'; which: number }
  | { do: 'dispute'; which: number; inquiry: boolean }
  // An instructor, whose lesson takes place, or the learner stays away; or who calls it off.
  | { do: 'deliver'; which: number; learner: 'came' | 'absent' }
  | { do: 'call_off'; which: number; why: 'cancelled_by_instructor' | 'no_show' }
  // Who confirms by hand says yes or no; or the learner does not ask any more.
  | { do: 'answer'; which: number; answer: 'accept' | 'decline' | 'withdraw' }
  | { do: 'account'; state: 'enabled' | 'due_later' | 'restricted' | 'rejected' }
  | { do: 'bank_account'; works: boolean }
  // An operator.
  | { do: 'settle_complaint'; which: number; refundPercent: number }
  | { do: 'refund_part'; which: number; percent: number }
  | { do: 'answer_dispute'; which: number; answer: 'contest' | 'accept' }
  | { do: 'judge'; which: number; won: boolean }
  // A subscriber of Etude Plus.
  | ({ do: 'subscribe'; plan: PlanId } & Payment)
  | { do: 'check_plus' }
  | { do: 'change_plan'; plan: PlanId }
  | { do: 'cancel_plus'; when: 'now' | 'period_end' }
  | { do: 'resume_plus' }
  | { do: 'change_card'; card: CardName }
  | { do: 'pay_owed'; card: CardName }
  // Time, and what goes wrong.
  | { do: 'wait'; minutes: number }
  | { do: 'work'; rounds: number }
  | { do: 'call_fault'; fault: CallFault }
  | { do: 'event_fault'; kind: EventFaultKind }
  | { do: 'crash'; at: CrashPoint; after: number };

export type Of<K extends Step['do']> = Extract<Step, { do: K }>;

const late: CallFault = { kind: 'delay', milliseconds: 3_000 };
const callFaults: readonly CallFault[] = [
  { kind: 'drop_before' },
  { kind: 'drop_after' },
  late,
  { kind: 'server_error' },
  { kind: 'server_error', done: true },
  { kind: 'rate_limit' },
  { kind: 'time_out' },
  { kind: 'time_out', done: true },
  { kind: 'garbage' },
];

const eventFaultKinds = ['duplicate', 'lose', 'reorder', 'delay'] as const;
export type EventFaultKind = (typeof eventFaultKinds)[number];

/** Where a process may end: around a call to the provider, around a commit. */
const crashPoints = ['before_call', 'after_call', 'before_commit', 'after_commit'] as const;
export type CrashPoint = (typeof crashPoints)[number];

type Weighted = { weight: number; arbitrary: fc.Arbitrary<Step> };

const step = <K extends Step['do']>(
  weight: number,
  kind: K,
  more: { [P in keyof Omit<Of<K>, 'do'>]: fc.Arbitrary<Omit<Of<K>, 'do'>[P]> },
): Weighted => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(kind), ...more }) as unknown as fc.Arbitrary<Step>,
});

const which = fc.nat(4);
/** Amounts that split badly, and the smallest and largest that there are. */
const amountMinor = fc.oneof(
  fc.integer({ min: 100, max: 20_000 }),
  fc.constantFrom(100, 101, 99_999_990),
);
const currency = fc.constantFrom(...currencies, 'GBP' as const);
const way = fc.constantFrom(...ways, 'taken_later' as const);
/** Some teachers confirm by hand. */
const booking = {
  amountMinor,
  currency,
  way,
  byHand: fc.constantFrom(false, false, false, false, true),
};
const card = fc.oneof(
  { weight: 2, arbitrary: fc.constant<CardName>('succeeds') },
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(cards) as CardName[])) },
);
const bank = fc.constantFrom('complete' as const, 'complete' as const, 'fail' as const);
const plan = fc.constantFrom(...plans);
const minutes = fc.constantFrom(1, 6, 16, 90, 24 * 60, 3 * 24 * 60, 8 * 24 * 60);
const months = fc.constantFrom(24 * 60, 8 * 24 * 60, 15 * 24 * 60, 31 * 24 * 60, 92 * 24 * 60);

const lessonSteps: Weighted[] = [
  step(3, 'book', booking),
  step(6, 'pay', { which, card, bank, comesBack: fc.boolean() }),
  step(2, 'come_back', { which }),
  step(1, 'abandon', { which }),
  step(3, 'cancel', { which, keepPercent: fc.constantFrom(0, 1, 33, 50, 99, 100) }),
  step(1, 'complain', { which }),
  step(2, 'dispute', { which, inquiry: fc.boolean() }),
  step(3, 'deliver', { which, learner: fc.constantFrom('came', 'absent') }),
  step(1, 'call_off', {
    which,
    why: fc.constantFrom('cancelled_by_instructor', 'no_show'),
  }),
  step(3, 'answer', {
    which,
    answer: fc.constantFrom('accept', 'accept', 'decline', 'withdraw'),
  }),
  step(1, 'account', {
    state: fc.constantFrom('enabled', 'due_later', 'restricted', 'rejected'),
  }),
  step(1, 'bank_account', { works: fc.boolean() }),
  step(1, 'settle_complaint', { which, refundPercent: fc.constantFrom(0, 17, 50, 100) }),
  step(2, 'refund_part', { which, percent: fc.constantFrom(1, 33, 50, 100) }),
  step(1, 'answer_dispute', { which, answer: fc.constantFrom('contest', 'accept') }),
  step(1, 'judge', { which, won: fc.boolean() }),
  step(3, 'wait', { minutes }),
];

const plusSteps: Weighted[] = [
  step(2, 'subscribe', { plan, card, bank }),
  step(2, 'check_plus', {}),
  step(4, 'change_plan', { plan }),
  step(3, 'cancel_plus', { when: fc.constantFrom('now', 'period_end') }),
  step(2, 'resume_plus', {}),
  step(2, 'change_card', { card }),
  step(2, 'pay_owed', { card }),
  step(6, 'wait', { minutes: months }),
];

const troubles: Weighted[] = [
  step(6, 'work', { rounds: fc.integer({ min: 1, max: 4 }) }),
  step(5, 'call_fault', { fault: fc.constantFrom(...callFaults) }),
  step(4, 'event_fault', { kind: fc.constantFrom(...eventFaultKinds) }),
  step(4, 'crash', { at: fc.constantFrom(...crashPoints), after: fc.nat(5) }),
];

const storyOf = (
  opening: fc.Arbitrary<readonly Step[]>,
  steps: readonly Weighted[],
): fc.Arbitrary<Step[]> =>
  fc
    .tuple(opening, fc.array(fc.oneof(...steps, ...troubles), { minLength: 3, maxLength: 18 }))
    .map(([begun, rest]) => [...begun, ...rest]);

const paidAndGiven: readonly Step[] = [
  { do: 'pay', which: 0, card: 'succeeds', bank: 'complete', comesBack: true },
  { do: 'work', rounds: 2 },
  { do: 'deliver', which: 0, learner: 'came' },
];

/** What comes late in a lesson's life is only reached where its beginning goes well often enough. */
const lessonOpening = fc
  .tuple(
    step(1, 'book', booking).arbitrary,
    fc.oneof(
      { weight: 7, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(2, paidAndGiven.length) },
    ),
  )
  .map(([booked, steps]): Step[] => [booked, ...paidAndGiven.slice(0, steps)]);

/** A world's whole story: of lessons, or of somebody who subscribes. */
export const anyStory: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 7, arbitrary: storyOf(lessonOpening, lessonSteps) },
  {
    weight: 1,
    arbitrary: storyOf(fc.tuple(step(1, 'subscribe', { plan, card, bank }).arbitrary), plusSteps),
  },
);
