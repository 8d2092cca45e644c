import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { SecuritySection } from './AccountSection.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { DoneNotice, doneAt, doneOf } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh } from './fresh.ts';
import { AddPasskey } from './AddPasskey.tsx';
import { PasskeyList } from './PasskeyList.tsx';
import type { Route } from './+types/passkeys';

export const handle = { hydrate: false };

const here = '/account/passkeys';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const { items } = dataOrThrow(await web.client.GET('/api/v1/auth/passkeys'));
  const search = new URL(request.url).searchParams;
  const wished = (name: string) => items.find(({ id }) => id === search.get(name));
  return {
    items,
    removing: wished('remove'),
    renaming: wished('rename')?.id,
    done: doneOf(request),
    now: web.now,
    suggested: await thisBrowser(web),
  };
}

/** "Firefox on Linux": what this browser's passkey may be called. */
async function thisBrowser(web: WebRequest): Promise<string> {
  const { data } = await web.client.GET('/api/v1/auth/sessions');
  return data?.items.find(({ current }) => current)?.browser ?? '';
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const { intent, id, name } = textFields(await request.formData(), ['intent', 'id', 'name']);
  const params = { path: { passkeyId: id } };
  const answer =
    intent === 'remove'
      ? await web.client.DELETE('/api/v1/auth/passkeys/{passkeyId}', { params })
      : await web.client.PATCH('/api/v1/auth/passkeys/{passkeyId}', { params, body: { name } });
  if (answer.response.ok)
    throw redirect(doneAt(here, intent === 'remove' ? 'passkey_removed' : 'passkey_renamed'), 303);
  confirmWhenAsked(web, request, answer);
  return refused(answer, { id, name });
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.passkeys_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const { items, removing, renaming, done, now } = loaderData;
  const problem = actionData?.problem;
  if (removing)
    return (
      <SecuritySection title={m.passkeys_remove_title({ name: removing.name })}>
        <ConfirmCard
          intent="remove"
          problem={problem}
          consequences={[m.passkeys_remove_text(), m.passkeys_remove_manager(), m.codes_new_told()]}
          confirm={m.passkeys_remove_confirm()}
          keep={{ href: here, label: m.passkeys_remove_keep() }}
        >
          <input type="hidden" name="id" value={removing.id} />
        </ConfirmCard>
      </SecuritySection>
    );
  return (
    <SecuritySection title={m.passkeys_title()} intro={m.passkeys_intro()}>
      <DoneNotice done={problem ? undefined : done} />
      <PasskeyList items={items} renaming={renaming} now={now} answer={actionData} />
      {renaming === undefined ? (
        <AddPasskey isFirst={items.length === 0} suggested={loaderData.suggested} />
      ) : null}
    </SecuritySection>
  );
}
