import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { AccountSection } from '../account/AccountSection.tsx';
import { textFields } from '../form-fields.ts';
import { requireVisitor } from '../require-visitor.ts';
import { withReturnTo } from '../return-to.ts';
import { PaymentList } from './PaymentList.tsx';
import { SavedCards } from './SavedCards.tsx';
import type { Route } from './+types/payments';

export const handle = { hydrate: false };

const here = '/account/payments';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const cursor = search.get('cursor') ?? undefined;
  const payments = await web.client.GET('/api/v1/me/payments', { params: { query: { cursor } } });
  if (cursor !== undefined && payments.response.status === 422) throw redirect(here, 303);
  const isBack = search.get('card') === 'saved';
  return {
    payments: dataOrThrow(payments),
    cards: await cardsOf(web, isBack),
    isFirst: cursor === undefined,
    done: doneOf(search.get('card')),
  };
}

/** Who comes back from the provider's page may be quicker than its message: ask it. */
async function cardsOf(web: WebRequest, isBack: boolean) {
  const checked = isBack ? await web.client.POST('/api/v1/me/cards/check') : undefined;
  const query = { limit: 50 };
  return (
    checked?.data ?? dataOrThrow(await web.client.GET('/api/v1/me/cards', { params: { query } }))
  ).items;
}

const doneTexts = {
  saved: m.cards_done_saved,
  chosen: m.cards_done_chosen,
  removed: m.cards_done_removed,
} as const;

const doneOf = (value: string | null) =>
  value !== null && Object.hasOwn(doneTexts, value) ? (value as keyof typeof doneTexts) : undefined;

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const { intent, id } = textFields(await request.formData(), ['intent', 'id']);
  const answer = await act(web, intent, id);
  if (answer.data && 'url' in answer.data) throw redirect(answer.data.url, 303);
  // A card that went meanwhile is gone: that is what was asked for.
  if (answer.response.ok || answer.response.status === 404)
    throw redirect(`${here}?card=${intent === 'remove' ? 'removed' : 'chosen'}`, 303);
  const problem = answer.error as Problem;
  if (problem.code === 'market_required') throw redirect(withReturnTo('/market', here), 303);
  return data({ problem: formProblem(problem) }, { status: answer.response.status });
}

function act(
  { client }: WebRequest,
  intent: string,
  id: string,
): Promise<{ data?: { url: string } | undefined; error?: unknown; response: Response }> {
  const params = { path: { id } };
  if (intent === 'remove') return client.DELETE('/api/v1/me/cards/{id}', { params });
  if (intent === 'choose') return client.PUT('/api/v1/me/cards/{id}/default', { params });
  return client.POST('/api/v1/me/cards');
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.payments_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Payments({ loaderData, actionData }: Route.ComponentProps) {
  const { payments, cards, isFirst, done } = loaderData;
  return (
    <AccountSection title={m.payments_title()} intro={m.payments_intro()}>
      {done && !actionData ? (
        <Alert tone="success" live>
          {doneTexts[done]()}
        </Alert>
      ) : null}
      <FormErrors problem={actionData?.problem} labels={{}} />
      {isFirst ? <SavedCards cards={cards} /> : null}
      <PaymentList page={payments} />
    </AccountSection>
  );
}
