import { describe, expect, it } from 'vitest';
import { chargeSteps, isFinal, type KnownStatus, stepsBetween } from './charge-states.ts';

const states = Object.keys(chargeSteps) as KnownStatus[];

describe('the states of a charge', () => {
  it('leads from every state to exactly those that may follow (PY-01)', () => {
    const reachable = (from: KnownStatus) =>
      states.filter((to) => (stepsBetween(from, to)?.length ?? 0) > 0);
    const paid = ['captured', 'partly_refunded', 'refunded'];
    expect(Object.fromEntries(states.map((from) => [from, reachable(from).toSorted()]))).toEqual({
      created: [
        'open',
        'card_saved',
        'action_needed',
        'authorised',
        ...paid,
        'voided',
        'failed',
      ].toSorted(),
      open: ['card_saved', 'action_needed', 'authorised', ...paid, 'voided', 'failed'].toSorted(),
      card_saved: ['action_needed', 'authorised', ...paid, 'voided', 'failed'].toSorted(),
      action_needed: ['authorised', ...paid, 'voided', 'failed'].toSorted(),
      authorised: [...paid, 'voided', 'failed'].toSorted(),
      captured: ['partly_refunded', 'refunded'],
      partly_refunded: ['refunded'],
      voided: [],
      refunded: [],
      failed: [],
    });
  });

  it('never leads back: no two states reach each other', () => {
    for (const a of states)
      for (const b of states)
        if (a !== b) expect([stepsBetween(a, b), stepsBetween(b, a)]).toContain(undefined);
  });

  it('needs no step to stay', () => {
    for (const state of states) expect(stepsBetween(state, state)).toEqual([]);
  });

  it('passes through the authorisation on the way to money, so that it is booked and told', () => {
    expect(stepsBetween('open', 'captured')).toEqual(['authorised', 'captured']);
    expect(stepsBetween('created', 'refunded')).toEqual([
      'open',
      'authorised',
      'captured',
      'refunded',
    ]);
  });

  it('ends in voided, refunded and failed alone; unknown is never the end', () => {
    expect([...states, 'unknown' as const].filter(isFinal)).toEqual([
      'voided',
      'refunded',
      'failed',
    ]);
  });
});
