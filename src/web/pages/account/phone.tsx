import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { marketOf } from '../../market.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { SecuritySection } from './AccountSection.tsx';
import { ConfirmCard } from './ConfirmCard.tsx';
import { DoneNotice, doneAt, doneOf } from './DoneNotice.tsx';
import { confirmWhenAsked, requireFresh, takeTyped } from './fresh.ts';
import { PhoneCode } from './PhoneCode.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import type { Route } from './+types/phone';

export const handle = { hydrate: false };

const here = '/account/phone';

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const search = new URL(request.url).searchParams;
  const { phone, pending, available } = dataOrThrow(await web.client.GET('/api/v1/auth/phone'));
  return {
    phone,
    available,
    // Another number is asked for while a code to the first may still be on its way.
    pending: search.has('change') ? null : pending,
    removes: phone !== null && search.has('remove'),
    sent: search.has('sent'),
    done: doneOf(request),
    typed: takeTyped(web, request)['phone'],
    region: (await marketOf(web)).code.toUpperCase(),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const typed = textFields(await request.formData(), ['phone', 'code', 'intent']);
  const { intent } = typed;
  const answer = await sendTo(web, typed);
  if (answer.response.ok) throw redirect(nextOf(intent), 303);
  confirmWhenAsked(web, request, answer, { phone: typed.phone });
  return refused(answer, { intent, phone: typed.phone });
}

async function sendTo(
  web: WebRequest,
  { intent, phone, code }: Record<'intent' | 'phone' | 'code', string>,
): Promise<{ error?: unknown; response: Response }> {
  if (intent === 'verify') return web.client.POST('/api/v1/auth/phone/verify', { body: { code } });
  if (intent === 'resend') return web.client.POST('/api/v1/auth/phone/resend');
  if (intent === 'remove') return web.client.DELETE('/api/v1/auth/phone');
  const region = (await marketOf(web)).code.toUpperCase();
  return web.client.POST('/api/v1/auth/phone/start', { body: { phone, region } });
}

function nextOf(intent: string): string {
  if (intent === 'verify') return doneAt('/account/security', 'phone');
  if (intent === 'remove') return doneAt('/account/security', 'phone_removed');
  return intent === 'resend' ? `${here}?sent=1` : here;
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.phone_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Phone({ loaderData, actionData }: Route.ComponentProps) {
  const { phone, pending, removes, done, sent } = loaderData;
  const { problem, typed } = actionData ?? {};
  if (removes && phone)
    return (
      <SecuritySection title={m.phone_remove_title()}>
        <ConfirmCard
          intent="remove"
          problem={problem}
          consequences={[m.phone_remove_number({ phone }), m.phone_remove_notices()]}
          confirm={m.phone_remove_confirm()}
          keep={{ href: here, label: m.phone_remove_keep() }}
        />
      </SecuritySection>
    );
  if (pending)
    return (
      <SecuritySection title={m.phone_code_title()} intro={m.phone_code_text(pending)}>
        <PhoneCode pending={pending} sent={sent && !problem} problem={problem} />
      </SecuritySection>
    );
  return (
    <SecuritySection title={m.phone_title()} intro={m.phone_intro()}>
      <DoneNotice done={problem ? undefined : done} />
      <PhoneNumber
        phone={phone}
        region={loaderData.region}
        available={loaderData.available}
        typed={typed?.phone ?? loaderData.typed}
        problem={problem}
      />
    </SecuritySection>
  );
}
