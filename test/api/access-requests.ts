import { lessonForm, profileForm } from '../support/teachers.ts';
import type { Cast, Member } from './access-cast.ts';

/** What a call needs to succeed for whoever may make it. */
export interface Asked {
  params?: Record<string, string>;
  query?: string;
  body?: object;
  headers?: Record<string, string>;
  /** Whose the object is, and who is the other party; by default the learner and the teacher. */
  owner?: Member;
  other?: Member;
  /** More cookies of the owner's browser. */
  ownersCookie?: string;
}

type Ask = (cast: Cast) => Promise<Asked>;

const password = 'Tidy-Garden-42';

/** The requests that the table names; each call makes an object of its own. */
export const requests = {
  nothing: async () => ({}),

  registration: async (cast) => ({
    body: { email: cast.newEmail(), password, displayName: 'Ada Okoye' },
  }),
  emailAlone: async (cast) => ({ body: { email: cast.newEmail() } }),
  verificationLink: async (cast) => {
    const { email } = await cast.unconfirmed();
    return { body: { token: await mailedToken(cast, email) } };
  },
  resetLink: async (cast) => {
    const { email } = await cast.learner();
    await cast.send({ cookie: '' }, '/auth/forgot-password', { email });
    return { body: { token: await mailedToken(cast, email), password: 'Fresh-Garden-46' } };
  },
  learnersPassword: async (cast) => {
    const { email } = await cast.learner();
    return { body: { email, password: 'Practice makes 1 better' } };
  },

  market: async () => ({ body: { market: 'gb', confirmed: true } }),
  places: async () => ({ query: 'market=gb&q=Camden' }),
  newAddress: async () => ({ body: address }),
  learnersAddress: async (cast) => {
    const { id } = (await cast.send(await cast.learner(), '/me/addresses', address)).json();
    return { params: { id } };
  },

  newSubject: async (cast) => ({
    body: {
      slug: `theremin-${cast.newEmail().replace(/\D/g, '')}`,
      name: 'Theremin',
      icon: 'note',
    },
  }),
  subject: async () => ({ params: { slug: 'guitar' }, body: { position: 10 } }),
  teachersPage: async (cast) => ({ params: { slug: (await cast.teacher()).profile.slug } }),
  teachersId: async (cast) => ({ params: { id: (await cast.teacher()).profile.instructorId } }),
  teachersSlots: async (cast) => {
    const { profile } = await cast.teacher();
    return { params: { id: profile.instructorId }, query: `serviceId=${profile.serviceId}&days=7` };
  },
  teachersSlot: async (cast) => {
    const { profile } = await cast.teacher();
    const query = `serviceId=${profile.serviceId}&local=2026-11-30T10:00`;
    return { params: { id: profile.instructorId }, query };
  },
  portrait: async () => ({ params: { file: 'n-test.svg' } }),

  ownProfile: async (cast) => ({ ...(await ofTheTeacher(cast)), body: profileForm }),
  own: async (cast) => ofTheTeacher(cast),
  newService: async (cast) => ({ ...(await ofTheTeacher(cast)), body: lessonForm }),
  service: async (cast) => {
    const owner = await cast.teacher();
    const { id } = (await cast.send(owner, '/me/instructor/services', lessonForm)).json();
    return { ...(await ofTheTeacher(cast)), params: { id }, body: { title: 'Another title' } };
  },
  availability: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    body: { timeZone: 'Europe/London', rules: [{ weekday: 1, startMinute: 600, endMinute: 660 }] },
  }),

  wish: async (cast) => ({ body: await wish(cast) }),
  held: async (cast) => ({ params: { id: await held(cast) } }),
  guestsHold: async (cast) => {
    const guest = await cast.world.inject({
      method: 'POST',
      url: '/api/v1/bookings',
      payload: await wish(cast),
    });
    const ownersCookie = guest.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { params: { id: guest.json().id }, ownersCookie };
  },
  paid: async (cast) => ({ params: { id: await paid(cast) } }),
  cancellation: async (cast) => {
    const id = await paid(cast);
    const path = `/bookings/${id}/cancellation`;
    const quote = (await cast.send(await cast.learner(), path, undefined, 'GET')).json();
    return { params: { id }, body: { expectedRefundMinor: quote.refund.minor } };
  },
  upcoming: async () => ({ query: 'when=upcoming' }),

  wishInWords: async () => ({ query: 'market=gb&q=guitar' }),
  search: async () => ({ query: 'market=gb' }),
  unsignedEvent: async () => ({ body: { id: 'evt_1' } }),
  noAsset: async () => ({ params: { '*': 'none.css' } }),
  page: async () => ({ params: { '*': 'robots.txt' } }),
  noPage: async () => ({ params: { '*': 'nowhere' } }),
} satisfies Record<string, Ask>;

const address = { label: 'Home', place: 'camden-london' };

async function ofTheTeacher(cast: Cast): Promise<Asked> {
  return { owner: await cast.teacher(), other: await cast.learner() };
}

async function wish(cast: Cast): Promise<object> {
  const { profile } = await cast.teacher();
  return {
    serviceId: profile.serviceId,
    startsAt: cast.nextHour().toString(),
    timeZone: 'Europe/London',
  };
}

async function held(cast: Cast): Promise<string> {
  return (await cast.send(await cast.learner(), '/bookings', await wish(cast))).json().id;
}

async function paid(cast: Cast): Promise<string> {
  const [id, learner] = [await held(cast), await cast.learner()];
  const { url } = (await cast.send(learner, `/bookings/${id}/checkout`)).json();
  await cast.world.pay(url);
  await cast.send(learner, `/bookings/${id}/payment-check`);
  return id;
}

/** The secret in the last mail to that address. */
async function mailedToken({ world }: Cast, email: string): Promise<string> {
  await world.runJobs();
  const mails = world.mails.filter(({ to }) => JSON.stringify(to).includes(email));
  return mails.flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? []).at(-1)!;
}
