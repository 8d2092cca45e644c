import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, formProblem, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { confirmWhenAsked } from '../account/fresh.ts';
import { requireVisitor } from '../require-visitor.ts';
import { withReturnTo } from '../return-to.ts';
import { AccountState } from './AccountState.tsx';
import { Needs } from './Needs.tsx';
import type { Route } from './+types/account';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const search = new URL(request.url).searchParams;
  const isBack = search.has('back');
  // Who comes back from the provider's page may be quicker than its message: ask it.
  const checked = isBack ? await web.client.POST('/api/v1/payouts/account/check') : undefined;
  const account = checked?.data ?? dataOrThrow(await web.client.GET('/api/v1/payouts/account'));
  return { account, isBack, hasExpired: search.has('again') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const intent = (await request.formData()).get('intent');
  const answer =
    intent === 'manage'
      ? await web.client.POST('/api/v1/payouts/account/dashboard')
      : await web.client.POST('/api/v1/payouts/account/onboarding');
  if (answer.data) throw redirect(answer.data.url, 303);
  confirmWhenAsked(web, request, answer);
  const problem = answer.error as Problem;
  if (problem.code === 'market_required')
    throw redirect(withReturnTo('/market', '/earnings/account'), 303);
  return data({ problem: formProblem(problem) }, { status: answer.response.status });
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.payouts_account_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function PayoutAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { account, isBack, hasExpired } = loaderData;
  return (
    <div className="grid max-w-180 gap-6">
      <FormErrors problem={actionData?.problem} labels={{}} />
      {hasExpired ? <Alert tone="warning">{m.payouts_link_expired()}</Alert> : null}
      {isBack && account.status === 'onboarding' ? (
        <Alert tone="warning">{m.payouts_not_finished()}</Alert>
      ) : null}
      <AccountState account={account} />
      <Needs account={account} />
    </div>
  );
}
