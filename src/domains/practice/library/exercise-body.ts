import type { Photo } from '../authoring/content.ts';
import type { Caution, Illustration } from '../content/exercise.ts';

/** What is kept of an exercise besides the columns that are searched and checked. */
export interface ExerciseBody {
  aliases: string[];
  steps: string[];
  benefits: string[];
  contraindications: Caution[];
  precautions: Caution[];
  safety: string;
  breath: string;
  /** Slugs of the same library. */
  preparatory: string[];
  counter: string[];
  related: string[];
  illustration: Illustration | null;
  /** Of the media's pictures; shown beside the drawing. Not in what ships. */
  photo?: Photo | null;
}
