import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { fileClass } from '../library/PhotoField.tsx';
import { uploadPicture } from '../library/save-item.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { formOf } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Route } from './+types/portrait';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const answer = await web.client.GET('/api/v1/me/instructor');
  if (answer.response.status === 404) throw redirect('/teach', 303);
  const { portrait, slug, displayName } = dataOrThrow(answer);
  const saved = new URL(request.url).searchParams.has('saved');
  return { portrait, slug, displayName, saved };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const form = await formOf(request);
  const file = form.get('picture');
  let picture: string | null = null;
  if (form.get('intent') !== 'drawing') {
    if (!(file instanceof File) || file.size === 0) return nothingChosen();
    const uploaded = await uploadPicture(web, file);
    if (!uploaded.data) return refused(uploaded, undefined);
    picture = uploaded.data.digest;
  }
  const answer = await web.client.PUT('/api/v1/me/instructor/portrait', { body: { picture } });
  if (!answer.data) return refused(answer, undefined);
  throw redirect('/teach/portrait?saved', 303);
}

function nothingChosen() {
  const message = m.portrait_nothing();
  const problem = { code: 'nothing_chosen', message, fields: { picture: message } };
  return data({ problem, typed: undefined }, { status: 422 });
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.portrait_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function PortraitPage({ loaderData, actionData }: Route.ComponentProps) {
  const { portrait, slug, displayName, saved } = loaderData;
  const problem = actionData?.problem;
  return (
    <NarrowPage title={m.portrait_title()} intro={m.portrait_intro()}>
      {saved && !actionData ? (
        <Alert tone="success" live>
          {m.portrait_saved()}
        </Alert>
      ) : null}
      <FormErrors problem={problem} labels={{ picture: m.portrait_file() }} />
      <div className="flex items-center gap-5 rounded-card border border-line bg-surface p-5">
        <Avatar portrait={portrait} seed={slug} size="large" eager />
        <div>
          <p className="font-display text-22">{displayName}</p>
          <p className="text-14 text-soft">
            {portrait.startsWith('p-') ? m.portrait_is_photo() : m.portrait_is_drawing()}
          </p>
        </div>
      </div>
      <form method="post" encType="multipart/form-data" className="grid gap-5">
        <Field
          name="picture"
          label={m.portrait_file()}
          hint={m.portrait_hint()}
          error={problem?.fields['picture']}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              className={fileClass}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="photo" size="large">
            {m.portrait_save()}
          </Button>
          {portrait.startsWith('p-') ? (
            <Button name="intent" value="drawing" size="large" tone="quiet">
              {m.portrait_drawing()}
            </Button>
          ) : null}
        </div>
      </form>
      <TextLink href="/teach">{m.portrait_back()}</TextLink>
    </NarrowPage>
  );
}
