import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { refused } from '../form-answer.ts';
import { tokenOf } from '../link-token.ts';
import { MailLinkPage } from './MailLinkPage.tsx';
import type { Route } from './+types/undo-email';

export const handle = { hydrate: false };

export function loader({ request }: Route.LoaderArgs) {
  return { complete: tokenOf(request) !== '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const answer = await requestOf(context).client.POST('/api/v1/auth/email-change/undo', {
    body: { token: tokenOf(request) },
  });
  return answer.response.ok ? { done: true, problem: undefined } : refused(answer, {});
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.email_undo_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function UndoEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { complete } = loaderData;
  return (
    <MailLinkPage
      title={m.email_undo_title()}
      text={m.email_undo_text()}
      button={m.email_undo_button()}
      complete={complete}
      problem={actionData?.problem}
      done={
        actionData && !actionData.problem
          ? { title: m.email_undo_done_title(), text: m.email_undo_done_text() }
          : undefined
      }
      onward={{ href: '/forgot-password', label: m.email_undo_again() }}
    />
  );
}
