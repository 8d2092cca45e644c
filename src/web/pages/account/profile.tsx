import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { AccountSection } from './AccountSection.tsx';
import { DoneNotice, doneAt, doneOf } from './DoneNotice.tsx';
import type { Route } from './+types/profile';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { displayName, timeZone } = dataOrThrow(await web.client.GET('/api/v1/me'));
  return { displayName, timeZone, now: web.now, done: doneOf(request) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await request.formData(), ['displayName', 'timeZone']);
  const answer = await web.client.PATCH('/api/v1/me', { body: typed });
  if (!answer.response.ok) return refused(answer, typed);
  throw redirect(doneAt('/account', 'profile'), 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.account_profile()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { market } = useShell();
  const { problem, typed } = actionData ?? {};
  const timeZone = typed?.timeZone ?? loaderData.timeZone;
  const labels = { displayName: m.auth_name(), timeZone: m.profile_zone() };
  return (
    <AccountSection title={m.account_profile()} intro={m.profile_intro()}>
      <DoneNotice done={problem ? undefined : loaderData.done} />
      <form method="post" className="grid max-w-105 gap-5">
        <FormErrors problem={problem} labels={labels} />
        <Input
          name="displayName"
          label={labels.displayName}
          hint={m.auth_name_hint()}
          error={problem?.fields['displayName']}
          defaultValue={typed?.displayName ?? loaderData.displayName}
          autoComplete="name"
          required
          maxLength={100}
        />
        <Select
          name="timeZone"
          label={labels.timeZone}
          hint={m.profile_zone_hint({
            time: formatTime(loaderData.now, 'time', loaderData.timeZone, market.locale),
          })}
          error={problem?.fields['timeZone']}
          defaultValue={timeZone}
          options={[...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
        />
        <p>
          <Button size="large">{m.profile_save()}</Button>
        </p>
      </form>
      <p className="border-t border-line pt-5 text-14 text-soft">
        {m.profile_market({ market: market.name, currency: market.currency })}{' '}
        <TextLink href="/market?returnTo=%2Faccount">{m.profile_market_change()}</TextLink>
      </p>
    </AccountSection>
  );
}
