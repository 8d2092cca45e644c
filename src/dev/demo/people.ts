import type { DemoReview } from '../../domains/reviews/index.ts';
import type { Teacher } from './teacher.ts';
import { type Place } from '../../domains/places/index.ts';

/** How to sign in to the demo. The password is public, so the demo is never loaded in production. */
export const DEMO_SIGN_IN = {
  password: 'practice makes music',
  learner: { email: 'learner@demo.etude.example', name: 'Sam Whitaker' },
  instructor: { email: 'mara@demo.etude.example', name: 'Mara Ellison' },
  operator: { email: 'operator@demo.etude.example', name: 'Robin Marsh' },
} as const;

/** The instructor whom the demo lets you be. */
export function mara(camden: Place): Teacher {
  return {
    given: 'Mara',
    locale: 'en-GB',
    subject: 'guitar',
    group: 'music',
    city: 'London',
    hours: [
      { weekday: 2, startMinute: 17 * 60, endMinute: 21 * 60 },
      { weekday: 3, startMinute: 16 * 60, endMinute: 20 * 60 },
      { weekday: 4, startMinute: 10 * 60, endMinute: 13 * 60 },
      { weekday: 5, startMinute: 15 * 60 + 30, endMinute: 19 * 60 },
      { weekday: 6, startMinute: 9 * 60 + 30, endMinute: 15 * 60 },
    ],
    draft: {
      marketCode: 'gb',
      displayName: DEMO_SIGN_IN.instructor.name,
      headline: 'Classical & fingerstyle guitar',
      bio: 'Patient with beginners of every age; I taught my own father to play at sixty-eight. I studied classical guitar, then spent years learning folk tunes from people who could not read a note, and I teach from both sides.\n\nMy studio in Camden has two good guitars, a footstool for small feet and a kettle. Come as you are, with or without an instrument.',
      lessonText:
        'We start from a song you love and take it apart until it is easy. Children get games and short goals; adults get a plan they can follow in fifteen minutes a day. After each lesson you get a short recording of what to practise, at the tempo we agreed.',
      languages: ['en', 'it'],
      portrait: 'w-mara',
      placeId: camden.id,
      placeName: 'Camden, London',
      point: { lat: camden.point.lat + 0.0014, lng: camden.point.lng - 0.0021 },
      timeZone: 'Europe/London',
      isDemo: true,
      services: [
        {
          subjectSlug: 'guitar',
          title: 'Guitar lesson',
          durationMinutes: 60,
          priceMinor: 3800,
          currency: 'GBP',
          place: 'instructor',
        },
        {
          subjectSlug: 'guitar',
          title: 'Guitar lesson',
          durationMinutes: 60,
          priceMinor: 3800,
          currency: 'GBP',
          place: 'online',
        },
        {
          subjectSlug: 'guitar',
          title: 'Guitar for children',
          durationMinutes: 30,
          priceMinor: 2200,
          currency: 'GBP',
          place: 'instructor',
        },
      ],
    },
  };
}

const said: [
  author: string,
  daysAgo: number,
  rating: number,
  text: string,
  response: string | null,
][] = [
  [
    'Priya',
    6,
    5,
    'My son asks for his guitar before breakfast now. Calm, funny, and always on time.',
    'Thank you! He earned that barre chord himself.',
  ],
  ['Daniel', 15, 5, 'Clear plan each week, and the recordings keep me honest.', null],
  [
    'Oluchi',
    23,
    5,
    'I had given up on fingerpicking twice. Third time lucky, thanks to Mara.',
    'You have the steadiest thumb in Camden.',
  ],
  ['Hannah', 41, 4, 'Wonderful teacher. Saturday places go quickly, so book early.', null],
  [
    'George',
    60,
    5,
    'Seventy-one and learning my first study. She never rushes me.',
    'The slow tempo suits it, George. Keep it.',
  ],
  ['Sofia', 88, 5, 'Explains the why behind every fingering.', null],
  ['Marek', 120, 5, 'Came for one song and stayed for two years.', null],
  [
    'Aisha',
    149,
    5,
    'My daughter practises without being asked, and we have stopped asking why.',
    null,
  ],
  [
    'Tom',
    200,
    5,
    'Best hour of my week. Good guitars to borrow, too.',
    'Bring your own next time, it deserves it!',
  ],
];

export const reviewsOfMara = (now: Temporal.Instant): Omit<DemoReview, 'instructorId'>[] =>
  said.map(([authorName, daysAgo, rating, text, response]) => ({
    authorName,
    rating,
    text,
    response,
    publishedAt: now.subtract({ hours: daysAgo * 24 + 3 }),
  }));
