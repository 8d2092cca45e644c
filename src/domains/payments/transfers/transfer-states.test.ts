import { describe, expect, it } from 'vitest';
import { isSent, transferSteps, type TransferStatus } from './transfer-states.ts';

const states = Object.keys(transferSteps) as TransferStatus[];

describe('a transfer', () => {
  it('that was sent never becomes unsent', () => {
    for (const from of states.filter(isSent))
      for (const to of transferSteps[from])
        expect([from, to, isSent(to)]).toEqual([from, to, true]);
  });

  it('ends reversed or cancelled, or stays sent', () => {
    expect(states.filter((state) => transferSteps[state].length === 0)).toEqual([
      'reversed',
      'cancelled',
    ]);
  });
});
