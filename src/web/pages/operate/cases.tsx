import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { controlClass } from '../../ui/Field.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { CaseRow } from './CaseRow.tsx';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { RowList } from './RowList.tsx';
import type { Route } from './+types/cases';

export const handle = { hydrate: false };

const path = '/operate/payments/cases';

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const cursor = params.get('cursor') ?? undefined;
  const state = params.has('closed') ? ('closed' as const) : ('open' as const);
  const answer = await requestOf(context).client.GET('/api/v1/operator/reconciliation-cases', {
    params: { query: { state, cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect(path, 303);
  return { ...dataOrThrow(answer), state, done: doneOf(request) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const typed = textFields(await request.formData(), ['id', 'note']);
  const answer = await requestOf(context).client.POST(
    '/api/v1/operator/reconciliation-cases/{id}/close',
    { params: { path: { id: typed.id } }, body: { note: typed.note } },
  );
  if (!answer.response.ok) return refused(answer, typed);
  throw redirect(`${path}?done=closed`, 303);
}

export default function Cases({ loaderData, actionData }: Route.ComponentProps) {
  const { items, nextCursor, state, done } = loaderData;
  const typed = actionData?.typed;
  const labels = { note: m.operate_case_note() };
  return (
    <OperateSection title={m.operate_tab_cases()} intro={m.operate_cases_intro()}>
      <DoneNotice done={done} />
      <FormErrors problem={actionData?.problem} labels={labels} />
      <p>
        {state === 'open' ? (
          <TextLink href={`${path}?closed=1`}>{m.operate_cases_closed()}</TextLink>
        ) : (
          <TextLink href={path}>{m.operate_cases_open()}</TextLink>
        )}
      </p>
      <RowList none={m.operate_cases_none()}>
        {items.map((found) => (
          <CaseRow key={found.id} found={found}>
            {found.state === 'open' ? (
              <form method="post" className="flex max-w-160 flex-wrap items-end gap-3">
                <input type="hidden" name="id" value={found.id} />
                <label className="grid grow gap-1.5 text-14 font-semibold">
                  {m.operate_case_note()}
                  <input
                    name="note"
                    required
                    maxLength={1000}
                    defaultValue={typed?.id === found.id ? typed.note : ''}
                    autoComplete="off"
                    className={controlClass}
                  />
                </label>
                <Button tone="quiet">{m.operate_case_close()}</Button>
              </form>
            ) : null}
          </CaseRow>
        ))}
      </RowList>
      <OlderLink
        path={path}
        query={{ closed: state === 'closed' ? '1' : undefined }}
        cursor={nextCursor}
      />
    </OperateSection>
  );
}
