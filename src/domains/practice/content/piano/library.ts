import type { KeysDiagram } from '../../../../figures/index.ts';
import type { Illustration, Library, Sequence } from '../exercise.ts';
import { bothSides, hold } from '../sequences/steps.ts';
import { chordExercises } from './chords.ts';
import { handExercises } from './hands.ts';
import { scaleExercises } from './scales.ts';

const sequences: Sequence[] = [
  {
    slug: 'ten-minute-warm-up',
    name: 'Ten-Minute Warm-Up',
    level: 'beginner',
    minutes: 10,
    summary: 'From the seat to the fingertips: loose, even and awake before you open a book.',
    audience: 'For every pianist, every day, before the pieces.',
    benefits: ['Warms hands and arms', 'Evens the touch', 'Brings the ear into the room'],
    changeSeconds: 5,
    steps: [
      hold('seat-and-hands', 75),
      bothSides('five-fingers', 55, 'Right hand on middle C.', 'Left hand, an octave lower.'),
      bothSides('legato-staccato', 50, 'Stay in the same five notes.', 'The other hand.'),
      bothSides(
        'thumb-under',
        50,
        'Right hand: three notes and the thumb.',
        'Left hand, downward.',
      ),
      hold('contrary-motion', 60, 'Both thumbs on middle C.'),
      bothSides('scale-one-hand', 55, 'Right hand, one octave.', 'Left hand, one octave.'),
    ].flat(),
  },
  {
    slug: 'scales-and-chords',
    name: 'Scales and Chords',
    level: 'intermediate',
    minutes: 15,
    summary: 'The building stones of most pieces, first apart and then together.',
    audience: 'For players in their second or third year.',
    benefits: ['Coordinates the hands', 'Makes chords familiar', 'Steadies the pulse'],
    changeSeconds: 5,
    steps: [
      hold('seat-and-hands', 45),
      hold('contrary-motion', 60, 'Thumbs together.'),
      hold('scale-two-hands', 100, 'Hands an octave apart.'),
      bothSides('dotted-rhythms', 60, 'The same scale, long and short.', 'Now the left hand.'),
      bothSides('triad-shapes', 70, 'Three notes at once, right hand.', 'Left hand.'),
      bothSides('broken-chords', 75, 'Roll the shape, right hand.', 'Left hand, as in a song.'),
      hold('cadence', 120, 'Both hands: home, away, question, home.'),
      hold('five-fingers', 40, 'End with five soft notes.').map((step) => ({
        ...step,
        side: 'right' as const,
      })),
      hold('five-fingers', 40, 'And five in the left hand.').map((step) => ({
        ...step,
        side: 'left' as const,
      })),
    ].flat(),
  },
];

const rightFive: KeysDiagram['right'] = [
  ['C4', 1],
  ['D4', 2],
  ['E4', 3],
  ['F4', 4],
  ['G4', 5],
];
const leftFive: KeysDiagram['left'] = [
  ['C3', 5],
  ['D3', 4],
  ['E3', 3],
  ['F3', 2],
  ['G3', 1],
];
const rightScale: KeysDiagram['right'] = [
  ['C4', 1],
  ['D4', 2],
  ['E4', 3],
  ['F4', 1],
  ['G4', 2],
  ['A4', 3],
  ['B4', 4],
  ['C5', 5],
];
const leftScale: KeysDiagram['left'] = [
  ['C3', 5],
  ['D3', 4],
  ['E3', 3],
  ['F3', 2],
  ['G3', 1],
  ['A3', 3],
  ['B3', 2],
  ['C4', 1],
];
const triad: KeysDiagram = {
  from: 'C3',
  to: 'G4',
  left: [
    ['C3', 5],
    ['E3', 3],
    ['G3', 1],
  ],
  right: [
    ['C4', 1],
    ['E4', 3],
    ['G4', 5],
  ],
};
const twoHands: KeysDiagram = { from: 'C3', to: 'G4', left: leftFive, right: rightFive };
const oneHand: KeysDiagram = { from: 'C4', to: 'C5', right: rightScale };
const bothScales: KeysDiagram = {
  from: 'C3',
  to: 'C5',
  left: leftScale.slice(0, 7),
  right: rightScale,
};

const diagrams: Record<string, KeysDiagram> = {
  'seat-and-hands': twoHands,
  'five-fingers': twoHands,
  'legato-staccato': twoHands,
  'thumb-under': { from: 'C4', to: 'C5', right: rightScale.slice(0, 4) },
  'scale-one-hand': oneHand,
  'scale-two-hands': bothScales,
  'contrary-motion': {
    from: 'C3',
    to: 'C5',
    left: [
      ['G3', 1],
      ['A3', 3],
      ['B3', 2],
    ],
    right: [
      ['C4', 1],
      ['D4', 2],
      ['E4', 3],
      ['F4', 1],
    ],
  },
  'triad-shapes': triad,
  'broken-chords': triad,
  arpeggio: {
    from: 'C4',
    to: 'C6',
    right: [
      ['C4', 1],
      ['E4', 2],
      ['G4', 3],
      ['C5', 1],
      ['E5', 2],
      ['G5', 3],
      ['C6', 5],
    ],
  },
  'dotted-rhythms': oneHand,
  cadence: {
    from: 'C3',
    to: 'G4',
    left: [['G3', 1]],
    right: [
      ['C4', 1],
      ['E4', 3],
      ['G4', 5],
    ],
  },
};

export const piano: Library = {
  slug: 'piano',
  name: 'Piano',
  subject: 'piano',
  noun: ['exercise', 'exercises'],
  areas: ['posture', 'technique', 'scales', 'chords', 'rhythm', 'expression'],
  categories: ['warm-up', 'scales', 'chords', 'rhythm'],
  words: [75, 170],
  exercises: [...handExercises, ...scaleExercises, ...chordExercises],
  sequences,
  illustrations: Object.fromEntries(
    Object.entries(diagrams).map(([slug, diagram]): [string, Illustration] => [
      slug,
      { kind: 'keys', ...diagram },
    ]),
  ),
};
