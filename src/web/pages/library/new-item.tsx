import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { titled } from '../practice/practice-texts.ts';
import { requireVisitor } from '../require-visitor.ts';
import { itemUrl } from './item-texts.ts';
import type { Route } from './+types/new-item';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const params = new URL(request.url).searchParams;
  const { items } = dataOrThrow(await web.client.GET('/api/v1/libraries'));
  return {
    libraries: items.map(({ slug }) => slug),
    own: params.has('own'),
    kind: params.get('kind') === 'sequence' ? ('sequence' as const) : ('exercise' as const),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await request.formData(), ['name', 'library', 'kind', 'own']);
  const answer = await web.client.POST('/api/v1/authoring/items', {
    body: {
      own: typed.own === '1',
      kind: typed.kind === 'sequence' ? 'sequence' : 'exercise',
      library: typed.library,
      name: typed.name,
    },
  });
  if (answer.data) throw redirect(itemUrl(answer.data.id), 303);
  return refused(answer, typed);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.library_new_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function NewItem({ loaderData, actionData }: Route.ComponentProps) {
  const { libraries, own, kind } = loaderData;
  const problem = actionData?.problem;
  const typed = actionData?.typed;
  return (
    <NarrowPage
      title={kind === 'exercise' ? m.library_new_exercise() : m.library_new_sequence()}
      intro={own ? m.library_new_own() : m.library_new_intro()}
    >
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={{ name: m.library_name() }} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="own" value={own ? '1' : ''} />
        <Input
          name="name"
          label={m.library_name()}
          maxLength={80}
          required
          defaultValue={typed?.name}
          error={problem?.fields['name']}
        />
        <Select
          name="library"
          label={m.library_library()}
          defaultValue={typed?.library ?? 'yoga'}
          options={libraries.map((slug) => ({ value: slug, label: titled(slug) }))}
        />
        <Button size="large">{m.library_begin()}</Button>
      </form>
    </NarrowPage>
  );
}
