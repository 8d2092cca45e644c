import sharp from 'sharp';
import { newId, sql } from '../../src/platform/db/index.ts';
import { lessonForm, profileForm } from '../support/teachers.ts';
import type { Ask, Asked, Cast } from './access-cast.ts';
import { identityRequests } from './access-requests-identity.ts';
import { payoutsRequests } from './access-requests-payouts.ts';
import { operationsRequests } from './access-requests-operations.ts';
import { plusRequests } from './access-requests-plus.ts';
import { practiceRequests } from './access-requests-practice.ts';

/** The requests that the table names; each call makes an object of its own. */
export const requests = {
  nothing: async () => ({}),
  noWish: async () => ({ body: {} }),

  ...identityRequests,
  ...operationsRequests,

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
  pose: async () => ({ params: { library: 'yoga', slug: 'mountain' } }),
  yogaLibrary: async () => ({ query: 'library=yoga' }),
  illustrated: async () => ({ query: 'library=yoga&exercise=mountain' }),
  practiceSequence: async () => ({ params: { slug: 'morning-energizer' } }),
  practiceWish: async () => ({ body: { minutes: 20, areas: ['hips'], without: ['wrists'] } }),
  ...practiceRequests,
  ...plusRequests,
  ...payoutsRequests,
  figureFile: async () => ({ params: { library: 'yoga', file: 'mountain.svg' } }),
  exercisePicture: async (cast) => sharedWith(cast, 'poses/mountain'),
  sequencePicture: async (cast) => sharedWith(cast, 'sequences/morning-energizer'),
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
  request: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    params: { id: await request(cast) },
    body: {},
  }),
  paidAndMissed: async (cast) => ({ params: { id: await paid(cast) }, body: { note: 'Nobody.' } }),
  paidWithProblem: async (cast) => ({
    params: { id: await paid(cast) },
    body: { kind: 'quality', text: 'No sound.' },
  }),
  openProblem: async (cast) => {
    const id = newId(cast.world.clock);
    const bookingId = await paid(cast);
    await sql`insert into scheduling.problems (id, booking_id, kind, reported_by, reported_at)
      select ${id}, id, 'quality', learner_id, now() from scheduling.bookings where id = ${bookingId}`.execute(
      cast.world.ctx.db,
    );
    return { params: { id }, body: { refundMinor: 0, note: 'As described.' } };
  },
  cancellation: async (cast) => {
    const id = await paid(cast);
    const path = `/bookings/${id}/cancellation`;
    const quote = (await cast.send(await cast.learner(), path, undefined, 'GET')).json();
    return { params: { id }, body: { expectedRefundMinor: quote.refund.minor } };
  },
  upcoming: async () => ({ query: 'when=upcoming' }),

  wishInWords: async () => ({ query: 'market=gb&q=guitar' }),
  search: async () => ({ query: 'market=gb' }),
  picture: async () => ({
    body: await sharp({ create: { ...red, channels: 3 } })
      .png()
      .toBuffer(),
    headers: { 'content-type': 'image/png' },
  }),
  learnersPicture: async (cast) => ({ params: { digest: (await uploaded(cast)).digest } }),
  photo: async (cast) => {
    const owner = await cast.teacher();
    const { digest } = await uploaded(cast, owner);
    return { ...(await ofTheTeacher(cast)), body: { picture: digest } };
  },
  lessonHad: async (cast) => ({
    ...(await ofTheTeacher(cast)),
    query: `bookingId=${await had(cast)}`,
  }),
  newHomework: async (cast) => ({ ...(await ofTheTeacher(cast)), body: homework(await had(cast)) }),
  homework: async (cast) => {
    const owner = await cast.teacher();
    const { items } = (await cast.send(owner, '/homework', homework(await had(cast)))).json();
    return { ...(await ofTheTeacher(cast)), params: { id: items[0].homework[0].id } };
  },
  pictureFile: async (cast) => {
    const { files } = await uploaded(cast);
    const [, , digest, file] = files[0]!.url.split('/');
    return { params: { digest: digest!, file: file! } };
  },
  unsignedEvent: async () => ({ body: { id: 'evt_1' } }),
  unsignedMarketEvent: async () => ({ params: { platform: 'gb' }, body: { id: 'evt_1' } }),
  noAsset: async () => ({ params: { '*': 'none.css' } }),
  page: async () => ({ params: { '*': 'robots.txt' } }),
  noPage: async () => ({ params: { '*': 'nowhere' } }),
} satisfies Record<string, Ask>;

let pictures = 0;

async function uploaded(
  cast: Cast,
  by?: { cookie: string },
): Promise<{ digest: string; files: { url: string }[] }> {
  const background = { r: (pictures += 1) % 256, g: 0, b: 0 };
  const answer = await cast.world.inject({
    method: 'POST',
    url: '/api/v1/me/pictures',
    payload: await sharp({ create: { ...red, background, channels: 3 } })
      .png()
      .toBuffer(),
    headers: { 'content-type': 'image/png', cookie: (by ?? (await cast.learner())).cookie },
  });
  return answer.json();
}

const red = { width: 600, height: 600, background: { r: 200, g: 0, b: 0 } };

const address = { label: 'Home', place: 'camden-london' };

/** The picture that a link to this is shared with. */
async function sharedWith(cast: Cast, path: string): Promise<Asked> {
  const { picture } = (await cast.world.inject({ url: `/api/v1/${path}` })).json();
  const [, , library, , slug, file] = picture.split('/');
  return { params: { library, slug, file } };
}

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

/** What the learner has paid for, and the teacher is to confirm by hand. */
async function request(cast: Cast): Promise<string> {
  await confirmByHand(cast, true);
  const id = await paid(cast);
  await confirmByHand(cast, false);
  return id;
}

async function confirmByHand(cast: Cast, byHand: boolean): Promise<void> {
  const { instructorId } = (await cast.teacher()).profile;
  await sql`update scheduling.availability_settings set confirms_by_hand = ${byHand}
    where instructor_id = ${instructorId}`.execute(cast.world.ctx.db);
}

/** A lesson that was paid, and began a month ago. */
async function had(cast: Cast): Promise<string> {
  const id = await paid(cast);
  await sql`update scheduling.bookings set starts_at = starts_at - interval '30 days',
    ends_at = ends_at - interval '30 days',
    blocked = tstzrange(lower(blocked) - interval '30 days', upper(blocked) - interval '30 days')
    where id = ${id}`.execute(cast.world.ctx.db);
  return id;
}

const sequences = ['morning-energizer', 'evening-wind-down', 'hip-opener-flow', 'power-flow'];
let given = 0;

const homework = (bookingId: string) => ({
  bookingId,
  sequence: sequences[(given += 1) % sequences.length],
  times: 3,
  dueOn: '2026-12-01',
});
