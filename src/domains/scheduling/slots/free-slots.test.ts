import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { freeSlotsOfMany } from '../index.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(() => world?.close());

it('finds the next free starts of many instructors, each by the lesson asked for', async () => {
  const mornings = (weekday: number) => [{ weekday, startMinute: 540, endMinute: 660 }];
  // The test clock stands on a Monday, 09:00 in London.
  const tuesdays = await world.newTeacher({ rules: mornings(2), incrementMinutes: 60 });
  const wednesdays = await world.newTeacher({ rules: mornings(3), incrementMinutes: 30 });
  const never = await world.newTeacher({ rules: [] });
  await world.hold(world.guest(), tuesdays, world.inDays(1, '09:00'));
  const questions = [
    { instructorId: tuesdays.instructorId },
    { instructorId: wednesdays.instructorId, durationMinutes: 90, place: 'instructor' as const },
    { instructorId: never.instructorId },
    { instructorId: '01890000-0000-7000-8000-000000000000' },
  ];
  const found = await freeSlotsOfMany(world.ctx, questions, { count: 3 });
  expect(questions.map(({ instructorId }) => found.get(instructorId)!.starts.map(String))).toEqual([
    ['2026-11-24T10:00:00Z', '2026-12-01T09:00:00Z', '2026-12-08T09:00:00Z'],
    ['2026-11-25T09:00:00Z', '2026-12-02T09:00:00Z', '2026-12-09T09:00:00Z'],
    [],
    [],
  ]);
  expect(found.get(wednesdays.instructorId)!.noticeMinutes).toBe(720);
});

it('offers the time of a hold again once it has run out, whether or not a job has come by', async () => {
  const teacher = await world.newTeacher();
  const next = async () => {
    const found = await freeSlotsOfMany(world.ctx, [teacher], { count: 1 });
    return String(found.get(teacher.instructorId)!.starts[0]);
  };
  const first = await next();
  await world.hold(world.guest(), teacher, Temporal.Instant.from(first));
  expect(await next()).toBe(String(Temporal.Instant.from(first).add({ hours: 1 })));
  world.clock.advance({ minutes: 10 });
  // Ten minutes on, the notice has moved past that first start.
  expect(await next()).toBe(String(Temporal.Instant.from(first).add({ minutes: 15 })));
});
