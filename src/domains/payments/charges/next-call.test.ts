import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InstructedCharge, judgeInstruction, nextCall } from './next-call.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const hours = (hours: number) => now.add({ hours });
const saved = {
  status: 'card_saved',
  needed_at: hours(47),
} as const satisfies Partial<InstructedCharge>;

const charge = (part: Partial<InstructedCharge>): InstructedCharge => ({
  status: 'created',
  captured_minor: 0,
  refunded_minor: 0,
  lost_minor: 0,
  dispute_open: false,
  keep_minor: null,
  abandoned_at: null,
  amount_minor: 3800,
  needed_at: null,
  tried_at: null,
  lapsed_at: null,
  capture_before: null,
  provider_session_id: null,
  ...part,
});

describe('what a charge needs next', () => {
  const cases: [string, Partial<InstructedCharge>, ReturnType<typeof nextCall>][] = [
    ['nothing without an instruction', { status: 'authorised' }, undefined],
    ['an unopened checkout is simply closed', { abandoned_at: 'now' }, { operation: 'close' }],
    [
      'an abandoned page is expired',
      { status: 'open', abandoned_at: 'now' },
      { operation: 'expire_session' },
    ],
    [
      'paid after being abandoned, it waits for its opener',
      { status: 'authorised', abandoned_at: 'now' },
      undefined,
    ],
    [
      'an authorisation of which nothing stays is voided',
      { status: 'authorised', keep_minor: 0 },
      { operation: 'void' },
    ],
    [
      'only the share that stays is captured',
      { status: 'authorised', keep_minor: 1900 },
      { operation: 'capture', amountMinor: 1900 },
    ],
    [
      'what was taken beyond it is refunded',
      { status: 'captured', captured_minor: 3800, keep_minor: 1900 },
      { operation: 'refund', amountMinor: 1900 },
    ],
    [
      'a refund takes earlier refunds into account',
      { status: 'partly_refunded', captured_minor: 3800, refunded_minor: 1900, keep_minor: 1000 },
      { operation: 'refund', amountMinor: 900 },
    ],
    [
      'nothing once the share is reached',
      { status: 'captured', captured_minor: 1900, keep_minor: 1900 },
      undefined,
    ],
    ['a saved card waits for its day', { ...saved, needed_at: hours(49) }, undefined],
    [
      'saved after being abandoned, it waits for its opener',
      { ...saved, needed_at: hours(49), abandoned_at: 'now' },
      undefined,
    ],
    ['a saved card is charged when its time has come', saved, { operation: 'authorise' }],
    ['not while the payer is at the page', { ...saved, provider_session_id: 'cs_1' }, undefined],
    [
      'what nobody has paid is given up',
      { ...saved, status: 'action_needed', needed_at: hours(6), tried_at: now },
      { operation: 'give_up' },
    ],
    [
      'the page is closed before it is given up',
      { ...saved, needed_at: hours(6), tried_at: now, provider_session_id: 'cs_1' },
      { operation: 'expire_session' },
    ],
    [
      'a saved card of which nothing is wanted',
      { ...saved, keep_minor: 0 },
      { operation: 'close' },
    ],
    [
      'what is kept of a cancelled lesson is charged at once',
      { ...saved, needed_at: hours(60), keep_minor: 1900 },
      { operation: 'authorise' },
    ],
    [
      'an authorisation is taken before it lapses',
      { status: 'authorised', capture_before: hours(12) },
      { operation: 'capture', amountMinor: 3800 },
    ],
    ['nothing while the state is unknown', { status: 'unknown', keep_minor: 0 }, undefined],
  ];
  it.each(cases)('%s', (_title, part, expected) => {
    expect(nextCall(charge(part), now)).toEqual(expected);
  });

  it('comes to rest with just what was to be kept, whatever was asked in whatever order (PY-10)', () => {
    const price = 3800;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: price }), { maxLength: 6 }), (wishes) => {
        let state = charge({ status: 'authorised' });
        for (const wish of wishes) {
          if (judgeInstruction(state, wish, now) === 'take') state = { ...state, keep_minor: wish };
          for (let next = nextCall(state, now); next; next = nextCall(state, now))
            state = afterCall(state, next);
        }
        const kept = state.captured_minor - state.refunded_minor;
        const taken = wishes.reduce(
          (lowest, wish, index) => (index === 0 ? wish : Math.min(lowest, wish)),
          0,
        );
        expect(kept).toBe(wishes.length === 0 || wishes[0] === 0 ? 0 : taken);
      }),
    );
  });
});

function afterCall(
  state: InstructedCharge,
  next: NonNullable<ReturnType<typeof nextCall>>,
): InstructedCharge {
  if (next.operation === 'void') return { ...state, status: 'voided' };
  if (next.operation === 'capture')
    return { ...state, status: 'captured', captured_minor: next.amountMinor };
  if (next.operation !== 'refund') throw new Error(`not expected here: ${next.operation}`);
  const refunded = state.refunded_minor + next.amountMinor;
  const status = refunded === state.captured_minor ? 'refunded' : 'partly_refunded';
  return { ...state, status, refunded_minor: refunded };
}

describe('whether an instruction is taken', () => {
  const cases: [string, Partial<InstructedCharge>, number, ReturnType<typeof judgeInstruction>][] =
    [
      ['an authorised charge takes any', { status: 'authorised' }, 1900, 'take'],
      ['the same again changes nothing', { status: 'authorised', keep_minor: 1900 }, 1900, 'same'],
      ['another one meanwhile is refused', { status: 'authorised', keep_minor: 3800 }, 0, 'busy'],
      [
        'another one while the first is lost is refused',
        { status: 'unknown', keep_minor: 3800 },
        0,
        'busy',
      ],
      [
        'a taken charge can be lowered',
        { status: 'captured', captured_minor: 3800, keep_minor: 3800 },
        1900,
        'take',
      ],
      [
        'a taken charge already keeps all',
        { status: 'captured', captured_minor: 3800 },
        3800,
        'same',
      ],
      [
        'what was given back is not taken again',
        { status: 'partly_refunded', captured_minor: 3800, refunded_minor: 1900, keep_minor: 1900 },
        3800,
        'moved_on',
      ],
      ['an unpaid page can be given up', { status: 'open' }, 0, 'take'],
      ['nothing can be kept of an unpaid page', { status: 'open' }, 1900, 'moved_on'],
      ['nothing can be kept of a voided charge', { status: 'voided' }, 1900, 'moved_on'],
      ['a voided charge has already given all back', { status: 'voided' }, 0, 'same'],
      ['a lapsed charge can’t be captured', { status: 'failed' }, 3800, 'moved_on'],
    ];
  it.each(cases)('%s', (_title, part, keepMinor, expected) => {
    expect(judgeInstruction(charge(part), keepMinor, now)).toBe(expected);
  });
});
