import { chooseMarket } from '../../src/domains/markets/index.ts';
import { signIn } from './people.ts';
import type { World } from './world.ts';

export const profileForm = {
  displayName: 'Tomás Rivera',
  headline: 'Flamenco & nylon string',
  bio: 'Rhythm first. I played for dancers before I played for listeners.',
  lessonText: 'Compás on the table, then on the strings.',
  languages: ['en', 'es'],
  placeSlug: 'camden-london',
};

export const lessonForm = {
  subjectSlug: 'guitar',
  title: 'Guitar lesson',
  durationMinutes: 60,
  price: { minor: 3800, currency: 'GBP' },
  place: 'online',
};

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

let count = 0;

/** Someone who has signed in and may begin to teach; `send` calls the own profile's routes. */
export async function newcomer(world: World, market: string | null = 'gb') {
  const { cookie, personId } = await signIn(world, `newcomer${++count}@example.com`, ['learner']);
  if (market) await chooseMarket(world.ctx, { personId, code: market });
  const send = (method: Method, path: string, payload?: object) =>
    world.inject({
      method,
      url: `/api/v1/me/instructor${path}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
  return { send, personId, cookie };
}

/** Someone whose profile is public, with one lesson on offer. Places must be loaded. */
export async function publishedTeacher(world: World, change: Partial<typeof profileForm> = {}) {
  const me = await newcomer(world);
  const { slug } = (await me.send('PUT', '', { ...profileForm, ...change })).json();
  const service = (await me.send('POST', '/services', lessonForm)).json();
  const published = await me.send('POST', '/publish');
  if (published.statusCode !== 200) throw new Error(`not published: ${published.body}`);
  return { ...me, slug: slug as string, serviceId: service.id as string };
}
