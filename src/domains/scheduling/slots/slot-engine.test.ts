import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Diary,
  firstOffersOfDays,
  type Lesson,
  offers,
  whyNot,
  whyNotLocal,
} from './slot-engine.ts';

const minute = 60_000;
const nineToFive = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 540,
  endMinute: 1020,
}));
const openDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 0,
  endMinute: 1440,
}));

const diaryOf = (changes: Partial<Diary> = {}): Diary => ({
  timeZone: 'Europe/London',
  rules: nineToFive,
  incrementMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  horizonDays: 365,
  busy: [],
  ...changes,
});
const at = (text: string) => Temporal.Instant.from(text);
const lessonAt = (now: string, changes: Partial<Lesson> = {}): Lesson => ({
  durationMinutes: 60,
  noticeMinutes: 0,
  now: at(now),
  ...changes,
});
const range = (from: string, until: string) => ({ from: at(from), until: at(until) });
const texts = (starts: Temporal.Instant[]) => starts.map(String);

describe('offers', () => {
  const monday = range('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z');
  const lesson = lessonAt('2026-11-20T12:00:00Z');

  it('runs from the first grid point to the last that still fits', () => {
    const starts = texts(offers(diaryOf(), lesson, monday));
    expect(starts).toHaveLength(29);
    expect(starts[0]).toBe('2026-11-23T09:00:00Z');
    expect(starts.at(-1)).toBe('2026-11-23T16:00:00Z');
  });

  it('keeps both buffers clear of what is busy, and lets lessons touch when there are none', () => {
    const busy = [
      {
        from: at('2026-11-23T11:00:00Z').epochMilliseconds,
        until: at('2026-11-23T12:00:00Z').epochMilliseconds,
      },
    ];
    const around = range('2026-11-23T09:45:00Z', '2026-11-23T12:20:00Z');
    expect(texts(offers(diaryOf({ busy }), lesson, around))).toEqual([
      '2026-11-23T09:45:00Z',
      '2026-11-23T10:00:00Z',
      '2026-11-23T12:00:00Z',
      '2026-11-23T12:15:00Z',
    ]);
    const buffered = diaryOf({ busy, bufferBeforeMinutes: 15, bufferAfterMinutes: 5 });
    expect(texts(offers(buffered, lesson, around))).toEqual([
      '2026-11-23T09:45:00Z',
      '2026-11-23T12:15:00Z',
    ]);
  });

  it('lets a lesson run over midnight when both days are open', () => {
    const starts = texts(
      offers(
        diaryOf({ rules: openDay }),
        lesson,
        range('2026-11-23T23:15:00Z', '2026-11-24T00:15:00Z'),
      ),
    );
    expect(starts).toEqual([
      '2026-11-23T23:15:00Z',
      '2026-11-23T23:30:00Z',
      '2026-11-23T23:45:00Z',
      '2026-11-24T00:00:00Z',
    ]);
  });

  it('skips the hour that does not exist and goes on from it (SC-02)', () => {
    const rules = [{ weekday: 7, startMinute: 0, endMinute: 240 }];
    const starts = texts(
      offers(
        diaryOf({ rules, incrementMinutes: 30 }),
        lessonAt('2026-03-20T00:00:00Z'),
        range('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z'),
      ),
    );
    // 00:00 and 00:30 GMT, then 02:00, 02:30 and 03:00 BST: three hours of the clock's four.
    expect(starts).toEqual([
      '2026-03-29T00:00:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:00:00Z',
    ]);
  });

  it('offers the hour that comes twice, twice (SC-02)', () => {
    const rules = [{ weekday: 7, startMinute: 60, endMinute: 120 }];
    const starts = texts(
      offers(
        diaryOf({ rules, incrementMinutes: 60 }),
        lessonAt('2026-10-01T00:00:00Z'),
        range('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z'),
      ),
    );
    expect(starts).toEqual(['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z']);
  });

  it('has nothing on a day that a zone skipped', () => {
    const starts = offers(
      diaryOf({ timeZone: 'Pacific/Apia' }),
      lessonAt('2011-12-20T00:00:00Z'),
      range('2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'),
    );
    const days = new Set(
      starts.map((start) => start.toZonedDateTimeISO('Pacific/Apia').toPlainDate().toString()),
    );
    expect([...days]).toEqual(['2011-12-29', '2011-12-31']);
  });
});

