import { practice } from '../support/practice.ts';
import type { Ask, Cast } from './access-cast.ts';

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
  newSequence: async () => ({ body: short }),
  newSequenceSteps: async () => ({ body: { steps: short.steps } }),
  learnersSequence: async (cast) => ({ params: await keepSequence(cast) }),
  changedSequence: async (cast) => ({
    params: await keepSequence(cast),
    body: { ...short, version: 1 },
  }),
  sharedSequence: async (cast) => ({ params: await keepSequence(cast), body: { shared: false } }),
  ownCautions: async () => ({ body: { cautions: ['wrists'] } }),
  favouritePose: async () => ({ params: { kind: 'exercise', slug: 'mountain' } }),
  noteOnPose: async () => ({ params: onMountain, body: { text: 'Softer knees.' } }),
  learnersNote: async (cast) => {
    const path = '/me/exercise-notes/yoga/mountain';
    await cast.send(await cast.learner(), path, { text: 'Mine.' }, 'PUT');
    return { params: onMountain };
  },
} satisfies Record<string, Ask>;

const onMountain = { library: 'yoga', slug: 'mountain' };
const short = { name: 'Short', steps: [{ exercise: 'mountain', seconds: 30 }] };

async function keepSequence(cast: Cast): Promise<{ slug: string }> {
  const { slug } = (await cast.send(await cast.learner(), '/me/sequences', short)).json();
  return { slug };
}
