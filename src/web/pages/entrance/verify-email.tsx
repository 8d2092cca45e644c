import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { withReturnTo } from '../return-to.ts';
import { tokenOf } from '../link-token.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { forgetPending } from './pending.ts';
import type { Route } from './+types/verify-email';

export const handle = { hydrate: false };

/** Opening the link uses nothing up: mail scanners open every link they see. The button does. */
export function loader({ request, context }: Route.LoaderArgs) {
  return { complete: tokenOf(request) !== '', signedIn: requestOf(context).visitor !== undefined };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const answer = await web.client.POST('/api/v1/auth/verify-email', {
    body: { token: tokenOf(request) },
  });
  if (!answer.data) return refused(answer, {});
  forgetPending(web);
  throw redirect(withReturnTo('/market?welcome=1', answer.data.returnTo ?? undefined), 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_verify_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { complete, signedIn } = loaderData;
  const problem = actionData?.problem;
  if (problem || !complete)
    return (
      <NarrowPage title={m.auth_verify_failed_title()}>
        <FormErrors problem={problem && { ...problem, fields: {} }} labels={{}} />
        {problem ? null : <p>{m.auth_verify_incomplete()}</p>}
        <div className="flex flex-wrap gap-3">
          {signedIn ? (
            <ButtonLink href="/">{m.auth_verify_go_on()}</ButtonLink>
          ) : (
            <>
              <ButtonLink href="/check-mail">{m.auth_verify_new_link()}</ButtonLink>
              <ButtonLink href="/sign-in" tone="quiet">
                {m.auth_sign_in_button()}
              </ButtonLink>
            </>
          )}
        </div>
      </NarrowPage>
    );
  return (
    <NarrowPage title={m.auth_verify_title()} intro={m.auth_verify_text()}>
      <form method="post">
        <Button size="large" wide>
          {m.auth_verify_button()}
        </Button>
      </form>
    </NarrowPage>
  );
}
