import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { AccountSection } from './AccountSection.tsx';
import { iconOf, textOf } from './activity-texts.ts';
import { SettingsItem, SettingsList } from './SettingsList.tsx';
import type { Route } from './+types/activity';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const answer = await web.client.GET('/api/v1/me/security-log', { params: { query: { cursor } } });
  if (cursor !== undefined && answer.response.status === 422)
    throw redirect('/account/activity', 303);
  return { ...dataOrThrow(answer), isFirst: cursor === undefined };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.activity_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Activity({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, isFirst } = loaderData;
  return (
    <AccountSection
      title={m.activity_title()}
      intro={
        <>
          {m.activity_intro()} <TextLink href="/account/password">{m.activity_not_you()}</TextLink>
        </>
      }
    >
      {isFirst ? null : (
        <p>
          <ButtonLink href="/account/activity" tone="link">
            {m.activity_newest()}
          </ButtonLink>
        </p>
      )}
      {items.length === 0 ? <p>{m.activity_none()}</p> : null}
      {items.length > 0 ? (
        <SettingsList id="activity">
          {items.map((entry) => (
            <SettingsItem
              key={entry.id}
              icon={iconOf(entry)}
              title={textOf(entry)}
              facts={[
                [entry.browser, entry.address].filter(Boolean).join(' · '),
                formatMoment(entry.at, timeZone, market.locale),
              ].filter(Boolean)}
            />
          ))}
        </SettingsList>
      ) : null}
      {nextCursor ? (
        <p>
          <ButtonLink
            href={`/account/activity?cursor=${encodeURIComponent(nextCursor)}`}
            tone="quiet"
            data-append="activity"
          >
            {m.activity_more()}
          </ButtonLink>
        </p>
      ) : null}
    </AccountSection>
  );
}
