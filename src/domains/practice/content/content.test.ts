import { describe, expect, it } from 'vitest';
import { figureOf, passage, stage } from '../../../figures/index.ts';
import { checkContent, libraryFaults } from './check.ts';
import type { Exercise, Library } from './exercise.ts';
import { libraries, secondsOf } from './libraries.ts';
import { readingEase, syllablesOf } from './readability.ts';
import { contactSheet } from './sheet.ts';
import { yoga } from './yoga.ts';

const [tree] = yoga.exercises.filter(({ slug }) => slug === 'tree') as [Exercise];
const withTree = (change: Partial<Exercise>): Library => ({
  ...yoga,
  exercises: yoga.exercises.map((one) => (one === tree ? { ...tree, ...change } : one)),
});
const faultsOf = (library: Library) => libraryFaults(library).join('\n');

describe('the shipped libraries', () => {
  it('have no faults (PR-01, PR-05)', () => {
    expect(checkContent().faults).toEqual([]);
  });

  it('hold at least a hundred poses with a Sanskrit name and a figure each (PR-01)', () => {
    expect(yoga.exercises.length).toBeGreaterThanOrEqual(100);
    for (const { slug, original } of yoga.exercises) {
      expect(original, slug).toMatch(/[āīūṛṅñṭḍṇśṣṁāâ]|asana/i);
      expect(yoga.illustrations[slug]?.kind, slug).toBe('figure');
    }
  });

  it('hold the ten sequences by name, length and level (PR-05)', () => {
    const named = yoga.sequences.map(
      ({ name, minutes, level }) => `${name} ${minutes} ${level[0]}`,
    );
    expect(named.toSorted()).toEqual([
      'Back Pain Relief 15 b',
      'Core Strength Builder 25 i',
      'Evening Wind Down 20 b',
      'Flexibility Flow 30 i',
      'Full Body Balance 20 b',
      'Gentle Restorative 30 b',
      'Hip Opener Flow 25 i',
      'Morning Energizer 15 b',
      'Power Flow 30 a',
      'Stress Release 20 b',
    ]);
    for (const sequence of yoga.sequences) {
      const named = sequence.minutes * 60;
      expect(Math.abs(secondsOf(sequence) - named) / named).toBeLessThan(0.05);
    }
  });

  it('relate exercises in both directions', () => {
    for (const { exercises } of libraries) {
      const related = new Map(exercises.map((one) => [one.slug, one.related]));
      for (const one of exercises) {
        for (const other of one.related) expect(related.get(other)).toContain(one.slug);
      }
    }
  });

  it('can be animated from step to step without sinking or breaking (PR-06)', () => {
    for (const { steps } of yoga.sequences) {
      for (const [index, step] of steps.slice(1).entries()) {
        const from = yoga.illustrations[steps[index]?.exercise ?? ''];
        const to = yoga.illustrations[step.exercise];
        if (from?.kind !== 'figure' || to?.kind !== 'figure') throw new Error(step.exercise);
        const { bounds } = figureOf(passage(from.pose, to.pose)(0.5));
        expect(bounds.bottom).toBeGreaterThan(-1e-9);
        expect(bounds.top).toBeLessThan(stage.top);
        expect(bounds.right - bounds.left).toBeLessThan(stage.right - stage.left);
      }
    }
  });

  it('fit on one sheet', () => {
    const sheet = contactSheet(yoga, { palette: { ...palette } });
    expect(sheet.match(/<text /g)).toHaveLength(yoga.exercises.length * 2);
    expect(sheet).not.toMatch(/NaN|undefined/);
  });
});

const palette = {
  skin: '#a',
  top: '#b',
  legs: '#c',
  hair: '#d',
  gap: '#e',
  mat: '#f',
  prop: '#0',
  wall: '#1',
};

describe('the content check', () => {
  it('refuses too few words, a wrong length and an unknown area', () => {
    expect(faultsOf(withTree({ steps: tree.steps.slice(0, 4) }))).toMatch(/tree: has \d+ words/);
    expect(faultsOf(withTree({ seconds: 90 }))).toContain('tree: lasts 90 s');
    expect(faultsOf(withTree({ areas: ['aura'] }))).toContain('tree: has an unknown area aura');
    expect(faultsOf(withTree({ areas: ['wrists'] }))).toContain('without a caution for them');
  });

  it('refuses a medical claim and a straight quote', () => {
    const claim = { benefits: ['Heals the liver', 'Steadies the gaze', 'Firms the calves'] };
    expect(faultsOf(withTree(claim))).toContain('tree: makes a medical claim: Heals the liver');
    expect(faultsOf(withTree({ safety: "Don't fall over, please." }))).toContain('straight quote');
  });

  it('refuses a name that another exercise has, with or without diacritics', () => {
    expect(faultsOf(withTree({ aliases: ['Tadasana'] }))).toMatch(/shares the name “tadasana”/);
  });

  it('refuses a relation to nothing and a sentence copied from elsewhere', () => {
    expect(faultsOf(withTree({ related: ['bush'] }))).toContain('tree: is related to bush');
    const copied = yoga.exercises[0]?.steps[0] as string;
    expect(faultsOf(withTree({ steps: [...tree.steps.slice(1), copied] }))).toContain(
      'says nearly',
    );
  });

  it('refuses a figure that no body could take', () => {
    const illustrations = {
      ...yoga.illustrations,
      tree: { kind: 'figure' as const, pose: { ...pose('tree'), head: 170 } },
    };
    expect(faultsOf({ ...yoga, illustrations })).toMatch(/tree: cannot be drawn: head bends/);
  });

  it('refuses a sequence that forgets a side, is too long, or holds a pose that is too hard', () => {
    const [morning] = yoga.sequences.filter(({ slug }) => slug === 'morning-energizer');
    if (!morning) throw new Error('no morning');
    const steps = morning.steps.filter(
      ({ exercise, side }) => exercise !== 'tree' || side === 'left',
    );
    const changed = {
      ...morning,
      minutes: 12,
      steps: [...steps, { exercise: 'wheel', seconds: 20, transition: 'Up.' }],
    };
    const faults = faultsOf({ ...yoga, sequences: [changed] });
    expect(faults).toMatch(/tree is \d+ s longer on one side/);
    expect(faults).toMatch(/is named 12 min, but takes/);
    expect(faults).toMatch(/\(wheel\) is advanced/);
  });
});

describe('reading ease', () => {
  it('counts syllables about as people do', () => {
    expect(['knee', 'shoulder', 'breathe', 'forward', 'tadasana'].map(syllablesOf)).toEqual([
      1, 2, 1, 2, 4,
    ]);
  });

  it('tells plain words from heavy ones', () => {
    expect(readingEase('Stand up. Breathe in. Let the arms hang.')).toBeGreaterThan(90);
    expect(
      readingEase(
        'Simultaneous externally rotational stabilisation necessitates considerable proprioception.',
      ),
    ).toBeLessThan(0);
  });
});

function pose(slug: string) {
  const illustration = yoga.illustrations[slug];
  if (illustration?.kind !== 'figure') throw new Error(slug);
  return illustration.pose;
}
