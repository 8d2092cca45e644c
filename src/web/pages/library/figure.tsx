import { data, redirect } from 'react-router';
import { isPose, poseFaults } from '../../../figures/index.ts';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, type FormProblem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { jointNames } from './figure-texts.ts';
import { InlineFigure } from './InlineFigure.tsx';
import { asInForm, itemUrl } from './item-texts.ts';
import { ItemHead } from './ItemHead.tsx';
import type { PoseFields } from './field-values.ts';
import { fieldNames, fieldsOf, poseFrom, standing } from './pose-fields.ts';
import { PoseInputs } from './PoseInputs.tsx';
import type { Route } from './+types/figure';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const path = { id: params.id };
  const item = dataOrThrow(
    await web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }),
  );
  const illustration = item.exercise?.illustration;
  const isKeys = illustration?.kind === 'keys';
  const pose = illustration?.kind === 'figure' ? illustration.pose : standing;
  const search = new URL(request.url).searchParams;
  return { item, isKeys, fields: fieldsOf(pose as typeof standing), saved: search.has('saved') };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const form = await request.formData();
  const fields: PoseFields = {
    ...textFields(form, fieldNames),
    rests: restsOf(form),
  };
  const path = { id: params.id };
  if (form.get('intent') !== 'save')
    return data({ fields, problem: undefined, draftVersion: null });
  const item = dataOrThrow(
    await web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }),
  );
  if (!item.exercise) throw redirect(itemUrl(params.id), 303);
  const draftVersion = Math.trunc(Number(form.get('draftVersion'))) || 0;
  const illustration = {
    kind: 'figure' as const,
    pose: poseFrom(fields) as Record<string, unknown>,
  };
  const answer = await web.client.PUT('/api/v1/authoring/items/{id}/draft', {
    params: { path },
    body: { draftVersion, exercise: { ...item.exercise, illustration } },
  });
  if (answer.data) throw redirect(`${itemUrl(params.id)}?saved=figure`, 303);
  const { data: said, init } = refused(answer, fields);
  const problem: FormProblem = { ...said.problem, fields: asInForm(said.problem.fields) };
  return data({ fields, problem, draftVersion: item.draftVersion }, init ?? undefined);
}

/** Those that rested keep their order: the first sets the height of the body. */
function restsOf(form: FormData): string {
  const chosen = form.getAll('rest').filter((value) => typeof value === 'string');
  const before = String(form.get('rests') ?? '').split(' ');
  return [
    ...before.filter((part) => chosen.includes(part)),
    ...chosen.filter((part) => !before.includes(part)),
  ].join(' ');
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${m.library_figure()}: ${loaderData?.item.name ?? ''} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function FigurePage({ loaderData, actionData }: Route.ComponentProps) {
  const { item, isKeys } = loaderData;
  const fields = actionData?.fields ?? loaderData.fields;
  const pose = poseFrom(fields);
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <ItemHead item={item} current="figure" />
      {isKeys ? <Alert>{m.figure_keys()}</Alert> : null}
      <FormErrors problem={actionData?.problem} labels={{}} />
      <form
        method="post"
        data-pose-editor
        data-joints={JSON.stringify(jointNames())}
        className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-10"
      >
        <input
          type="hidden"
          name="draftVersion"
          value={actionData?.draftVersion ?? item.draftVersion}
        />
        <div className="grid gap-4 lg:sticky lg:top-6">
          <div className="pose-stage" data-pose-stage>
            {isPose(pose) ? (
              <InlineFigure
                illustration={{ kind: 'figure', pose: { ...pose } }}
                title={m.practice_figure({ name: item.name })}
              />
            ) : (
              <p className="p-8 text-soft">{m.figure_not_drawn()}</p>
            )}
          </div>
          <p id="pose-help" className="measure text-14 text-soft" data-pose-help hidden>
            {m.figure_help()}
          </p>
          <Faults faults={poseFaults(pose)} />
          <div className="flex flex-wrap gap-2">
            <Button name="intent" value="save" size="large">
              {m.figure_save()}
            </Button>
            <Button name="intent" value="show" size="large" tone="quiet" data-pose-show>
              {m.figure_show()}
            </Button>
            <span className="flex gap-2" data-pose-undoing hidden>
              <Button type="button" tone="quiet" size="large" data-pose-undo disabled>
                {m.figure_undo()}
              </Button>
              <Button type="button" tone="quiet" size="large" data-pose-redo disabled>
                {m.figure_redo()}
              </Button>
            </span>
            <ButtonLink href={itemUrl(item.id)} tone="link">
              {m.figure_cancel()}
            </ButtonLink>
          </div>
        </div>
        <PoseInputs fields={fields} />
      </form>
    </div>
  );
}

function Faults({ faults }: { faults: string[] }) {
  return (
    <div data-pose-faults role="status" className="text-14">
      {faults.length === 0 ? (
        <p className="text-success">{m.figure_fine()}</p>
      ) : (
        <ul className="grid gap-1 text-danger">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <template data-pose-fine>
        <p className="text-success">{m.figure_fine()}</p>
      </template>
    </div>
  );
}
