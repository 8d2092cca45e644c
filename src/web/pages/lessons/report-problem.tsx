import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { requestOf } from '../../context.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { findBooking } from '../booking/find-booking.ts';
import { refused } from '../form-answer.ts';
import { formOf, textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { requireVisitor } from '../require-visitor.ts';
import { nameOf, problemKinds, problemKindText } from './complaint-texts.ts';
import { ReportClosed } from './ReportClosed.tsx';
import type { Route } from './+types/report-problem';

export const handle = { hydrate: false };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const booking = await findBooking(web, params.bookingId);
  if (booking?.viewer !== 'learner') throw redirect(`/lessons/${params.bookingId}`, 303);
  return { booking, kind: new URL(request.url).searchParams.get('kind') ?? '' };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const typed = textFields(await formOf(request), ['kind', 'text']);
  const answer = await web.client.POST('/api/v1/bookings/{id}/problem', {
    params: { path: { id: params.bookingId } },
    body: { ...typed, kind: typed.kind as (typeof problemKinds)[number] },
  });
  if (!answer.data) return refused(answer, typed);
  throw redirect(`/lessons/${params.bookingId}`, 303);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.lessons_problem_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function ReportProblem({ loaderData, actionData }: Route.ComponentProps) {
  const { locale } = useShell().market;
  const { booking } = loaderData;
  const { problem, typed } = actionData ?? {};
  const name = nameOf(booking);
  const labels = { kind: m.lessons_problem_kind(), text: m.lessons_problem_text() };
  const kinds = problemKinds.filter(
    (kind) => kind !== 'instructor_absent' || booking.actions.reportNoShow || typed?.kind === kind,
  );
  // A refused form comes back with what was typed, even where its time has passed meanwhile.
  if (!booking.actions.reportProblem && !actionData)
    return <ReportClosed title={m.lessons_problem_title()} booking={booking} />;
  return (
    <NarrowPage
      title={m.lessons_problem_title()}
      intro={m.lessons_problem_intro({ name, price: formatPrice(booking.price, locale, true) })}
    >
      <form method="post" className="grid gap-5">
        <FormErrors problem={problem} labels={labels} />
        <Select
          name="kind"
          label={labels.kind}
          defaultValue={typed?.kind ?? loaderData.kind}
          options={[
            { value: '', label: m.lessons_problem_choose() },
            ...kinds.map((value) => ({ value, label: problemKindText(value) })),
          ]}
          error={problem?.fields['kind'] && m.auth_field_required()}
          required
        />
        <Textarea
          name="text"
          label={labels.text}
          hint={m.lessons_problem_text_hint({ name })}
          defaultValue={typed?.text}
          error={problem?.fields['text']}
          required
          rows={6}
          maxLength={2000}
        />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button size="large">{m.lessons_problem_send()}</Button>
          <TextLink href={`/lessons/${booking.id}`}>{m.lessons_report_back()}</TextLink>
        </div>
      </form>
    </NarrowPage>
  );
}
