import type { KeysDiagram, Pose } from '../../../figures/index.ts';

export const levels = ['beginner', 'intermediate', 'advanced'] as const;
export type Level = (typeof levels)[number];

/** Words about bodies that both sides of a caution use: a person's own, and an exercise's. */
export const cautions = [
  'ankles',
  'dizziness',
  'elbows',
  'eye-pressure',
  'feet',
  'fingers',
  'hamstrings',
  'headache',
  'heart',
  'high-blood-pressure',
  'hips',
  'knees',
  'low-blood-pressure',
  'lower-back',
  'neck',
  'osteoporosis',
  'pregnancy',
  'recent-surgery',
  'reflux',
  'ribs',
  'shoulders',
  'wrists',
] as const;
export type Caution = (typeof cautions)[number];

export interface Exercise {
  slug: string;
  name: string;
  /** The name in the field's own tongue: Sanskrit with diacritics for yoga, Italian for music. */
  original?: string;
  aliases: readonly string[];
  level: Level;
  category: string;
  /** One to three, of the library's list. */
  areas: readonly string[];
  /** How long to hold or play it, 15–60; on each side where it has two. */
  seconds: number;
  /** `both` when it is done once to the right and once to the left. */
  sides: 'one' | 'both';
  steps: readonly string[];
  benefits: readonly string[];
  /** Leave it out with these. */
  contraindications: readonly Caution[];
  /** Take care with these; `safety` says how. */
  precautions: readonly Caution[];
  safety: string;
  /** One short sentence, said aloud while it is held or played. */
  breath: string;
  /** Slugs of the same library. */
  preparatory: readonly string[];
  counter: readonly string[];
  related: readonly string[];
}

/** Shows the side that the steps begin with, called right; the other one is its mirror image. */
export type Illustration = { kind: 'figure'; pose: Pose } | ({ kind: 'keys' } & KeysDiagram);

export interface SequenceStep {
  exercise: string;
  seconds: number;
  side?: 'right' | 'left';
  /** How to get here from the step before. */
  transition?: string;
}

export interface Sequence {
  slug: string;
  name: string;
  level: Level;
  /** The length it is named with. */
  minutes: number;
  summary: string;
  audience: string;
  benefits: readonly string[];
  /** Time to move from one step to the next, in seconds, counted in the length. */
  changeSeconds: number;
  steps: readonly SequenceStep[];
}

export interface Library {
  slug: string;
  name: string;
  /** The subject of the catalog it belongs to. */
  subject: string;
  /** What an exercise is called here, in the singular and the plural. */
  noun: readonly [string, string];
  areas: readonly string[];
  categories: readonly string[];
  /** How many words the steps of an exercise have, at least and at most; 130–170 where not said. */
  words?: readonly [number, number];
  exercises: readonly Exercise[];
  sequences: readonly Sequence[];
  /** By slug. */
  illustrations: Readonly<Record<string, Illustration>>;
}
