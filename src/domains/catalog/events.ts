import { defineEvent } from '../../platform/events/index.ts';

/** Something a learner can see of this instructor changed: texts, place, services or status. */
export const instructorChanged = defineEvent<{ instructorId: string }>(
  'catalog.instructor_changed',
);
/** A subject was added or changed. */
export const subjectsChanged = defineEvent<Record<string, never>>('catalog.subjects_changed');
