import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { dayLabels, HoursEditor } from './HoursEditor.tsx';
import { ConfirmByHand } from './ConfirmByHand.tsx';
import { HoursLimits } from './HoursLimits.tsx';
import { weekOf } from './hours-form.ts';
import { NextSlots } from './NextSlots.tsx';
import { limits, saveHours } from './save-hours.ts';
import type { Route } from './+types/hours';

export const handle = { hydrate: false };

const daysShown = 4;
const startsShown = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const visitor = requireVisitor(web, request);
  if (!visitor.roles.includes('instructor')) throw redirect('/teach', 303);
  const answer = await web.client.GET('/api/v1/me/availability');
  if (answer.response.status === 404) throw redirect('/teach', 303);
  const availability = dataOrThrow(answer);
  return {
    availability,
    saved: new URL(request.url).searchParams.has('saved'),
    next: await nextSlots(web, availability.timeZone),
  };
}

/** The first free hours of the first lesson on offer; undefined while nobody can book it. */
async function nextSlots(web: WebRequest, zone: string) {
  const { data: profile } = await web.client.GET('/api/v1/me/instructor');
  const service = profile?.services.find(({ active }) => active);
  if (!profile || !service || profile.status !== 'published') return undefined;
  const { data: found } = await web.client.GET('/api/v1/instructors/{id}/slots', {
    params: { path: { id: profile.id }, query: { serviceId: service.id, days: 14, zone } },
  });
  const days = (found?.days ?? []).filter(({ slots }) => slots.length > 0).slice(0, daysShown);
  return {
    title: service.title,
    days: days.map(({ date, slots }) => ({
      date,
      starts: slots.slice(0, startsShown).map(({ startsAt }) => startsAt),
      more: Math.max(slots.length - startsShown, 0),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  return saveHours(web, await request.formData());
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.teach_hours_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Hours({ loaderData, actionData }: Route.ComponentProps) {
  const { availability, saved, next } = loaderData;
  const problem = actionData?.problem;
  const typed = actionData?.typed ?? {
    ...Object.fromEntries(limits.map((name) => [name, String(availability[name])])),
    timeZone: availability.timeZone,
    confirmsByHand: availability.confirmsByHand ? 'on' : '',
  };
  return (
    <div className="page-width grid gap-6 pt-6 md:pt-10">
      <div>
        <h1 className="text-36">{m.teach_hours_title()}</h1>
        <p className="measure mt-2 text-soft">{m.teach_hours_intro()}</p>
      </div>
      {saved && !actionData ? (
        <Alert tone="success" live>
          {m.teach_hours_saved()}
        </Alert>
      ) : null}
      {actionData?.changed ? <Alert>{m.teach_hours_unsaved()}</Alert> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <form method="post" action="/teach/hours" className="grid gap-6">
          <FormErrors
            problem={problem}
            labels={{ ...dayLabels(), timeZone: m.teach_hours_zone() }}
          />
          <HoursEditor
            week={actionData?.week ?? weekOf(availability)}
            errors={problem?.fields ?? {}}
          />
          <ConfirmByHand chosen={typed.confirmsByHand !== ''} />
          <HoursLimits typed={typed as Record<string, string>} errors={problem?.fields ?? {}} />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="save" size="large">
              {m.teach_hours_save()}
            </Button>
            <ButtonLink href="/week" tone="quiet" size="large">
              {m.nav_week()}
            </ButtonLink>
          </div>
        </form>
        <NextSlots next={next} timeZone={availability.timeZone} />
      </div>
    </div>
  );
}
