import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { NarrowPage } from '../NarrowPage.tsx';
import { localPath } from '../return-to.ts';
import { onward } from './after-sign-in.ts';
import type { Route } from './+types/provider-callback';

export const handle = { hydrate: false };

/** The provider sends the browser here; what it brings fits only the browser that was sent there. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const search = new URL(request.url).searchParams;
  const brought = (name: string, max: number) => search.get(name)?.slice(0, max) || undefined;
  const code = brought('code', 8_000);
  const iss = brought('iss', 500);
  const error = brought('error', 200);
  const answer = await web.client.POST('/api/v1/auth/oidc/finish', {
    body: {
      state: brought('state', 500) ?? 'none',
      ...(code !== undefined && { code }),
      ...(iss !== undefined && { iss }),
      ...(error !== undefined && { error }),
    },
  });
  const signedIn = web.visitor !== undefined;
  if (!answer.data) {
    const problem = formProblem(answer.error as Problem | undefined);
    return data({ problem, signedIn }, { status: answer.response.status });
  }
  const returnTo = localPath(answer.data.returnTo);
  throw signedIn ? redirect(returnTo ?? '/', 303) : onward(answer.data, returnTo);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_provider_failed()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ProviderCallback({ loaderData }: Route.ComponentProps) {
  const { problem, signedIn } = loaderData;
  return (
    <NarrowPage title={m.auth_provider_failed()}>
      <FormErrors problem={{ ...problem, fields: {} }} labels={{}} />
      <p>
        <ButtonLink href={signedIn ? '/account/security' : '/sign-in'} size="large">
          {signedIn ? m.account_security() : m.auth_back_to_sign_in()}
        </ButtonLink>
      </p>
    </NarrowPage>
  );
}