describe('whyNot (SC-11)', () => {
  const busy = [
    {
      from: at('2026-11-24T11:00:00Z').epochMilliseconds,
      until: at('2026-11-24T12:00:00Z').epochMilliseconds,
    },
  ];
  const diary = diaryOf({ busy, horizonDays: 10 });
  const lesson = lessonAt('2026-11-23T09:00:00Z', { noticeMinutes: 120 });
  it.each([
    ['2026-11-23T09:00:00Z', 'past'],
    ['2026-11-22T09:00:00Z', 'past'],
    ['2026-11-23T10:59:59.999Z', 'too_soon'],
    ['2026-11-23T11:00:00Z', undefined],
    ['2026-12-03T09:00:00Z', undefined],
    ['2026-12-03T09:15:00Z', 'beyond_horizon'],
    ['2026-11-24T08:45:00Z', 'outside_hours'],
    ['2026-11-24T16:15:00Z', 'outside_hours'],
    ['2026-11-24T09:10:00Z', 'not_on_grid'],
    ['2026-11-24T09:15:00.000000001Z', 'not_on_grid'],
    ['2026-11-24T10:15:00Z', 'busy'],
    ['2026-11-24T11:45:00Z', 'busy'],
    ['2026-11-24T12:00:00Z', undefined],
  ])('says of %s: %s', (start, reason) => {
    expect(whyNot(diary, lesson, at(start))).toBe(reason);
  });

  it('names the gap when a wall time does not exist', () => {
    const openNights = diaryOf({ rules: openDay });
    const asked = (text: string) =>
      whyNotLocal(openNights, lessonAt('2026-03-01T00:00:00Z'), Temporal.PlainDateTime.from(text));
    expect(asked('2026-03-29T01:30')).toBe('dst_gap');
    expect(asked('2026-03-29T02:00')).toBeUndefined();
  });
});

/** The slot rules written a second time, slowly, with nothing but Temporal's own calendar. */
function offersByHand(diary: Diary, lesson: Lesson, from: number, until: number): string[] {
  const step = 5 * minute;
  const ruleAt = new Map<number, { offGrid: boolean } | undefined>();
  const look = (time: number) => {
    if (!ruleAt.has(time)) {
      const wall = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(diary.timeZone);
      const minuteOfDay = wall.hour * 60 + wall.minute;
      const rule = diary.rules.find(
        (r) =>
          r.weekday === wall.dayOfWeek && r.startMinute <= minuteOfDay && minuteOfDay < r.endMinute,
      );
      ruleAt.set(
        time,
        rule && { offGrid: (minuteOfDay - rule.startMinute) % diary.incrementMinutes !== 0 },
      );
    }
    return ruleAt.get(time);
  };
  const found: string[] = [];
  for (let start = from; start < until; start += step) {
    const rule = look(start);
    if (!rule || rule.offGrid) continue;
    let open = true;
    for (let t = start; t < start + lesson.durationMinutes * minute; t += step)
      open &&= look(t) !== undefined;
    const blockFrom = start - diary.bufferBeforeMinutes * minute;
    const blockUntil = start + (lesson.durationMinutes + diary.bufferAfterMinutes) * minute;
    const free = !diary.busy.some((b) => b.from < blockUntil && blockFrom < b.until);
    if (open && free) found.push(Temporal.Instant.fromEpochMilliseconds(start).toString());
  }
  return found;
}

const zones = Intl.supportedValuesOf('timeZone');

const weekRules = fc
  .uniqueArray(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 3 }) }),
    {
      minLength: 1,
      maxLength: 12,
      selector: ({ weekday, from }) => `${weekday} ${from}`,
    },
  )
  .chain((parts) =>
    fc.tuple(
      ...parts.map(({ weekday, from }) =>
        // Each rule lies in its own quarter of the day, so that no two overlap.
        fc
          .tuple(fc.integer({ min: 0, max: 71 }), fc.integer({ min: 1, max: 72 }))
          .map(([a, length]) => ({
            weekday,
            startMinute: from * 360 + a * 5,
            endMinute: from * 360 + Math.min(a + length, 72) * 5,
          })),
      ),
    ),
  );

const situations = fc.record({
  timeZone: fc.constantFrom(...zones),
  near: fc.integer({
    min: at('1996-01-01T00:00:00Z').epochMilliseconds / minute,
    max: at('2040-01-01T00:00:00Z').epochMilliseconds / minute,
  }),
  rules: weekRules,
  incrementMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60),
  durationMinutes: fc.integer({ min: 3, max: 48 }).map((n) => n * 5),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 10, 30),
  bufferAfterMinutes: fc.constantFrom(0, 0, 5, 60),
  busyAt: fc.option(fc.integer({ min: 0, max: 3 * 288 })),
});

