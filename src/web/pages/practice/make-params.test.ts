import { describe, expect, it } from 'vitest';
import { makeUrl, readMakeWishes } from './make-params.ts';

const read = (query: string) => readMakeWishes(new URLSearchParams(query), ['hips', 'legs']);

describe('the address of a made practice', () => {
  it('comes out as it was read, so that a link brings the same practice again (PR-05)', () => {
    const address =
      'minutes=18&level=advanced&area=hips&without=eye-pressure&without=wrists&seed=42';
    expect(makeUrl(read(address))).toBe(`/practice/make?${address}`);
  });

  it('leaves out what makes no sense instead of refusing it (PR-05)', () => {
    expect(read('minutes=1e9&level=x&area=tail&without=feelings&seed=9999999999')).toEqual({
      minutes: 20,
      areas: [],
      level: 'beginner',
      without: [],
      seed: undefined,
    });
  });
});
