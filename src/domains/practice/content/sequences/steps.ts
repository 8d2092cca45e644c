import type { SequenceStep } from '../exercise.ts';

const step = (exercise: string, seconds: number, transition?: string): SequenceStep => ({
  exercise,
  seconds,
  ...(transition && { transition }),
});

/** An exercise without sides. */
export const hold = (exercise: string, seconds: number, transition?: string): SequenceStep[] => [
  step(exercise, seconds, transition),
];

/** One side of an exercise that has two; the other must follow somewhere later. */
export const right = (exercise: string, seconds: number, transition?: string): SequenceStep[] => [
  { ...step(exercise, seconds, transition), side: 'right' },
];
export const left = (exercise: string, seconds: number, transition?: string): SequenceStep[] => [
  { ...step(exercise, seconds, transition), side: 'left' },
];

/** The right side and at once the left. */
export const bothSides = (
  exercise: string,
  seconds: number,
  transition?: string,
  change = 'Come back to the middle and change sides.',
): SequenceStep[] => [...right(exercise, seconds, transition), ...left(exercise, seconds, change)];
