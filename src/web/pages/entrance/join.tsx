import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { marketOf } from '../../market.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { returnToOf, withReturnTo } from '../return-to.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { PasswordHints } from './PasswordHints.tsx';
import { rememberPending } from './pending.ts';
import { RoleChoice } from './RoleChoice.tsx';
import type { Route } from './+types/join';

export const handle = { hydrate: false };

export function loader({ request, context }: Route.LoaderArgs) {
  const returnTo = returnToOf(request);
  if (requestOf(context).visitor) throw redirect(returnTo ?? '/', 303);
  const teaches = new URL(request.url).searchParams.get('as') === 'instructor';
  return { returnTo, role: teaches ? ('instructor' as const) : ('learner' as const) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  const form = textFields(await request.formData(), ['email', 'password', 'displayName', 'role']);
  const { email, password, displayName } = form;
  const role: 'learner' | 'instructor' = form.role === 'instructor' ? 'instructor' : 'learner';
  const market = await marketOf(web);
  const timeZone = web.timeZone ?? market.timeZone;
  const answer = await web.client.POST('/api/v1/auth/register', {
    body: {
      email,
      password,
      displayName,
      role,
      timeZone,
      locale: market.locale,
      ...(returnTo !== undefined && { returnTo }),
    },
  });
  if (!answer.response.ok) return refused(answer, { email, displayName, role });
  rememberPending(web, { email, returnTo });
  throw redirect('/check-mail', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_join_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { returnTo, role } = loaderData;
  const problem = actionData?.problem;
  const typed = actionData?.typed;
  const labels = {
    role: m.auth_role(),
    displayName: m.auth_name(),
    email: m.auth_email(),
    password: m.auth_password(),
  };
  return (
    <NarrowPage
      title={m.auth_join_title()}
      intro={
        <>
          {m.auth_have_account()}{' '}
          <TextLink href={withReturnTo('/sign-in', returnTo)}>{m.auth_sign_in_link()}</TextLink>
        </>
      }
    >
      {returnTo?.startsWith('/book/') && !problem ? <Alert>{m.auth_for_booking()}</Alert> : null}
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={labels} />
        <RoleChoice chosen={typed?.role ?? role} />
        <Input
          name="displayName"
          label={labels.displayName}
          error={problem?.fields['displayName']}
          hint={m.auth_name_hint()}
          defaultValue={typed?.displayName}
          autoComplete="name"
          required
          maxLength={100}
        />
        <Input
          name="email"
          type="email"
          label={labels.email}
          error={problem?.fields['email']}
          defaultValue={typed?.email}
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
        />
        <PasswordInput
          name="password"
          label={labels.password}
          error={problem?.fields['password']}
          autoComplete="new-password"
          hint={<PasswordHints of="password" />}
        />
        <Button size="large" wide>
          {m.auth_join_button()}
        </Button>
      </form>
    </NarrowPage>
  );
}
