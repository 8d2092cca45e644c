import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { refused } from '../form-answer.ts';
import { returnToOf } from '../return-to.ts';
import { GoToProvider } from './GoToProvider.tsx';
import type { Route } from './+types/sign-in-provider';

export const handle = { hydrate: false };

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  const remember = (await request.formData()).get('remember') !== null;
  const { timeZone } = web;
  const answer = await web.client.POST('/api/v1/auth/oidc/start', {
    body: {
      remember,
      ...(returnTo !== undefined && { returnTo }),
      ...(timeZone !== undefined && { timeZone }),
    },
  });
  return answer.data ? { url: answer.data.url, problem: undefined } : refused(answer, {});
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_provider_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function SignInProvider({ actionData }: Route.ComponentProps) {
  // Opened by its address, it has nothing to begin with.
  return (
    <GoToProvider
      url={!actionData ? '/sign-in' : 'url' in actionData ? actionData.url : undefined}
      problem={actionData?.problem}
      back={{ href: '/sign-in', label: m.auth_back_to_sign_in() }}
    />
  );
}
