import { practice } from '../support/practice.ts';
import type { Ask } from './access-cast.ts';

/** The requests for what one keeps of one's own practice. */
export const practiceRequests = {
  finishedPractice: async (cast) => ({ body: practice(cast.world) }),
  practiceQueue: async (cast) => ({
    body: { sessions: [practice(cast.world), practice(cast.world)] },
  }),
  learnersPractice: async (cast) => {
    const sent = practice(cast.world);
    await cast.send(await cast.learner(), '/me/practice-sessions', sent);
    return { params: { id: sent.id } };
  },
  practiceGoal: async () => ({ params: { kind: 'days_per_week' }, body: { target: 3 } }),
  favouritePose: async () => ({ params: { kind: 'exercise', slug: 'mountain' } }),
  noteOnPose: async () => ({ params: onMountain, body: { text: 'Softer knees.' } }),
  learnersNote: async (cast) => {
    const path = '/me/exercise-notes/yoga/mountain';
    await cast.send(await cast.learner(), path, { text: 'Mine.' }, 'PUT');
    return { params: onMountain };
  },
} satisfies Record<string, Ask>;

const onMountain = { library: 'yoga', slug: 'mountain' };
