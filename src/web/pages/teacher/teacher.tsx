import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { listMarkets, marketOf } from '../../market.ts';
import { MapView } from '../../map/MapView.tsx';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { isFavourite } from '../practice/keep/is-favourite.ts';
import { BookingCard } from './BookingCard.tsx';
import { personOf } from './json-ld.ts';
import { Portrait } from './Portrait.tsx';
import { Reviews } from './Reviews.tsx';
import { Services } from './Services.tsx';
import { daysShown, readChoices, teacherUrl } from './teacher-choices.ts';
import { WeekStrip } from './WeekStrip.tsx';
import type { Route } from './+types/teacher';

export const handle = { hydrate: false, cacheTopics: ['search'] };

const areaRadiusMeters = 900;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const search = new URL(request.url).searchParams;
  const { client } = web;
  const instructor = dataOrThrow(
    await client.GET('/api/v1/instructors/{slug}', { params: { path: { slug: params.slug } } }),
  );
  const markets = await listMarkets(web);
  const market =
    markets.find(({ code }) => code === instructor.marketCode) ?? (await marketOf(web));
  const timeZone = web.timeZone ?? web.visitor?.timeZone ?? (await marketOf(web)).timeZone;
  const choices = readChoices(search, instructor, { now: web.now, timeZone });
  const path = { id: instructor.id };
  const [week, reviews, isKept] = await Promise.all([
    choices.service &&
      client
        .GET('/api/v1/instructors/{id}/slots', {
          params: {
            path,
            query: {
              serviceId: choices.service.id,
              from: choices.from,
              days: daysShown,
              zone: timeZone,
            },
          },
        })
        .then(dataOrThrow),
    client
      .GET('/api/v1/instructors/{id}/reviews', {
        params: { path, query: { limit: 5, cursor: search.get('reviews') ?? undefined } },
      })
      .then(dataOrThrow),
    isFavourite(web, { kind: 'instructor', slug: instructor.slug }),
  ]);
  return {
    instructor,
    isKept,
    market,
    choices,
    week,
    reviews,
    canonical: `${web.publicUrl}/teachers/${instructor.slug}`,
  };
}

/** Holds the slot that was picked, here or on a card of the results. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { client, timeZone, visitor } = requestOf(context);
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const { data: booking, error } = await client.POST('/api/v1/bookings', {
    body: {
      serviceId: text('serviceId'),
      startsAt: text('startsAt'),
      timeZone: timeZone ?? visitor?.timeZone ?? (await marketOf(requestOf(context))).timeZone,
    },
  });
  if (booking) throw redirect(`/book/${booking.id}`, 303);
  const problem = formProblem(error);
  return data({ problem, slug: params.slug }, { status: 409 });
}

export function meta({ loaderData }: Route.MetaArgs) {
  if (!loaderData) return [{ title: m.brand() }];
  const { instructor, canonical, reviews } = loaderData;
  const title = m.teacher_meta_title({
    name: instructor.displayName,
    headline: instructor.headline,
  });
  return [
    { title },
    { name: 'description', content: instructor.bio.slice(0, 160) },
    { tagName: 'link', rel: 'canonical', href: canonical },
    { property: 'og:type', content: 'profile' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: instructor.headline },
    { property: 'og:url', content: canonical },
    { property: 'og:image', content: new URL(instructor.facts.image, canonical).href },
    { 'script:ld+json': personOf(instructor, reviews.rating, canonical) },
  ];
}

export default function Teacher({ loaderData, actionData }: Route.ComponentProps) {
  const { instructor, isKept, market, choices, week, reviews } = loaderData;
  const { timeZone } = useShell();
  const problem = actionData?.problem;
  const meetsInPerson = instructor.services.some(({ place }) => place === 'instructor');
  return (
    <div className="page-width grid gap-x-14 gap-y-12 pt-6 md:pt-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="grid content-start gap-12 lg:row-span-2">
        <Portrait instructor={instructor} rating={reviews.rating} isKept={isKept} />
        {problem ? (
          <Alert tone="danger" title={m.teacher_not_held()} live>
            {problem.message}
          </Alert>
        ) : null}
        <About title={m.teacher_lesson_title()} text={instructor.lessonText} />
        <Services instructor={instructor} choices={choices} locale={market.locale} />
        {week && choices.service ? (
          <WeekStrip
            instructor={instructor}
            choices={choices}
            week={week}
            timeZone={timeZone}
            locale={market.locale}
          />
        ) : null}
      </div>
      {week && choices.service ? (
        <aside
          id="book"
          data-swap="book"
          aria-label={m.booking_title()}
          className="scroll-mt-4 lg:col-start-2 lg:row-span-3 lg:row-start-1"
        >
          <div className="lg:sticky lg:top-6">
            <BookingCard
              instructor={instructor}
              service={choices.service}
              slot={choices.slot}
              week={week}
              timeZone={timeZone}
              locale={market.locale}
            />
          </div>
        </aside>
      ) : null}
      <div className="grid content-start gap-12">
        <About title={m.teacher_about({ name: instructor.displayName })} text={instructor.bio} />
        <Reviews
          reviews={reviews}
          instructor={instructor}
          locale={market.locale}
          moreUrl={(cursor) => teacherUrl(instructor.slug, choices, { reviews: cursor })}
        />
        {instructor.point && meetsInPerson ? (
          <section>
            <h2 className="text-28">{m.teacher_area()}</h2>
            <p className="mt-1 text-soft">
              {m.teacher_area_hint({ place: instructor.placeName ?? '' })}
            </p>
            <div className="mt-4 h-72 overflow-hidden rounded-card border border-line">
              <MapView
                label={m.teacher_area()}
                subject={{
                  marketCode: instructor.marketCode,
                  pins: [],
                  area: { center: instructor.point, radiusMeters: areaRadiusMeters },
                }}
              />
            </div>
          </section>
        ) : null}
      </div>
    </div>
  );
}

function About({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <section>
      <h2 className="text-28">{title}</h2>
      <p className="measure mt-3 whitespace-pre-line">{text}</p>
    </section>
  );
}
