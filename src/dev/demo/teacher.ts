import type { InstructorDraft } from '../../domains/catalog/index.ts';
import type { WeeklyHours } from './hours.ts';
import type { Group } from './text/index.ts';

/** An invented teacher, before anything is stored. */
export interface Teacher {
  draft: Omit<InstructorDraft, 'personId'>;
  given: string;
  locale: string;
  subject: string;
  group: Group;
  /** The city without its neighbourhood. */
  city: string;
  hours: WeeklyHours[];
}
