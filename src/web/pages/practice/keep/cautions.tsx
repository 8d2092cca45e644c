import { redirect } from 'react-router';
import { m } from '../../../../messages/messages.js';
import { dataOrThrow } from '../../../api/problem.ts';
import { requestOf } from '../../../context.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { requireVisitor } from '../../require-visitor.ts';
import { ChipChoice } from '../ChipChoice.tsx';
import { PracticeNav } from '../PracticeNav.tsx';
import { cautionNames, cautions } from '../practice-texts.ts';
import type { Route } from './+types/cautions';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { cautions: chosen } = dataOrThrow(await web.client.GET('/api/v1/me/practice-cautions'));
  return { chosen, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const ticked = (await request.formData()).getAll('caution');
  const body = { cautions: cautions.filter((one) => ticked.includes(one)) };
  dataOrThrow(await web.client.PUT('/api/v1/me/practice-cautions', { body }));
  throw redirect('/practice/cautions?saved=1', 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.cautions_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Cautions({ loaderData: { chosen, isSaved } }: Route.ComponentProps) {
  return (
    <div className="page-width pt-6 md:pt-10">
      <PracticeNav current="/practice/cautions" />
      <div className="mt-6 grid max-w-180 gap-6">
        <div>
          <h1 className="text-36 md:text-48">{m.cautions_title()}</h1>
          <p className="measure mt-2 text-soft">{m.cautions_intro()}</p>
        </div>
        {isSaved ? (
          <Alert tone="success" live>
            {m.cautions_saved()}
          </Alert>
        ) : null}
        <form method="post" className="grid gap-6">
          <ChipChoice
            legend={m.cautions_which()}
            type="checkbox"
            name="caution"
            options={cautions}
            chosen={chosen}
            labelOf={(one) => cautionNames[one]()}
          />
          <p>
            <Button size="large">{m.cautions_save()}</Button>
          </p>
        </form>
      </div>
    </div>
  );
}
