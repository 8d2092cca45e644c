import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { refused } from '../form-answer.ts';
import { SecuritySection } from './AccountSection.tsx';
import { BackupCodes } from './BackupCodes.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { doneAt } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh } from './fresh.ts';
import type { Route } from './+types/backup-codes';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const [status, me] = await Promise.all([
    web.client.GET('/api/v1/auth/2fa/status'),
    web.client.GET('/api/v1/me'),
  ]);
  const { enabled, backupCodesLeft, backupCodesFew } = dataOrThrow(status);
  if (!enabled) throw redirect('/account/two-factor', 303);
  return {
    left: backupCodesLeft,
    isFew: backupCodesFew,
    email: dataOrThrow(me).email,
    now: web.now,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const answer = await web.client.POST('/api/v1/auth/2fa/regenerate-backup-codes');
  if (answer.data) return { codes: answer.data.backupCodes, problem: undefined };
  confirmWhenAsked(web, request, answer);
  return refused(answer, {});
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.codes_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function BackupCodesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { left, isFew, email, now } = loaderData;
  if (actionData && 'codes' in actionData)
    return (
      <BackupCodes
        title={m.codes_new_title()}
        codes={actionData.codes}
        email={email}
        madeAt={now}
        next={doneAt('/account/security', 'codes')}
      />
    );
  return (
    <SecuritySection title={m.codes_title()} intro={m.codes_intro()}>
      {isFew ? (
        <Alert tone="warning" title={m.codes_left({ count: left })}>
          {m.codes_few_text()}
        </Alert>
      ) : (
        <p className="numerals text-18 font-semibold">{m.codes_left({ count: left })}</p>
      )}
      <h2 className="text-22">{m.codes_new()}</h2>
      <ConfirmCard
        intent="regenerate"
        problem={actionData?.problem}
        consequences={[m.codes_new_old_dead(), m.codes_new_ten(), m.codes_new_told()]}
        confirm={m.codes_new_confirm()}
        keep={{ href: '/account/security', label: m.codes_new_keep() }}
      />
    </SecuritySection>
  );
}
