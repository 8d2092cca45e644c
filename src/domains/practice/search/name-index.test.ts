import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from './distance.ts';
import { fold } from './fold.ts';
import { nameIndex } from './name-index.ts';

const poses = [
  {
    names: ['Downward-Facing Dog', 'Adho Mukha Śvānāsana', 'Down Dog'],
    topics: ['hamstrings', 'shoulders'],
  },
  { names: ['Upward-Facing Dog', 'Ūrdhva Mukha Śvānāsana', 'Up Dog'], topics: ['chest', 'spine'] },
  { names: ['Triangle', 'Utthita Trikoṇāsana'], topics: ['hips', 'legs'] },
  { names: ['Revolved Triangle', 'Parivṛtta Trikoṇāsana'], topics: ['spine'] },
  { names: ['Tree', 'Vṛkṣāsana'], topics: ['balance'] },
  { names: ['Corpse', 'Śavāsana'], topics: ['rest'] },
];
const index = nameIndex(poses);
const first = (text: string) => poses[index.find(text)[0] ?? -1]?.names[0];

describe('finding by name', () => {
  it.each([
    ['down dog', 'Downward-Facing Dog'],
    ['downdog', 'Downward-Facing Dog'],
    ['dwon dog', 'Downward-Facing Dog'],
    ['upward dog', 'Upward-Facing Dog'],
    ['trikonasana', 'Triangle'],
    ['triangel', 'Triangle'],
    ['utthita trikoṇāsana', 'Triangle'],
    ['utthitatrikonasana', 'Triangle'],
    ['revolved tri', 'Revolved Triangle'],
    ['parivritta', 'Revolved Triangle'],
    ['vrksasana', 'Tree'],
    ['vriksasana', 'Tree'],
    ['vrikshasana', 'Tree'],
    ['shavasana', 'Corpse'],
    ['SAVASANA', 'Corpse'],
    ['shavasna', 'Corpse'],
    ['hips', 'Triangle'],
    ['tre', 'Tree'],
  ])('takes %j for %s (PR-02)', (text, name) => {
    expect(first(text)).toBe(name);
  });

  it('finds nothing for what is nothing of the kind, and all for an empty text (PR-02)', () => {
    expect(index.find('refrigerator')).toEqual([]);
    expect(index.find('dog xylophone')).toEqual([]);
    expect(index.find('  ')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(index.find('…!?')).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('takes any text without complaint, and every name finds itself first (PR-02)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(Array.isArray(index.find(text))).toBe(true);
      }),
    );
    for (const { names } of poses) for (const name of names) expect(first(name)).toBe(names[0]);
  });
});

it('a folded text stays as it is when folded again (PR-02)', () => {
  for (const text of ['Parivṛtta Trikoṇāsana', 'Warrior II', 'Śīrṣāsana', 'Cat–Cow', 'Chhh wwhh'])
    expect(fold(fold(text))).toBe(fold(text));
});

it('the distance between words is the same both ways, and one for any single slip (PR-02)', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, b, 8)).toBe(distance(b, a, 8));
      expect(distance(a, a, 8)).toBe(0);
    }),
  );
  for (const slip of ['triangl', 'triangles', 'triongle', 'traingle'])
    expect(distance('triangle', slip, 2)).toBe(1);
  expect(distance('triangle', 'rectangle', 2)).toBe(3);
});
