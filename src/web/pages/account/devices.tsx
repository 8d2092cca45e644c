import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { AccountSection } from './AccountSection.tsx';
import { DoneNotice, doneAt, doneOf, type Done } from './DoneNotice.tsx';
import { confirmWhenAsked } from './fresh.ts';
import { Sessions } from './Sessions.tsx';
import { TrustedBrowsers } from './TrustedBrowsers.tsx';
import type { Route } from './+types/devices';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const cursor = search.get('cursor') ?? undefined;
  const answer = await web.client.GET('/api/v1/auth/sessions', { params: { query: { cursor } } });
  if (cursor !== undefined && answer.response.status === 422)
    throw redirect('/account/devices', 303);
  const [trusted, twoFactor] = await Promise.all([
    web.client.GET('/api/v1/auth/trusted-browsers', { params: { query: { limit: 50 } } }),
    web.client.GET('/api/v1/auth/2fa/status'),
  ]);
  return {
    sessions: dataOrThrow(answer),
    trusted: dataOrThrow(trusted).items,
    asksSecondStep: dataOrThrow(twoFactor).enabled,
    isFirst: cursor === undefined,
    now: web.now,
    done: doneOf(request),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { intent, id } = textFields(await request.formData(), ['intent', 'id']);
  const ended = await end(web, intent, id);
  if (!ended) throw redirect('/account/devices', 303);
  const { answer, done } = ended;
  // What ended meanwhile is ended: that is what was asked for.
  if (answer.response.ok || answer.response.status === 404)
    throw redirect(doneAt('/account/devices', done), 303);
  confirmWhenAsked(web, request, answer);
  return refused(answer, {});
}

async function end(
  { client }: WebRequest,
  intent: string,
  id: string,
): Promise<{ answer: { error?: unknown; response: Response }; done: Done } | undefined> {
  if (intent === 'end')
    return {
      answer: await client.DELETE('/api/v1/auth/sessions/{sessionId}', {
        params: { path: { sessionId: id } },
      }),
      done: 'session',
    };
  if (intent === 'revoke')
    return {
      answer: await client.DELETE('/api/v1/auth/trusted-browsers/{browserId}', {
        params: { path: { browserId: id } },
      }),
      done: 'trust',
    };
  if (intent === 'revoke-all')
    return {
      answer: await client.POST('/api/v1/auth/trusted-browsers/revoke-all'),
      done: 'trusts',
    };
  if (intent === 'end-others')
    return { answer: await client.POST('/api/v1/auth/sessions/end-others'), done: 'sessions' };
  return undefined;
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.devices_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Devices({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, trusted, asksSecondStep, isFirst, now, done } = loaderData;
  const hasOthers = !isFirst || sessions.items.length > 1;
  return (
    <AccountSection title={m.devices_title()} intro={m.devices_intro()}>
      <DoneNotice done={actionData ? undefined : done} />
      <FormErrors problem={actionData?.problem} labels={{}} />
      <Sessions page={sessions} now={now} />
      {hasOthers ? (
        <form method="post" className="grid gap-3">
          <p className="measure text-14 text-soft">{m.devices_end_others_text()}</p>
          <p>
            <Button tone="danger" name="intent" value="end-others">
              {m.devices_end_others()}
            </Button>
          </p>
        </form>
      ) : null}
      {asksSecondStep || trusted.length > 0 ? <TrustedBrowsers items={trusted} now={now} /> : null}
    </AccountSection>
  );
}
