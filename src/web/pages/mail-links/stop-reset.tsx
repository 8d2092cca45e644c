import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { refused } from '../form-answer.ts';
import { tokenOf } from '../link-token.ts';
import { MailLinkPage } from './MailLinkPage.tsx';
import type { Route } from './+types/stop-reset';

export const handle = { hydrate: false };

export function loader({ request, context }: Route.LoaderArgs) {
  return { complete: tokenOf(request) !== '', signedIn: requestOf(context).visitor !== undefined };
}

export async function action({ request, context }: Route.ActionArgs) {
  const answer = await requestOf(context).client.POST('/api/v1/auth/2fa/stop-reset', {
    body: { token: tokenOf(request) },
  });
  return answer.response.ok ? { done: true, problem: undefined } : refused(answer, {});
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.stop_reset_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function StopReset({ loaderData, actionData }: Route.ComponentProps) {
  const { complete, signedIn } = loaderData;
  return (
    <MailLinkPage
      title={m.stop_reset_title()}
      text={m.stop_reset_text()}
      button={m.stop_reset_button()}
      complete={complete}
      problem={actionData?.problem}
      done={
        actionData && !actionData.problem
          ? { title: m.stop_reset_done_title(), text: m.stop_reset_done_text() }
          : undefined
      }
      onward={
        signedIn
          ? { href: '/account/security', label: m.security_title() }
          : { href: '/sign-in', label: m.auth_sign_in_button() }
      }
    />
  );
}
