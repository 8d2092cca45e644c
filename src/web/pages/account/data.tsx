import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { dataOrThrow } from '../../api/problem.ts';
import { requireVisitor } from '../require-visitor.ts';
import { AccountSection } from './AccountSection.tsx';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import type { Route } from './+types/data';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { erasesAt } = dataOrThrow(await web.client.GET('/api/v1/me/deletion'));
  const failed = new URL(request.url).searchParams.has('failed');
  return { isScheduled: erasesAt !== null, done: doneOf(request), failed };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.data_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Data({ loaderData }: Route.ComponentProps) {
  const { isScheduled, done, failed } = loaderData;
  return (
    <AccountSection title={m.data_title()} intro={m.data_intro()}>
      <DoneNotice done={done} />
      {failed ? (
        <FormErrors
          problem={{ code: 'unknown', message: m.data_export_failed(), fields: {} }}
          labels={{}}
        />
      ) : null}
      <Card className="grid gap-3">
        <h2 className="text-22">{m.data_export_title()}</h2>
        <p className="text-soft">{m.data_export_text()}</p>
        <p className="mt-1">
          <ButtonLink href="/account/data/export" tone="quiet">
            {m.data_export_button()}
          </ButtonLink>
        </p>
      </Card>
      {isScheduled ? null : (
        <Card className="grid gap-3">
          <h2 className="text-22">{m.data_delete_title()}</h2>
          <p className="text-soft">{m.data_delete_text()}</p>
          <p className="mt-1">
            <ButtonLink href="/account/data/delete" tone="danger">
              {m.data_delete_link()}
            </ButtonLink>
          </p>
        </Card>
      )}
    </AccountSection>
  );
}
