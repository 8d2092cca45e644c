import type { KeysDiagram, Pose } from '../../../figures/index.ts';

/** Shows the right side, or the only one; the left one is its mirror image. */
export type Illustration = { kind: 'figure'; pose: Pose } | ({ kind: 'keys' } & KeysDiagram);

export interface ProgramStep {
  /** Slug. */
  exercise: string;
  name: string;
  /** In the field's own tongue. */
  original: string | null;
  side: 'left' | 'right' | null;
  seconds: number;
  breath: string;
  /** How to get here from the step before. */
  transition: string | null;
}

/** All that is needed to be led through a practice, with or without a network. */
export interface Program {
  library: string;
  /** Slug; null for a practice that was made to a wish, and for a single exercise. */
  sequence: string | null;
  title: string;
  /** To get from one step to the next. */
  changeSeconds: number;
  /** BCP 47 of the original names. */
  originalLanguage: string | null;
  steps: ProgramStep[];
  /** By exercise; some have none. */
  illustrations: Record<string, Illustration>;
}
