import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { formOf } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { listChoices } from './choices.ts';
import { ExerciseForm } from './ExerciseForm.tsx';
import { fieldLabels } from './item-texts.ts';
import { ItemAside } from './ItemAside.tsx';
import { ItemHead } from './ItemHead.tsx';
import { changeStanding, saveItem, savedText } from './save-item.ts';
import { SequenceForm } from './SequenceForm.tsx';
import type { Route } from './+types/item';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const path = { id: params.id };
  const item = dataOrThrow(
    await web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }),
  );
  const search = new URL(request.url).searchParams;
  return {
    item,
    choices: await listChoices(web, item.library, item.own),
    saved: search.get('saved'),
    refused: search.get('refused'),
  };
}

const standings = ['unpublish', 'republish', 'discard'];

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const form = await formOf(request);
  const intent = String(form.get('intent') ?? '');
  if (standings.includes(intent)) return changeStanding(web, params.id, intent);
  const path = { id: params.id };
  const item = dataOrThrow(
    await web.client.GET('/api/v1/authoring/items/{id}', { params: { path } }),
  );
  return saveItem(web, item, form);
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.item.name ?? m.library_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Item({ loaderData, actionData }: Route.ComponentProps) {
  const { item, choices, refused } = loaderData;
  const saved = actionData ? undefined : savedText(loaderData.saved);
  const problem = actionData?.problem;
  // What is not ready yet stands at its field only once somebody wanted to publish.
  const faults = refused
    ? Object.fromEntries(item.faults.toReversed().map(({ field, text }) => [field, text]))
    : {};
  const errors = problem?.fields ?? faults;
  const draftVersion = actionData?.draftVersion ?? item.draftVersion;
  const exercise = actionData?.exercise ?? item.exercise;
  const sequence = actionData?.sequence ?? item.sequence;
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <ItemHead item={item} />
      {saved ? (
        <Alert tone="success" live>
          {saved}
        </Alert>
      ) : null}
      {refused && !actionData ? (
        <Alert tone="danger" live title={m.library_refused()}>
          {refused === 'published_meanwhile'
            ? m.library_refused_meanwhile()
            : m.library_refused_hint()}
        </Alert>
      ) : null}
      <FormErrors problem={problem} labels={fieldLabels()} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
        <form
          method="post"
          encType="multipart/form-data"
          className="grid gap-8"
          aria-label={m.library_edit({ name: item.name })}
        >
          <input type="hidden" name="draftVersion" value={draftVersion} />
          {exercise ? (
            <ExerciseForm item={item} exercise={exercise} errors={errors} choices={choices} />
          ) : null}
          {sequence ? (
            <SequenceForm
              sequence={sequence}
              errors={errors}
              choices={choices}
              row={actionData?.row}
              own={item.own}
            />
          ) : null}
        </form>
        <ItemAside item={item} />
      </div>
    </div>
  );
}
