import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { returnToOf, withReturnTo } from '../return-to.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { rememberPending } from './pending.ts';
import type { Route } from './+types/sign-in';

export const handle = { hydrate: false };

export function loader({ request, context }: Route.LoaderArgs) {
  const returnTo = returnToOf(request);
  if (requestOf(context).visitor) throw redirect(returnTo ?? '/', 303);
  return { returnTo, reset: new URL(request.url).searchParams.has('reset') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  const form = await request.formData();
  const { email, password } = textFields(form, ['email', 'password']);
  const remember = form.get('remember') !== null;
  const answer = await web.client.POST('/api/v1/auth/login', {
    body: { email, password, remember },
  });
  if (answer.response.ok) throw redirect(withReturnTo('/market?welcome=1', returnTo), 303);
  if ((answer.error as { code?: string } | undefined)?.code === 'email_unverified') {
    rememberPending(web, { email, returnTo });
    throw redirect('/check-mail?unverified=1', 303);
  }
  return refused(answer, { email, remember });
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_sign_in_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { returnTo, reset } = loaderData;
  const problem = actionData?.problem;
  return (
    <NarrowPage
      title={m.auth_sign_in_title()}
      intro={
        <>
          {m.auth_new_here()}{' '}
          <TextLink href={withReturnTo('/join', returnTo)}>{m.auth_join_link()}</TextLink>
        </>
      }
    >
      {returnTo?.startsWith('/book/') && !problem ? <Alert>{m.auth_for_booking()}</Alert> : null}
      {reset && !problem ? (
        <Alert tone="success" live>
          {m.auth_reset_done()}
        </Alert>
      ) : null}
      <form method="post" className="grid gap-5">
        <FormErrors
          problem={problem}
          labels={{ email: m.auth_email(), password: m.auth_password() }}
        />
        <Input
          name="email"
          type="email"
          label={m.auth_email()}
          error={problem?.fields['email']}
          defaultValue={actionData?.typed.email}
          autoComplete="username"
          inputMode="email"
          required
          maxLength={320}
        />
        <PasswordInput
          name="password"
          label={m.auth_password()}
          error={problem?.fields['password']}
          autoComplete="current-password"
          hint={<TextLink href="/forgot-password">{m.auth_forgot_link()}</TextLink>}
        />
        <Checkbox
          name="remember"
          label={m.auth_remember()}
          defaultChecked={actionData?.typed.remember ?? false}
        />
        <Button size="large" wide>
          {m.auth_sign_in_button()}
        </Button>
      </form>
    </NarrowPage>
  );
}