/** Three days around the zone's next change of offset (or around the moment, where it has none). */
function daysAround(timeZone: string, nearMinutes: number): { from: number; until: number } {
  const near = Temporal.Instant.fromEpochMilliseconds(nearMinutes * minute);
  const change = near.toZonedDateTimeISO(timeZone).getTimeZoneTransition('next');
  const middle =
    change && change.epochMilliseconds < at('2045-01-01T00:00:00Z').epochMilliseconds
      ? change.epochMilliseconds
      : near.epochMilliseconds;
  const from = Math.floor((middle - 36 * 60 * minute) / (60 * minute)) * 60 * minute;
  return { from, until: from + 72 * 60 * minute };
}

function compare(diary: Diary, lesson: Lesson, from: number, until: number): void {
  const instants = {
    from: Temporal.Instant.fromEpochMilliseconds(from),
    until: Temporal.Instant.fromEpochMilliseconds(until),
  };
  const offered = offers(diary, lesson, instants);
  expect(texts(offered)).toEqual(offersByHand(diary, lesson, from, until));
  for (const start of offered) {
    const wall = start.toZonedDateTimeISO(diary.timeZone).toPlainDateTime();
    const occurrences = (['earlier', 'later'] as const).map((disambiguation) =>
      wall.toZonedDateTime(diary.timeZone, { disambiguation }),
    );
    expect(
      occurrences.some(
        (zoned) => zoned.toInstant().equals(start) && zoned.toPlainDateTime().equals(wall),
      ),
    ).toBe(true);
  }
  const asked = new Set(texts(offered));
  for (let t = from; t < until; t += 15 * minute) {
    const start = Temporal.Instant.fromEpochMilliseconds(t);
    expect(whyNot(diary, lesson, start) === undefined).toBe(asked.has(start.toString()));
  }
}

describe('the engine agrees with a slow second opinion', () => {
  it('whatever the zone, the hours and the change of clocks (SC-02)', () => {
    fc.assert(
      fc.property(situations, ({ timeZone, near, durationMinutes, busyAt, ...rest }) => {
        const { from, until } = daysAround(timeZone, near);
        const busy =
          busyAt === null
            ? []
            : [{ from: from + busyAt * 5 * minute, until: from + (busyAt + 15) * 5 * minute }];
        const lesson = {
          durationMinutes,
          noticeMinutes: 0,
          now: Temporal.Instant.fromEpochMilliseconds(from - minute),
        };
        compare({ timeZone, busy, horizonDays: 30, ...rest }, lesson, from, until);
      }),
      { numRuns: 150 },
    );
  });

  it('in every IANA zone, on the next change of its clocks (SC-02)', () => {
    for (const timeZone of zones) {
      const { from, until } = daysAround(
        timeZone,
        at('2026-11-23T00:00:00Z').epochMilliseconds / minute,
      );
      const diary = diaryOf({ timeZone, rules: openDay, incrementMinutes: 30 });
      compare(
        diary,
        {
          durationMinutes: 45,
          noticeMinutes: 0,
          now: Temporal.Instant.fromEpochMilliseconds(from - minute),
        },
        from,
        until,
      );
    }
  });
});

describe('firstOffersOfDays', () => {
  it('finds the first free start of each day, in however far a week, and no more than asked', () => {
    const wednesdays = diaryOf({
      rules: [{ weekday: 3, startMinute: 600, endMinute: 720 }],
      horizonDays: 30,
    });
    expect(texts(firstOffersOfDays(wednesdays, lessonAt('2026-11-25T10:00:00Z'), 3))).toEqual([
      '2026-11-25T10:15:00Z',
      '2026-12-02T10:00:00Z',
      '2026-12-09T10:00:00Z',
    ]);
    expect(firstOffersOfDays(diaryOf({ rules: [] }), lessonAt('2026-11-25T10:00:00Z'), 3)).toEqual(
      [],
    );
  });

  it('stops at the horizon', () => {
    const wednesdays = diaryOf({
      rules: [{ weekday: 3, startMinute: 600, endMinute: 660 }],
      horizonDays: 8,
    });
    expect(texts(firstOffersOfDays(wednesdays, lessonAt('2026-11-25T10:00:00Z'), 3))).toEqual([
      '2026-12-02T10:00:00Z',
    ]);
  });
});
