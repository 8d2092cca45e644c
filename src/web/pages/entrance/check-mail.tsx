import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { HoldClock } from '../booking/HoldClock.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { withReturnTo } from '../return-to.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { readPending, rememberPending } from './pending.ts';
import { heldUntil } from './held-until.ts';
import type { Route } from './+types/check-mail';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const pending = readPending(web);
  if (web.visitor) throw redirect(pending?.returnTo ?? '/', 303);
  const params = new URL(request.url).searchParams;
  return {
    email: pending?.email,
    returnTo: pending?.returnTo,
    unverified: params.has('unverified'),
    sent: params.has('sent'),
    heldUntil: await heldUntil(web, pending?.returnTo),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const { email } = textFields(await request.formData(), ['email']);
  const returnTo = readPending(web)?.returnTo;
  const answer = await web.client.POST('/api/v1/auth/resend-verification', {
    body: { email, ...(returnTo !== undefined && { returnTo }) },
  });
  if (!answer.response.ok) return refused(answer, { email });
  rememberPending(web, { email, returnTo });
  throw redirect('/check-mail?sent=1', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_check_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function CheckMail({ loaderData, actionData }: Route.ComponentProps) {
  const { email, returnTo, unverified, sent, heldUntil: held } = loaderData;
  const problem = actionData?.problem;
  return (
    <NarrowPage
      title={m.auth_check_title()}
      intro={email === undefined ? m.auth_check_unknown() : m.auth_check_text({ email })}
    >
      {held === undefined ? null : <HoldClock until={held} />}
      {unverified && !problem ? <Alert tone="warning">{m.auth_check_unverified()}</Alert> : null}
      {sent && !problem ? (
        <Alert tone="success" live>
          {m.auth_check_sent()}
        </Alert>
      ) : null}
      {email === undefined ? null : (
        <p className="text-soft">
          {returnTo?.startsWith('/book/') ? m.auth_check_same_browser() : m.auth_check_hint()}
        </p>
      )}
      <form method="post" className="grid gap-4 border-t border-line pt-6">
        <h2 className="text-22">{m.auth_check_again_title()}</h2>
        <FormErrors problem={problem} labels={{ email: m.auth_email() }} />
        <Input
          name="email"
          type="email"
          label={m.auth_email()}
          error={problem?.fields['email']}
          defaultValue={actionData?.typed.email ?? email}
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button tone="quiet">{m.auth_check_again()}</Button>
          <TextLink href={withReturnTo('/join', returnTo)}>{m.auth_check_other()}</TextLink>
        </div>
      </form>
    </NarrowPage>
  );
}
