import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cautions, levels } from '../content/exercise.ts';
import { libraries } from '../content/libraries.ts';
import { type CheckedStep, warmUpSecondsMin, warningCodes, warningsOf } from './warnings.ts';

const step = (exercise: string, more: Partial<CheckedStep> = {}): CheckedStep => ({
  exercise,
  name: exercise,
  level: 1,
  twoSided: false,
  side: null,
  seconds: 30,
  contraindications: [],
  precautions: [],
  archived: false,
  ...more,
});
const codes = (steps: CheckedStep[], mine: Parameters<typeof warningsOf>[1] = []) =>
  warningsOf(steps, mine).map(({ code }) => code);

describe('what is worth a thought in a sequence', () => {
  it('is nothing in what the libraries ship, as long as no body asks for care (PR-05)', () => {
    for (const { exercises, sequences } of libraries)
      for (const sequence of sequences) {
        const steps = sequence.steps.map(({ exercise: slug, side, seconds }) => {
          const { level, sides, contraindications, precautions } = exercises.find(
            (one) => one.slug === slug,
          )!;
          return step(slug, {
            level: (levels.indexOf(level) + 1) as CheckedStep['level'],
            twoSided: sides === 'both',
            side: side ?? null,
            seconds,
            contraindications,
            precautions,
          });
        });
        expect(warningsOf(steps, []), sequence.slug).toEqual([]);
        expect(warningsOf(steps, cautions).length).toBeGreaterThan(0);
      }
  });

  it('is a demanding step before the body is warm (PR-05)', () => {
    const crow = step('crow', { level: 3 });
    expect(codes([crow])).toEqual(['no_warm_up']);
    const short = [step('cat', { seconds: warmUpSecondsMin - 1 }), crow];
    expect(warningsOf(short, [])).toMatchObject([
      { code: 'no_warm_up', step: 2, exercise: 'crow', seconds: warmUpSecondsMin - 1 },
    ]);
    expect(codes([step('cat', { seconds: warmUpSecondsMin }), crow])).toEqual([]);
    expect(codes([step('cat'), step('child')])).toEqual([]);
  });

  it('is a side that is missing or shorter, wherever the other one stands (PR-05)', () => {
    const tree = (side: 'left' | 'right', seconds = 30) =>
      step('tree', { twoSided: true, side, seconds });
    expect(warningsOf([tree('left')], [])).toMatchObject([
      { code: 'missing_side', side: 'right', step: 1 },
    ]);
    expect(
      warningsOf([step('cat'), tree('right', 50), step('cow'), tree('left')], []),
    ).toMatchObject([{ code: 'uneven_sides', side: 'left', seconds: 20, step: 2 }]);
    expect(codes([tree('right'), step('cat'), tree('left')])).toEqual([]);
    expect(codes([tree('right', 20), tree('left', 40), tree('right', 20)])).toEqual([]);
  });

  it('is what one’s own body should leave out, said once an exercise (PR-05)', () => {
    const plank = step('plank', { contraindications: ['wrists'], precautions: ['shoulders'] });
    const mine = ['wrists', 'shoulders'] as const;
    expect(warningsOf([step('cat'), plank, plank], mine)).toMatchObject([
      { code: 'contraindicated', step: 2, cautions: ['wrists'] },
      { code: 'take_care', step: 2, cautions: ['shoulders'] },
    ]);
    expect(codes([plank], ['knees'])).toEqual([]);
  });

  it('is an exercise that the library no longer has (PR-05)', () => {
    expect(codes([step('cat', { archived: true })])).toEqual(['left_library']);
  });

  it('names steps that are there, and sides exactly where they differ (PR-05)', () => {
    const steps = fc.array(
      fc
        .record({
          exercise: fc.constantFrom('a', 'b', 'c'),
          side: fc.constantFrom('left' as const, 'right' as const),
          seconds: fc.integer({ min: 1, max: 900 }),
        })
        .map(({ exercise, ...more }) => step(exercise, { ...more, twoSided: true })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (steps) => {
        const found = warningsOf(steps, []);
        for (const { step: at, exercise, code } of found) {
          expect(steps[at - 1]!.exercise).toBe(exercise);
          expect(warningCodes).toContain(code);
        }
        for (const exercise of new Set(steps.map((one) => one.exercise))) {
          const own = steps.filter((one) => one.exercise === exercise);
          const balance = own.reduce(
            (sum, one) => sum + (one.side === 'left' ? 1 : -1) * one.seconds,
            0,
          );
          expect(found.some((one) => one.exercise === exercise)).toBe(balance !== 0);
        }
      }),
    );
  });
});
