import { createContext, data, redirect } from 'react-router';
import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import type { WebRequest } from '../../../server/request-context.ts';
import { toSignIn } from '../../require-visitor.ts';
import { type Board, readBoard } from './board.ts';
import { changeRows, type Draft, draftOf, emptyDraft, readDraft } from './builder-form.ts';
import { BuilderForm } from './BuilderForm.tsx';
import { saveDraft } from './save-draft.ts';
import type { Route } from './+types/builder';

export const handle = { hydrate: false };

/** What the action has made of the form, so that the loader does not begin anew. */
const boardContext = createContext<Board | null>(null);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const made = context.get(boardContext);
  if (made) return { board: made, slug: params.slug };
  const web = requestOf(context);
  if (params.slug !== undefined && !web.visitor) throw toSignIn(request);
  const search = new URL(request.url).searchParams;
  const board = await readBoard(web, await firstDraft(web, params.slug, search));
  return { board, slug: params.slug };
}

/** One's own as it was saved, a copy of another, or nothing yet. */
async function firstDraft(
  web: WebRequest,
  slug: string | undefined,
  search: URLSearchParams,
): Promise<Draft> {
  const { client } = web;
  if (slug !== undefined) {
    const path = { slug };
    const own = dataOrThrow(await client.GET('/api/v1/me/sequences/{slug}', { params: { path } }));
    return draftOf(own, own.version);
  }
  const from = search.get('from');
  if (from === null) return emptyDraft(search.get('library') === 'piano' ? 'piano' : 'yoga');
  const path = { slug: from };
  return draftOf(dataOrThrow(await client.GET('/api/v1/sequences/{slug}', { params: { path } })));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const form = await request.formData();
  const draft = readDraft(form);
  const intent = String(form.get('intent') ?? '');
  if (intent !== 'save') {
    const rows = changeRows(draft.rows, intent);
    context.set(boardContext, await readBoard(web, { ...draft, rows }));
    return null;
  }
  const refused = await saveDraft(web, draft, params.slug);
  if (refused.status === 404) throw redirect('/practice/mine', 303);
  context.set(boardContext, await readBoard(web, refused.draft, refused.problem));
  return data(null, { status: refused.status });
}

const titleOf = (slug: string | undefined): string =>
  slug === undefined ? m.builder_title() : m.builder_title_change();

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${titleOf(loaderData?.slug)} · ${m.brand()}` },
  { name: 'description', content: m.builder_intro() },
  { name: 'robots', content: 'noindex' },
];

export default function Builder({ loaderData: { board, slug } }: Route.ComponentProps) {
  return (
    <div className="page-width pt-8 md:pt-12" data-unwatched>
      <h1 className="text-36 md:text-48">{titleOf(slug)}</h1>
      <p className="measure mt-2 text-soft md:text-18">{m.builder_intro()}</p>
      <BuilderForm board={board} slug={slug} />
    </div>
  );
}
