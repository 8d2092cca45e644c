import { redirect } from 'react-router';
import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { NarrowPage } from '../../NarrowPage.tsx';
import { requireVisitor } from '../../require-visitor.ts';
import type { Route } from './+types/delete';

export const handle = { hydrate: false };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const path = { slug: params.slug };
  const own = dataOrThrow(
    await web.client.GET('/api/v1/me/sequences/{slug}', { params: { path } }),
  );
  return { name: own.name, shared: own.shared, slug: own.slug };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const path = { slug: params.slug };
  const answer = await web.client.DELETE('/api/v1/me/sequences/{slug}', { params: { path } });
  if (!answer.response.ok) dataOrThrow(answer);
  throw redirect('/practice/mine?deleted=1', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.mine_delete()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function DeleteSequence({ loaderData }: Route.ComponentProps) {
  const { name, shared, slug } = loaderData;
  return (
    <NarrowPage
      title={m.mine_delete_title({ name })}
      intro={shared ? m.mine_delete_shared() : m.mine_delete_text()}
    >
      <form method="post" className="flex flex-wrap gap-3">
        <Button tone="danger">{m.mine_delete_go()}</Button>
        <ButtonLink href={`/practice/sequences/${slug}`} tone="quiet">
          {m.mine_delete_keep()}
        </ButtonLink>
      </form>
    </NarrowPage>
  );
}
