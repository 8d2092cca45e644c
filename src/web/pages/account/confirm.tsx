import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { lockedUntil } from '../entrance/lock.ts';
import { LockedAlert } from '../entrance/LockedAlert.tsx';
import { OtherProofs, proofOf } from '../entrance/OtherProofs.tsx';
import { PasskeyProof } from '../entrance/PasskeyProof.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { returnToOf, withReturnTo } from '../return-to.ts';
import type { Route } from './+types/confirm';

export const handle = { hydrate: false };

const home = '/account/security';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { data: ways } = await web.client.GET('/api/v1/auth/proofs');
  if (!ways) throw new Error('the ways to confirm are not told');
  const wished = new URL(request.url).searchParams.get('with');
  return {
    ...ways,
    proof: proofOf(wished, ways.methods),
    returnTo: returnToOf(request) ?? home,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { password, code } = textFields(await request.formData(), ['password', 'code']);
  const answer = await web.client.POST('/api/v1/auth/confirm', {
    body: code === '' ? { password } : { code },
  });
  if (answer.response.ok) throw redirect(returnToOf(request) ?? home, 303);
  const { data: said, init } = refused(answer, {});
  return data({ ...said, lockedUntil: lockedUntil(web, answer) }, init ?? undefined);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.confirm_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const { methods, proof, provider, returnTo } = loaderData;
  const { problem, lockedUntil: until } = actionData ?? {};
  return (
    <NarrowPage title={m.confirm_title()} intro={m.confirm_text()}>
      {until ? <LockedAlert until={until} /> : null}
      {proof === 'passkey' ? <PasskeyProof purpose="confirm" onward={returnTo} /> : null}
      {proof === 'password' || proof === 'totp' ? (
        <form method="post" className="grid gap-5">
          <FormErrors
            problem={until ? undefined : problem}
            labels={{ password: m.auth_password(), code: m.auth_code() }}
          />
          {proof === 'password' ? (
            <PasswordInput
              name="password"
              label={m.auth_password()}
              error={problem?.fields['password']}
              autoComplete="current-password"
              hint={<TextLink href="/forgot-password">{m.auth_forgot_link()}</TextLink>}
            />
          ) : (
            <CodeInput
              label={m.auth_code()}
              hint={m.auth_code_hint()}
              error={problem?.fields['code']}
            />
          )}
          <Button size="large" wide>
            {m.confirm_button()}
          </Button>
        </form>
      ) : null}
      {provider ? (
        <form method="post" action={withReturnTo('/sign-in/provider', returnTo)}>
          <Button tone="quiet" size="large" wide>
            {m.auth_provider_button({ name: provider })}
          </Button>
        </form>
      ) : null}
      <OtherProofs methods={methods} shown={proof} path="/account/confirm" returnTo={returnTo} />
    </NarrowPage>
  );
}
