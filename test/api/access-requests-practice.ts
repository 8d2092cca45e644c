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
  ownItems: async (cast) => ({ ...(await ofTheTeacher(cast)), query: 'own=true' }),
  newItem: async (cast) => ({ ...(await ofTheTeacher(cast)), body: item }),
  ownItem: async (cast) => ({ ...(await ofTheTeacher(cast)), params: { id: await ownItem(cast) } }),
  draftOfItem: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    params: { id: await ownItem(cast) },
    body: { draftVersion: 1, sequence: quietMinute },
  }),
  wholeItem: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    params: { id: await wholeItem(cast) },
  }),
  publishedItem: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    params: { id: await publishedItem(cast) },
  }),
  itemWithHistory: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    params: { id: await publishedItem(cast) },
    body: { version: 1 },
  }),
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

const item = { own: true, kind: 'sequence', library: 'yoga', name: 'A quiet minute' };
const quietMinute = {
  name: 'A quiet minute',
  level: 'beginner',
  audience: '',
  benefits: [],
  plus: false,
  summary: 'One minute on the floor, whenever the day is loud.',
  changeSeconds: 5,
  steps: [
    {
      exercise: 'corpse',
      side: null,
      seconds: 60,
      transition: null,
    },
  ],
};

const ofTheTeacher = async (cast: Cast) => ({
  owner: await cast.teacher(),
  other: await cast.learner(),
});

async function ownItem(cast: Cast): Promise<string> {
  return (await cast.send(await cast.teacher(), '/authoring/items', item)).json().id;
}

async function wholeItem(cast: Cast): Promise<string> {
  const id = await ownItem(cast);
  const body = { draftVersion: 1, sequence: quietMinute };
  await cast.send(await cast.teacher(), `/authoring/items/${id}/draft`, body, 'PUT');
  return id;
}

async function publishedItem(cast: Cast): Promise<string> {
  const id = await wholeItem(cast);
  await cast.send(await cast.teacher(), `/authoring/items/${id}/publish`);
  return id;
}
