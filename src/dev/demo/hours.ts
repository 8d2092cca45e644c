import type { Chance } from './random.ts';

export interface WeeklyHours {
  /** ISO: 1 is Monday. */
  weekday: number;
  startMinute: number;
  endMinute: number;
}

const habits = [
  { from: 15.5, to: 20, days: [1, 2, 3, 4, 5], least: 3, weekend: 0.55 },
  { from: 17, to: 21, days: [1, 2, 3, 4, 5], least: 3, weekend: 0.7 },
  { from: 8, to: 13, days: [1, 2, 3, 4, 5], least: 3, weekend: 0.35 },
  { from: 10, to: 18, days: [1, 2, 3, 4, 5, 6], least: 3, weekend: 0.2 },
];

/** A believable teaching week: some weekdays at about the same time, often a Saturday or Sunday. */
export function inventHours(random: Chance): WeeklyHours[] {
  const habit = random.pick(habits);
  const days = random.shuffled(habit.days).slice(0, random.between(habit.least, habit.days.length));
  const shift = random.between(-2, 2) * 30;
  const week = days.map((weekday) => ({
    weekday,
    startMinute: habit.from * 60 + shift,
    endMinute: habit.to * 60 + shift + random.pick([0, 0, 30, -30]),
  }));
  const weekend = random.weighted<number>([
    [6, 3],
    [7, 1],
  ]);
  if (random.maybe(habit.weekend) && !days.includes(weekend))
    week.push({
      weekday: weekend,
      startMinute: random.pick([9, 9.5, 10]) * 60,
      endMinute: random.pick([13, 14, 15]) * 60,
    });
  return week.sort((a, b) => a.weekday - b.weekday);
}
