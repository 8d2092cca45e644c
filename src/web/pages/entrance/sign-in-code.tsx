import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { Problem } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { CodeInput } from '../../ui/CodeInput.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { returnToOf, withReturnTo } from '../return-to.ts';
import { onward, welcome } from './after-sign-in.ts';
import { BackupCodeInput } from './BackupCodeInput.tsx';
import { lockedUntil } from './lock.ts';
import { LockedAlert } from './LockedAlert.tsx';
import { LostPhone } from './LostPhone.tsx';
import { OtherProofs, proofOf } from './OtherProofs.tsx';
import { PasskeyProof } from './PasskeyProof.tsx';
import { StepEnds } from './StepEnds.tsx';
import type { Route } from './+types/sign-in-code';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  if (web.visitor) throw redirect(returnTo ?? '/', 303);
  const { data: pending } = await web.client.GET('/api/v1/auth/2fa/pending');
  if (!pending) throw tooLate(returnTo);
  const wished = new URL(request.url).searchParams.get('with');
  return { ...pending, returnTo, proof: proofOf(wished, pending.methods) ?? 'totp' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const returnTo = returnToOf(request);
  const form = await request.formData();
  const { code, backupCode } = textFields(form, ['code', 'backupCode']);
  const trustBrowser = form.get('trustBrowser') !== null;
  const answer = await web.client.POST('/api/v1/auth/2fa/verify-login', {
    body: { ...(backupCode === '' ? { code } : { backupCode }), trustBrowser },
  });
  if (answer.data) throw onward(answer.data, returnTo);
  if (isOver(answer)) throw tooLate(returnTo);
  return refusedHere(web, answer, trustBrowser);
}

function refusedHere(
  web: WebRequest,
  answer: { error?: unknown; response: Response },
  trustBrowser: boolean,
) {
  const { data: said, init } = refused(answer, { trustBrowser });
  return data({ ...said, lockedUntil: lockedUntil(web, answer) }, init ?? undefined);
}

/** Five minutes or five tries are over: the password is asked for again. */
const isOver = ({ error }: { error?: unknown }): boolean =>
  (error as Problem | undefined)?.code === 'pending_expired';

const tooLate = (returnTo: string | undefined): Response =>
  redirect(withReturnTo('/sign-in?expired=1', returnTo), 303);

export const meta: Route.MetaFunction = () => [
  { title: `${m.auth_code_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { methods, proof, expiresAt, triesLeft, trustedBrowserDays, returnTo } = loaderData;
  const { problem, typed, lockedUntil: until } = actionData ?? {};
  const intro = {
    totp: m.auth_code_text(),
    backup_code: m.auth_backup_text(),
    passkey: m.auth_second_passkey_text(),
  }[proof];
  const trust = (
    <Checkbox
      name="trustBrowser"
      label={m.auth_code_trust({ days: trustedBrowserDays })}
      defaultChecked={typed?.trustBrowser ?? false}
    />
  );
  return (
    <NarrowPage title={m.auth_code_title()} intro={intro}>
      {until ? <LockedAlert until={until} /> : null}
      {proof === 'passkey' ? (
        <PasskeyProof purpose="second_step" onward={welcome(returnTo)}>
          {trust}
        </PasskeyProof>
      ) : (
        <form method="post" className="grid gap-5">
          <FormErrors
            problem={until ? undefined : problem}
            labels={{ code: m.auth_code(), backupCode: m.auth_backup_code() }}
          />
          {proof === 'totp' ? (
            <CodeInput
              label={m.auth_code()}
              hint={problem && !until ? m.auth_code_tries({ count: triesLeft }) : undefined}
              error={problem?.fields['code']}
              autoFocus={!problem}
            />
          ) : (
            <BackupCodeInput error={problem?.fields['backupCode']} autoFocus={!problem} />
          )}
          {proof === 'totp' ? trust : null}
          <Button size="large" wide>
            {m.auth_code_button()}
          </Button>
        </form>
      )}
      <OtherProofs methods={methods} shown={proof} path="/sign-in/code" returnTo={returnTo} />
      <LostPhone methods={methods} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-5 text-14 text-soft">
        <StepEnds at={expiresAt} />
        <TextLink href={withReturnTo('/sign-in', returnTo)}>{m.auth_code_start_over()}</TextLink>
      </p>
    </NarrowPage>
  );
}
