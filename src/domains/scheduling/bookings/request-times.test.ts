import { describe, expect, it } from 'vitest';
import { answerByOf, type RequestTimes } from './request-times.ts';

const at = (text: string) => Temporal.Instant.from(text);
const times: RequestTimes = {
  requestedAt: at('2026-11-23T09:00:00Z'),
  startsAt: at('2026-11-26T09:00:00Z'),
  noticeMinutes: 120,
  captureBefore: null,
};

describe('until when a request is answered (SC-05, row 6)', () => {
  it.each<[string, Partial<RequestTimes>, string]>([
    ['a day after it was made, at most', {}, '2026-11-24T09:00:00Z'],
    ['before the notice begins', { noticeMinutes: 3 * 1440 - 60 }, '2026-11-23T10:00:00Z'],
    [
      'the same when the lesson is near',
      { startsAt: at('2026-11-23T14:00:00Z') },
      '2026-11-23T12:00:00Z',
    ],
    [
      'at its start where no notice is asked for',
      { startsAt: at('2026-11-23T14:00:00Z'), noticeMinutes: 0 },
      '2026-11-23T14:00:00Z',
    ],
    [
      'a day before its authorisation lapses',
      { captureBefore: at('2026-11-24T20:00:00Z') },
      '2026-11-23T20:00:00Z',
    ],
    [
      'as ever where the authorisation lasts',
      { captureBefore: at('2026-11-30T09:00:00Z') },
      '2026-11-24T09:00:00Z',
    ],
    [
      'in real hours, over a change of the clocks',
      { requestedAt: at('2026-10-24T12:00:00Z') },
      '2026-10-25T12:00:00Z',
    ],
  ])('%s', (_title, given, until) => {
    expect(answerByOf({ ...times, ...given }).toString()).toBe(until);
  });
});
