import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { SecuritySection } from './AccountSection.tsx';
import { DoneNotice, doneAt, doneOf } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh, takeTyped } from './fresh.ts';
import type { Route } from './+types/email';

export const handle = { hydrate: false };

const here = '/account/email';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const [me, change] = await Promise.all([
    web.client.GET('/api/v1/me'),
    web.client.GET('/api/v1/auth/email-change'),
  ]);
  return {
    done: doneOf(request),
    email: dataOrThrow(me).email,
    pending: dataOrThrow(change).pending,
    typed: takeTyped(web, request)['newEmail'],
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const typed = textFields(await request.formData(), ['newEmail', 'intent']);
  const answer =
    typed.intent === 'keep'
      ? await web.client.DELETE('/api/v1/auth/email-change')
      : await web.client.POST('/api/v1/auth/email-change', { body: { newEmail: typed.newEmail } });
  if (answer.response.ok)
    throw redirect(typed.intent === 'keep' ? doneAt(here, 'email_kept') : here, 303);
  confirmWhenAsked(web, request, answer, { newEmail: typed.newEmail });
  return refused(answer, { newEmail: typed.newEmail });
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.email_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Email({ loaderData, actionData }: Route.ComponentProps) {
  const { done, email, pending } = loaderData;
  const { problem, typed } = actionData ?? {};
  return (
    <SecuritySection title={m.email_title()} intro={m.email_intro({ email })}>
      <DoneNotice done={problem || pending ? undefined : done} />
      {pending ? <Pending {...pending} /> : null}
      <form method="post" className="grid max-w-105 gap-5">
        {pending ? <h2 className="text-22">{m.email_another()}</h2> : null}
        <FormErrors problem={problem} labels={{ newEmail: m.email_new() }} />
        <Input
          name="newEmail"
          type="email"
          label={m.email_new()}
          hint={m.email_hint()}
          error={problem?.fields['newEmail']}
          defaultValue={typed?.newEmail ?? loaderData.typed}
          autoComplete="email"
          inputMode="email"
          required
          maxLength={320}
        />
        <p>
          <Button size="large" tone={pending ? 'quiet' : 'primary'}>
            {m.email_send()}
          </Button>
        </p>
      </form>
      <Alert>{m.email_undo_hint()}</Alert>
    </SecuritySection>
  );
}

function Pending({ newEmail, expiresAt }: { newEmail: string; expiresAt: string }) {
  const { market, timeZone } = useShell();
  return (
    <Card raised role="status" className="grid gap-3">
      <h2 className="text-22 [overflow-wrap:anywhere]">{newEmail}</h2>
      <p className="text-soft">
        {m.email_pending({ until: formatMoment(expiresAt, timeZone, market.locale) })}
      </p>
      <form method="post">
        <Button tone="quiet" name="intent" value="keep">
          {m.email_keep()}
        </Button>
      </form>
    </Card>
  );
}
