import { createInstructors } from '../../src/domains/catalog/index.ts';
import { getPlace } from '../../src/domains/places/index.ts';
import { recordDemoReviews } from '../../src/domains/reviews/index.ts';
import { setAvailability } from '../../src/domains/scheduling/index.ts';
import { rebuildSearch } from '../../src/domains/search/index.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { newId } from '../../src/platform/db/index.ts';
import { signIn } from './people.ts';
import { startTestWorld, type World } from './world.ts';

type Wish = Record<string, string | number | undefined>;

/** What the API answers, as far as tests look at it. */
interface Found {
  total: number;
  sort: string;
  items: {
    instructorId: string;
    displayName: string;
    pricePerHour: { minor: number; currency: string };
    serviceId: string;
    point: { lat: number; lng: number } | null;
    distanceMeters: number | null;
    nextSlots: string[];
  }[];
  facets: {
    subjects: { slug: string; count: number }[];
    modes: { mode: string; count: number }[];
  };
  relax: { drop: string; total: number }[];
  nextCursor: string | null;
}

interface Teacher {
  name: string;
  place: string;
  market?: 'gb' | 'jp';
  bio?: string;
  /** Subject, price in pence, minutes, where. */
  services: [
    subject: string,
    priceMinor: number,
    minutes: number,
    place: 'online' | 'instructor',
  ][];
  stars?: number[];
  closed?: boolean;
}

const teachers: Teacher[] = [
  {
    name: 'Mara Ellison',
    place: 'camden-london',
    bio: 'Patient with beginners.',
    services: [
      ['guitar', 3800, 60, 'instructor'],
      ['guitar', 1700, 30, 'online'],
    ],
    stars: Array(40).fill(5),
  },
  {
    name: 'Idris Okafor',
    place: 'kentish-town-london',
    bio: 'Jazz and songwriting.',
    services: [['guitar', 3000, 60, 'instructor']],
    stars: [5],
  },
  {
    name: 'Tomás Rivera',
    place: 'hampstead-london',
    services: [
      ['guitar', 4500, 60, 'instructor'],
      ['piano', 2500, 60, 'online'],
    ],
    stars: [4, 4, 4, 4, 4, 4],
  },
  { name: 'Yuki Tanabe', place: 'brixton-london', services: [['guitar', 2000, 45, 'online']] },
  {
    name: 'Ana Costa',
    place: 'oxford',
    services: [['piano', 3100, 60, 'instructor']],
    closed: true,
  },
  {
    name: 'Hana Sato',
    market: 'jp',
    place: 'shimokitazawa-tokyo',
    services: [['guitar', 4000, 60, 'online']],
  },
];

export interface SearchWorld extends World {
  /** Instructors' ids by name. */
  ids: ReadonlyMap<string, string>;
  /** Yuki's session cookie. */
  yukiCookie: string;
  /** Asks the API, in Britain unless the wish says otherwise. */
  search(input: Wish): Promise<Found>;
  /** Who is found, in order. */
  names(input: Wish): Promise<string[]>;
}

/** Five teachers in Britain and one in Japan, indexed. */
export async function startSearchWorld(): Promise<SearchWorld> {
  const world = await startTestWorld();
  const yuki = await signIn(world, 'yuki@example.com', ['learner', 'instructor']);
  const ids = new Map<string, string>();
  for (const teacher of teachers) {
    const personId = teacher.name === 'Yuki Tanabe' ? yuki.personId : newId(world.clock);
    ids.set(teacher.name, await enter(world.ctx, teacher, personId));
  }
  await rebuildSearch(world.ctx);
  const search = async (wish: Wish): Promise<Found> => {
    const given = Object.entries({ market: 'gb', ...wish }).filter(
      ([, value]) => value !== undefined,
    );
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    const answer = await world.inject({ url: `/api/v1/search?${query}` });
    if (answer.statusCode !== 200) throw new Error(`the search answers ${answer.body}`);
    return answer.json();
  };
  return {
    ...world,
    ids,
    yukiCookie: yuki.cookie,
    search,
    names: async (input) => (await search(input)).items.map(({ displayName }) => displayName),
  };
}

async function enter(
  ctx: Ctx,
  {
    name,
    place: slug,
    market = 'gb',
    bio = 'Calm lessons.',
    services,
    stars = [],
    closed,
  }: Teacher,
  personId: string,
) {
  const place = await getPlace(ctx, { slug });
  const zone = market === 'gb' ? 'Europe/London' : 'Asia/Tokyo';
  const [created] = await createInstructors(ctx, [
    {
      personId: personId,
      marketCode: market,
      displayName: name,
      headline: 'Lessons for all',
      bio,
      lessonText: '',
      languages: ['en'],
      portrait: 'n-a',
      placeId: place.id,
      placeName: place.name,
      point: place.point,
      timeZone: zone,
      isDemo: true,
      services: services.map(([subjectSlug, priceMinor, durationMinutes, where]) => ({
        subjectSlug,
        title: 'Lesson',
        durationMinutes,
        priceMinor,
        currency: market === 'gb' ? 'GBP' : 'JPY',
        place: where,
      })),
    },
  ]);
  const rules = closed
    ? []
    : [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 600, endMinute: 1080 }));
  await setAvailability(ctx, { instructorId: created!.id, timeZone: zone, rules });
  await recordDemoReviews(
    ctx,
    stars.map((rating) => ({
      instructorId: created!.id,
      authorName: 'Ola',
      rating,
      text: 'Good.',
      response: null,
      publishedAt: ctx.clock.now(),
    })),
  );
  return created!.id;
}
