import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow, type Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { doneAt } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh } from './fresh.ts';
import { SetUpTwoFactor } from './SetUpTwoFactor.tsx';
import { TwoFactorOff, TwoFactorOn } from './TwoFactorState.tsx';
import type { Route } from './+types/two-factor';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const [status, me] = await Promise.all([
    web.client.GET('/api/v1/auth/2fa/status'),
    web.client.GET('/api/v1/me'),
  ]);
  return { ...dataOrThrow(status), email: dataOrThrow(me).email, now: web.now };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const form = textFields(await request.formData(), ['intent', 'code', 'secret', 'password']);
  if (form.intent === 'disable') return disable(web, request, form.password);
  return form.intent === 'verify' ? verify(web, request, form) : begin(web, request);
}

async function begin(web: WebRequest, request: Request) {
  const answer = await web.client.POST('/api/v1/auth/2fa/setup/initiate');
  if (answer.data) return { step: 'scan' as const, ...answer.data };
  return afterRefusal(web, request, answer);
}

/** A wrong code leaves the app's entry good: only the code is asked for again. */
async function verify(web: WebRequest, request: Request, form: { code: string; secret: string }) {
  const answer = await web.client.POST('/api/v1/auth/2fa/setup/verify', {
    body: { code: form.code },
  });
  if (answer.data) return { step: 'codes' as const, codes: answer.data.backupCodes };
  const { code } = answer.error as Problem;
  if (code === 'set_up_not_begun') return afterRefusal(web, request, answer);
  confirmWhenAsked(web, request, answer);
  const { data: said, init } = refused(answer, {});
  const problem = said.problem;
  return data({ step: 'again' as const, problem, secret: form.secret }, init ?? undefined);
}

async function disable(web: WebRequest, request: Request, password: string) {
  const answer = await web.client.POST('/api/v1/auth/2fa/disable', { body: { password } });
  if (answer.response.ok) throw redirect(doneAt('/account/security', 'two_factor_off'), 303);
  return afterRefusal(web, request, answer);
}

function afterRefusal(
  web: WebRequest,
  request: Request,
  answer: { error?: unknown; response: Response },
) {
  confirmWhenAsked(web, request, answer);
  const { data: said, init } = refused(answer, {});
  return data({ step: 'refused' as const, problem: said.problem }, init ?? undefined);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.two_factor_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function TwoFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { enabled, email, now } = loaderData;
  if (actionData?.step === 'codes')
    return (
      <BackupCodes
        title={m.codes_first_title()}
        codes={actionData.codes}
        email={email}
        madeAt={now}
        next={doneAt('/account/security', 'two_factor')}
      />
    );
  if (actionData?.step === 'scan') return <SetUpTwoFactor setUp={actionData} />;
  if (actionData?.step === 'again')
    return <SetUpTwoFactor setUp={{ secret: actionData.secret }} problem={actionData.problem} />;
  const problem = actionData?.problem;
  return enabled ? (
    <TwoFactorOn status={loaderData} problem={problem} />
  ) : (
    <TwoFactorOff problem={problem} />
  );
}
