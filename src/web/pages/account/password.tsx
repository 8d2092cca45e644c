import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { PasswordInput } from '../../ui/PasswordInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { lockedUntil } from '../entrance/lock.ts';
import { LockedAlert } from '../entrance/LockedAlert.tsx';
import { PasswordHints } from '../entrance/PasswordHints.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { SecuritySection } from './AccountSection.tsx';
import { doneAt } from './DoneNotice.tsx';
import { confirmWhenAsked } from './fresh.ts';
import type { Route } from './+types/password';

export const handle = { hydrate: false };

export function loader({ request, context }: Route.LoaderArgs) {
  requireVisitor(requestOf(context), request);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const body = textFields(await request.formData(), ['currentPassword', 'newPassword']);
  const answer = await web.client.POST('/api/v1/auth/change-password', { body });
  if (answer.response.ok) throw redirect(doneAt('/account/security', 'password'), 303);
  confirmWhenAsked(web, request, answer);
  const { data: said, init } = refused(answer, {});
  return data({ ...said, lockedUntil: lockedUntil(web, answer) }, init ?? undefined);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.password_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Password({ actionData }: Route.ComponentProps) {
  const { problem, lockedUntil: until } = actionData ?? {};
  const labels = {
    currentPassword: m.password_current(),
    newPassword: m.auth_new_password(),
  };
  return (
    <SecuritySection title={m.password_title()} intro={m.password_intro()}>
      {until ? <LockedAlert until={until} /> : null}
      <form method="post" className="grid max-w-105 gap-5">
        <FormErrors problem={until ? undefined : problem} labels={labels} />
        <PasswordInput
          name="currentPassword"
          label={labels.currentPassword}
          error={problem?.fields['currentPassword']}
          autoComplete="current-password"
          hint={<TextLink href="/forgot-password">{m.auth_forgot_link()}</TextLink>}
        />
        <PasswordInput
          name="newPassword"
          label={labels.newPassword}
          error={problem?.fields['newPassword']}
          autoComplete="new-password"
          hint={<PasswordHints of="newPassword" />}
        />
        <p>
          <Button size="large">{m.password_save()}</Button>
        </p>
      </form>
    </SecuritySection>
  );
}
