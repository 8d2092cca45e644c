import { describe, expect, it } from 'vitest';
import { momentInZone, spanElsewhere, spanInZone } from './when.ts';

const span = {
  startsAt: Temporal.Instant.from('2026-11-24T23:30:00Z'),
  endsAt: Temporal.Instant.from('2026-11-25T00:30:00Z'),
};

describe('a time in a mail (NT-04, SC-02)', () => {
  it('is the receiver’s, with the zone named', () => {
    expect(spanInZone(span, 'Europe/London', 'en-GB')).toBe(
      'Tuesday, 24 November 2026, 23:30 – 00:30 (London time, GMT)',
    );
    expect(spanInZone(span, 'America/New_York', 'en-US')).toBe(
      'Tuesday, November 24, 2026, 6:30 PM – 7:30 PM (New York time, GMT-5)',
    );
    expect(momentInZone(span.startsAt, 'UTC', 'en-GB')).toBe('Tue 24 Nov, 23:30 (UTC)');
  });

  it('adds the other side’s, with the day where it is another', () => {
    expect(spanElsewhere(span, { theirs: 'Asia/Tokyo', mine: 'Europe/London' }, 'en-GB')).toBe(
      'Wed 25 Nov, 08:30 – 09:30 in Tokyo',
    );
    expect(
      spanElsewhere(span, { theirs: 'America/New_York', mine: 'Europe/London' }, 'en-GB'),
    ).toBe('18:30 – 19:30 in New York');
  });

  it('says nothing twice where the clocks agree', () => {
    expect(
      spanElsewhere(span, { theirs: 'Europe/Lisbon', mine: 'Europe/London' }, 'en-GB'),
    ).toBeUndefined();
  });

  it('follows the change of the clocks', () => {
    const summer = {
      startsAt: Temporal.Instant.from('2026-07-01T17:00:00Z'),
      endsAt: Temporal.Instant.from('2026-07-01T18:00:00Z'),
    };
    expect(spanInZone(summer, 'Europe/London', 'ja-JP')).toContain(
      '18:00 – 19:00 (London time, GMT+1)',
    );
  });
});
