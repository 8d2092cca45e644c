import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { findBooking } from '../booking/find-booking.ts';
import { refused } from '../form-answer.ts';
import { formOf, textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { nameOf } from './complaint-texts.ts';
import { ReportClosed } from './ReportClosed.tsx';
import type { Route } from './+types/report-no-show';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const booking = await findBooking(web, params.bookingId);
  if (booking?.viewer !== 'instructor') throw redirect(`/lessons/${params.bookingId}`, 303);
  return { booking };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await formOf(request), ['note']);
  const answer = await web.client.POST('/api/v1/bookings/{id}/no-show', {
    params: { path: { id: params.bookingId } },
    body: typed,
  });
  if (!answer.data) return refused(answer, typed);
  throw redirect(`/lessons/${params.bookingId}`, 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.lessons_wrong_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ReportNoShow({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { booking } = loaderData;
  const problem = actionData?.problem;
  const name = nameOf(booking);
  const until = formatMoment(booking.reportsUntil, timeZone, market.locale);
  const title = m.lessons_no_show_title({ name });
  // A refused form comes back with what was typed, even where its time has passed meanwhile.
  if (!booking.actions.reportNoShow && !actionData)
    return <ReportClosed title={title} booking={booking} />;
  return (
    <NarrowPage title={title} intro={m.lessons_no_show_intro({ name, until })}>
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={{ note: m.lessons_no_show_note() }} />
        <Textarea
          name="note"
          label={m.lessons_no_show_note()}
          hint={m.lessons_no_show_note_hint({ name })}
          defaultValue={actionData?.typed.note}
          error={problem?.fields['note']}
          required
          maxLength={1000}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button size="large">{m.lessons_no_show_send({ name })}</Button>
          <TextLink href={`/lessons/${booking.id}`}>{m.lessons_report_back()}</TextLink>
        </div>
      </form>
    </NarrowPage>
  );
}
