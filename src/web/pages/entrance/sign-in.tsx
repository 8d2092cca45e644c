import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { returnToOf, withReturnTo } from '../return-to.ts';
import { onward } from './after-sign-in.ts';
import { lockedUntil } from './lock.ts';
import { LockedAlert } from './LockedAlert.tsx';
import { OtherWays } from './OtherWays.tsx';
import { rememberPending } from './pending.ts';
import { providerOf } from './provider.ts';
import type { Route } from './+types/sign-in';

export const handle = { hydrate: false };

const reasons = ['reset', 'ended', 'expired'] as const;
type Reason = (typeof reasons)[number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  if (web.visitor) throw redirect(returnTo ?? '/', 303);
  const search = new URL(request.url).searchParams;
  return {
    returnTo,
    reason: reasons.find((reason) => search.has(reason)),
    provider: await providerOf(web),
  };
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
  if (answer.data) throw onward(answer.data, returnTo);
  if ((answer.error as { code?: string } | undefined)?.code === 'email_unverified') {
    rememberPending(web, { email, returnTo });
    throw redirect('/check-mail?unverified=1', 303);
  }
  const { data: said, init } = refused(answer, { email, remember });
  return data({ ...said, lockedUntil: lockedUntil(web, answer) }, init ?? undefined);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_sign_in_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { returnTo, reason, provider } = loaderData;
  const { problem, typed, lockedUntil: until } = actionData ?? {};
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
      {reason && !problem ? <ReasonAlert reason={reason} /> : null}
      {until ? <LockedAlert until={until} /> : null}
      <form method="post" className="grid gap-5">
        <FormErrors
          problem={until ? undefined : problem}
          labels={{ email: m.auth_email(), password: m.auth_password() }}
        />
        <Input
          name="email"
          type="email"
          label={m.auth_email()}
          error={problem?.fields['email']}
          defaultValue={typed?.email}
          autoComplete="username webauthn"
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
          defaultChecked={typed?.remember ?? false}
        />
        <Button size="large" wide>
          {m.auth_sign_in_button()}
        </Button>
        <OtherWays provider={provider} returnTo={returnTo} />
      </form>
    </NarrowPage>
  );
}

function ReasonAlert({ reason }: { reason: Reason }) {
  if (reason === 'reset')
    return (
      <Alert tone="success" live>
        {m.auth_reset_done()}
      </Alert>
    );
  if (reason === 'expired') return <Alert live>{m.auth_code_expired()}</Alert>;
  return (
    <Alert title={m.auth_ended_title()} live>
      {m.auth_ended_text()}
    </Alert>
  );
}
