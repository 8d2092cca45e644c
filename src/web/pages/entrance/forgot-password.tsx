import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import type { Route } from './+types/forgot-password';

export const handle = { hydrate: false };

export const loader = ({ request }: Route.LoaderArgs) => ({
  sent: new URL(request.url).searchParams.has('sent'),
});

export async function action({ request, context }: Route.ActionArgs) {
  const { email } = textFields(await request.formData(), ['email']);
  const answer = await requestOf(context).client.POST('/api/v1/auth/forgot-password', {
    body: { email },
  });
  if (!answer.response.ok) return refused(answer, { email });
  throw redirect('/forgot-password?sent=1', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_forgot_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ForgotPassword({ loaderData, actionData }: Route.ComponentProps) {
  const problem = actionData?.problem;
  return (
    <NarrowPage title={m.auth_forgot_title()} intro={m.auth_forgot_text()}>
      {loaderData.sent && !problem ? (
        <Alert tone="success" title={m.auth_forgot_sent_title()} live>
          {m.auth_forgot_sent()}
        </Alert>
      ) : null}
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={{ email: m.auth_email() }} />
        <Input
          name="email"
          type="email"
          label={m.auth_email()}
          error={problem?.fields['email']}
          defaultValue={actionData?.typed.email}
          autoComplete="username"
          inputMode="email"
          required
          maxLength={254}
        />
        <Button size="large" wide>
          {m.auth_forgot_button()}
        </Button>
        <p className="text-14">
          <TextLink href="/sign-in">{m.auth_back_to_sign_in()}</TextLink>
        </p>
      </form>
    </NarrowPage>
  );
}
