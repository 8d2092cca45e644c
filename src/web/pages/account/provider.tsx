import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { GoToProvider } from '../entrance/GoToProvider.tsx';
import { providerOf } from '../entrance/provider.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { SecuritySection } from './AccountSection.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { doneAt } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh } from './fresh.ts';
import type { Route } from './+types/provider';

export const handle = { hydrate: false };

const back = '/account/security';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const provider = await providerOf(web);
  const link = dataOrThrow(await web.client.GET('/api/v1/auth/oidc/links')).items[0];
  const name = link?.provider ?? provider;
  if (name === undefined) throw redirect(back, 303);
  return { name, link };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const { linkId } = textFields(await request.formData(), ['linkId']);
  if (linkId !== '') {
    const answer = await web.client.DELETE('/api/v1/auth/oidc/links/{linkId}', {
      params: { path: { linkId } },
    });
    if (answer.response.ok) throw redirect(doneAt(back, 'unlinked'), 303);
    confirmWhenAsked(web, request, answer);
    return refused(answer, {});
  }
  const answer = await web.client.POST('/api/v1/auth/oidc/start', {
    body: { link: true, returnTo: doneAt(back, 'linked') },
  });
  if (answer.data) return { url: answer.data.url, problem: undefined };
  confirmWhenAsked(web, request, answer);
  return refused(answer, {});
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.provider_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Provider({ loaderData, actionData }: Route.ComponentProps) {
  const { name, link } = loaderData;
  const problem = actionData?.problem;
  const url = actionData && 'url' in actionData ? actionData.url : undefined;
  if (url || (problem && !link))
    return (
      <GoToProvider url={url} problem={problem} back={{ href: back, label: m.security_title() }} />
    );
  if (!link)
    return (
      <SecuritySection title={name} intro={m.provider_link_text({ name })}>
        <form method="post">
          <Button size="large">{m.provider_link({ name })}</Button>
        </form>
      </SecuritySection>
    );
  return (
    <SecuritySection title={name} intro={m.security_linked_as({ email: link.email ?? name })}>
      <ConfirmCard
        intent="unlink"
        problem={problem && { ...problem, fields: {} }}
        consequences={[m.provider_unlink_text({ name }), m.provider_unlink_others()]}
        confirm={m.provider_unlink({ name })}
        keep={{ href: back, label: m.provider_unlink_keep() }}
      >
        <input type="hidden" name="linkId" value={link.id} />
      </ConfirmCard>
    </SecuritySection>
  );
}
