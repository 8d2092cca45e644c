import { expect, it } from 'vitest';
import { spreadStarts } from './spread-starts.ts';

const at = (time: string) => `2026-11-24T${time}:00Z`;

it('shows starts an hour apart and keeps the ones between for who asks (SC-02)', () => {
  const starts = ['09:30', '09:45', '10:00', '10:30', '13:15', '13:30'].map(at);
  const { first, rest } = spreadStarts(starts);
  expect(first).toEqual(['09:30', '10:30', '13:15'].map(at));
  expect([...first, ...rest].toSorted()).toEqual(starts);
});

it('loses nothing on a day without starts', () => {
  expect(spreadStarts([])).toEqual({ first: [], rest: [] });
});
