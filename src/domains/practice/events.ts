import { defineEvent } from '../../platform/events/index.ts';

/** An instructor gave a learner a sequence to practise. */
export const homeworkGiven = defineEvent<{ homeworkId: string; learnerId: string }>(
  'practice.homework_given',
);
