export type Level = 1 | 2 | 3;

/** What the solver needs to know of an exercise. */
export interface Candidate {
  slug: string;
  /** Where it stands in a practice: to get warm, the work itself, to come to rest. */
  phase: Phase;
  /** Recommended, for one side. */
  seconds: number;
  /** Done left and right, each for `seconds`. */
  twoSided: boolean;
  level: Level;
  areas: readonly string[];
  /** What it must be kept from, such as wrists or pregnancy. */
  cautions: readonly string[];
  /** How one is placed: neighbours in a sequence should not jump between standing and lying. */
  posture: number;
  /** Slugs of what eases the body afterwards. */
  counters: readonly string[];
}

export type Phase = 'warm_up' | 'work' | 'rest';

export interface Wish {
  /** Whole length, with the changes between steps. */
  seconds: number;
  /** Any, when empty. */
  areas: readonly string[];
  levelMax: Level;
  /** Cautions to keep clear of. */
  without: readonly string[];
  /** Another number gives another sequence. */
  seed: number;
}

export interface Step {
  slug: string;
  phase: Phase;
  side: 'left' | 'right' | null;
  seconds: number;
}

export type Solution =
  | { found: true; steps: Step[]; seconds: number }
  | { found: false; reason: 'too_short' | 'too_long'; limitSeconds: number }
  /** Nothing for the areas; `because` counts what each condition took away. */
  | { found: false; reason: 'nothing_left'; because: { level: number; cautions: number } }
  /** What is left fills no more than this. */
  | { found: false; reason: 'not_enough'; secondsMax: number };

export const wishSecondsMin = 3 * 60;
export const wishSecondsMax = 120 * 60;
/** From one step to the next, also from left to right. */
export const changeSeconds = 5;
