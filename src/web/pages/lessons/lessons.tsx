import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyChairDrawing } from '../../ui/drawings/EmptyChairDrawing.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { LessonRow } from './LessonRow.tsx';
import { NextLesson } from './NextLesson.tsx';
import type { Route } from './+types/lessons';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const when = search.get('when') === 'past' ? ('past' as const) : ('upcoming' as const);
  const cursor = search.get('cursor') ?? undefined;
  const answer = await web.client.GET('/api/v1/me/lessons', {
    params: { query: { when, cursor } },
  });
  if (cursor !== undefined && answer.response.status === 422)
    throw redirect(`/lessons?when=${when}`, 303);
  const page = dataOrThrow(answer);
  return { when, first: cursor === undefined, ...page };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.lessons_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Lessons({ loaderData }: Route.ComponentProps) {
  const { when, first, items, nextCursor } = loaderData;
  const isNext = when === 'upcoming' && first;
  const next = isNext ? items[0] : undefined;
  const rest = next ? items.slice(1) : items;
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <h1 className="text-36">{m.lessons_title()}</h1>
      <nav aria-label={m.lessons_tabs()} className="flex gap-6 border-b border-line">
        <Tab href="/lessons" chosen={when === 'upcoming'}>
          {m.lessons_upcoming()}
        </Tab>
        <Tab href="/lessons?when=past" chosen={when === 'past'}>
          {m.lessons_past()}
        </Tab>
      </nav>
      {first ? null : (
        <p>
          <ButtonLink href={when === 'past' ? '/lessons?when=past' : '/lessons'} tone="link">
            {m.lessons_first_page()}
          </ButtonLink>
        </p>
      )}
      {next ? <NextLesson lesson={next} /> : null}
      {rest.length > 0 ? (
        <section aria-labelledby="list" className="grid gap-3">
          <h2 id="list" className={isNext ? 'text-22' : 'sr-only'}>
            {isNext
              ? m.lessons_after_that()
              : when === 'past'
                ? m.lessons_past()
                : m.lessons_upcoming()}
          </h2>
          <ul id="lessons" className="grid gap-3">
            {rest.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} />
            ))}
          </ul>
        </section>
      ) : null}
      {nextCursor ? (
        <p className="text-center">
          <ButtonLink
            href={`/lessons?when=${when}&cursor=${encodeURIComponent(nextCursor)}`}
            tone="quiet"
            data-append="lessons"
          >
            {m.lessons_more()}
          </ButtonLink>
        </p>
      ) : null}
      {items.length === 0 ? <Empty when={when} /> : null}
    </div>
  );
}

function Tab({ href, chosen, children }: { href: string; chosen: boolean; children: string }) {
  return (
    <a
      href={href}
      aria-current={chosen ? 'page' : undefined}
      className={classNames(
        'target -mb-px border-b-2 font-semibold',
        chosen ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink',
      )}
    >
      {children}
    </a>
  );
}

function Empty({ when }: { when: 'upcoming' | 'past' }) {
  return when === 'past' ? (
    <EmptyState drawing={<LessonDrawing />} title={m.lessons_none_past()}>
      <ButtonLink href="/lessons" tone="quiet">
        {m.lessons_upcoming()}
      </ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState drawing={<EmptyChairDrawing />} title={m.lessons_none_upcoming()}>
      <ButtonLink href="/search">{m.checkout_search()}</ButtonLink>
    </EmptyState>
  );
}
