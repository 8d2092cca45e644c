import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { tokenOf } from '../link-token.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { PasswordHints } from './PasswordHints.tsx';
import type { Route } from './+types/reset-password';

export const handle = { hydrate: false };

export const loader = ({ request }: Route.LoaderArgs) => ({ complete: tokenOf(request) !== '' });

export async function action({ request, context }: Route.ActionArgs) {
  const { password } = textFields(await request.formData(), ['password']);
  const answer = await requestOf(context).client.POST('/api/v1/auth/reset-password', {
    body: { token: tokenOf(request), password },
  });
  if (!answer.response.ok) return refused(answer, {});
  throw redirect('/sign-in?reset=1', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_reset_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const problem = actionData?.problem;
  const deadLink = !loaderData.complete || problem?.code.startsWith('link_') === true;
  return (
    <NarrowPage title={m.auth_reset_title()} intro={deadLink ? undefined : m.auth_reset_text()}>
      <FormErrors
        problem={problem && (deadLink ? { ...problem, fields: {} } : problem)}
        labels={{ password: m.auth_new_password() }}
      />
      {deadLink ? (
        <>
          {problem ? null : <p>{m.auth_verify_incomplete()}</p>}
          <ButtonLink href="/forgot-password">{m.auth_reset_new_link()}</ButtonLink>
        </>
      ) : (
        <form method="post" className="grid gap-5">
          <PasswordInput
            name="password"
            label={m.auth_new_password()}
            error={problem?.fields['password']}
            autoComplete="new-password"
            hint={<PasswordHints of="password" />}
          />
          <Button size="large" wide>
            {m.auth_reset_button()}
          </Button>
        </form>
      )}
    </NarrowPage>
  );
}
