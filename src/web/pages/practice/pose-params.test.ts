import { describe, expect, it } from 'vitest';
import { posesUrl, readCount, readPoseWishes } from './pose-params.ts';

const areas = ['hips', 'legs', 'neck'];
const read = (query: string) =>
  readPoseWishes(new URLSearchParams(query), { library: 'yoga', areas });

describe('the address of the poses', () => {
  it('comes out as it was read, several areas and levels included (PR-02 PR-03)', () => {
    const address = 'q=down+dog&level=beginner&level=advanced&area=hips&area=neck&sort=name';
    expect(posesUrl(read(address))).toBe(`/practice/poses?${address}`);
  });

  it('leaves out what makes no sense instead of refusing it (PR-03)', () => {
    expect(read('level=godlike&area=tail&sort=price&q=++')).toEqual({
      library: 'yoga',
      q: undefined,
      levels: [],
      areas: [],
      sort: undefined,
    });
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(100);
    const count = (value: string) => readCount(new URLSearchParams({ shown: value }), 'shown', 20);
    expect(['60', '-1', '1e9', 'many', '2.5'].map(count)).toEqual([60, 20, 1000, 20, 20]);
  });

  it('is the plain one without any wish (PR-03)', () => {
    expect(posesUrl(read(''))).toBe('/practice/poses');
    expect(posesUrl({ library: 'piano', areas: ['scales'] })).toBe(
      '/practice/library/piano?area=scales',
    );
  });
});
