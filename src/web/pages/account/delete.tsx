import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { lockedUntil } from '../entrance/lock.ts';
import { LockedAlert } from '../entrance/LockedAlert.tsx';
import { refused } from '../form-answer.ts';
import { AccountSection } from './AccountSection.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { confirmWhenAsked, requireFresh } from './fresh.ts';
import type { Route } from './+types/delete';

export const handle = { hydrate: false };

export function loader({ request, context }: Route.LoaderArgs) {
  requireFresh(requestOf(context), request);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const answer = await web.client.POST('/api/v1/me/deletion', { body: {} });
  if (answer.response.ok) throw redirect('/account/data', 303);
  confirmWhenAsked(web, request, answer);
  const { data: said, init } = refused(answer, {});
  return data({ ...said, lockedUntil: lockedUntil(web, answer) }, init ?? undefined);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.delete_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Delete({ actionData }: Route.ComponentProps) {
  const { problem, lockedUntil: until } = actionData ?? {};
  return (
    <AccountSection
      title={m.delete_title()}
      intro={m.delete_intro()}
      back={{ href: '/account/data', label: m.data_title() }}
    >
      {until ? <LockedAlert until={until} /> : null}
      <ConfirmCard
        intent="delete"
        problem={until ? undefined : problem}
        consequences={[
          m.delete_grace(),
          m.delete_erased(),
          m.delete_public(),
          m.delete_money(),
          m.delete_final(),
        ]}
        confirm={m.delete_confirm()}
        keep={{ href: '/account/data', label: m.account_deletion_keep() }}
      />
      <p className="text-14 text-soft">
        {m.delete_export_first()}{' '}
        <TextLink href="/account/data/export">{m.data_export_button()}</TextLink>
      </p>
    </AccountSection>
  );
}
