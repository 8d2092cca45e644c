import { expect, it } from 'vitest';
import {
  isLive,
  stepsBetween,
  type SubscriptionStatus,
  subscriptionSteps,
} from './subscription-states.ts';

const all = Object.keys(subscriptionSteps) as SubscriptionStatus[];

it('leads from nothing to a trial and from there to its end by single steps (PY-06)', () => {
  expect(stepsBetween('created', 'trialing')).toEqual(['open', 'trialing']);
  expect(stepsBetween('created', 'ended')).toEqual(['open', 'trialing', 'ended']);
  expect(stepsBetween('active', 'past_due')).toEqual(['grace', 'past_due']);
  expect(stepsBetween('grace', 'grace')).toEqual([]);
});

it('never comes back from an end, nor begins again as a page (PY-06)', () => {
  for (const to of all) {
    if (to !== 'ended') expect(stepsBetween('ended', to)).toBeUndefined();
    if (to !== 'abandoned') expect(stepsBetween('abandoned', to)).toBeUndefined();
  }
  for (const from of all.filter(isLive))
    for (const to of ['created', 'open', 'abandoned'] as const)
      expect(stepsBetween(from, to)).toBeUndefined();
});

it('reaches every other live state and the end from every live state', () => {
  for (const from of all.filter(isLive)) expect(stepsBetween(from, 'ended')).toBeDefined();
});
