import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { dateIn } from '../../format/times.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { findBooking } from '../booking/find-booking.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { NarrowPage } from '../NarrowPage.tsx';
import { minutesText } from '../practice/practice-texts.ts';
import { requireVisitor } from '../require-visitor.ts';
import { addDays } from '../week/week-days.ts';
import type { Route } from './+types/assign';

export const handle = { hydrate: false };

const daysUsual = 7;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const web = requestOf(context);
  const { timeZone } = requireVisitor(web, request);
  const booking = await findBooking(web, params.bookingId);
  if (booking?.viewer !== 'instructor') throw redirect(`/lessons/${params.bookingId}`, 303);
  return {
    name: booking.counterpart?.name ?? m.homework_learner(),
    sequences: await listSequences(web),
    today: dateIn(web.now, timeZone),
  };
}

/** The library's, and one's own that are shared. */
async function listSequences(web: WebRequest) {
  const [library, own] = await Promise.all([
    web.client.GET('/api/v1/sequences', { params: { query: { limit: 100 } } }).then(dataOrThrow),
    web.client.GET('/api/v1/me/sequences', { params: { query: { limit: 100 } } }),
  ]);
  const shared = (own.data?.items ?? []).filter((one) => one.shared);
  return [...shared, ...library.items].map(({ slug, name, seconds }) => ({ slug, name, seconds }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const form = await request.formData();
  const lesson = `/lessons/${params.bookingId}`;
  const end = form.get('end');
  if (typeof end === 'string') {
    await web.client.DELETE('/api/v1/homework/{id}', { params: { path: { id: end } } });
    throw redirect(`${lesson}#homework`, 303);
  }
  const typed = textFields(form, ['sequence', 'times', 'dueOn', 'note']);
  const answer = await web.client.POST('/api/v1/homework', {
    body: {
      bookingId: params.bookingId,
      sequence: typed.sequence,
      times: Math.trunc(Number(typed.times)) || 0,
      dueOn: typed.dueOn,
      note: typed.note,
    },
  });
  if (answer.data) throw redirect(`${lesson}#homework`, 303);
  return refused(answer, typed);
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.homework_give()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

export default function Assign({ loaderData, actionData, params }: Route.ComponentProps) {
  const { name, sequences, today } = loaderData;
  const problem = actionData?.problem;
  const typed = actionData?.typed;
  return (
    <NarrowPage title={m.homework_for({ name })} intro={m.homework_intro({ name })}>
      <form method="post" className="grid gap-5">
        <FormErrors
          problem={problem}
          labels={{
            sequence: m.homework_sequence(),
            times: m.homework_times(),
            dueOn: m.homework_due(),
            note: m.homework_note(),
          }}
        />
        <Select
          name="sequence"
          label={m.homework_sequence()}
          hint={m.homework_sequence_hint()}
          defaultValue={typed?.sequence}
          options={sequences.map(({ slug, name: title, seconds }) => ({
            value: slug,
            label: `${title} · ${minutesText(seconds)}`,
          }))}
          error={problem?.fields['sequence']}
        />
        <div className="grid grid-cols-2 gap-4">
          <Input
            name="times"
            type="number"
            min={1}
            max={60}
            inputMode="numeric"
            label={m.homework_times()}
            defaultValue={typed?.times ?? '3'}
            error={problem?.fields['times']}
          />
          <Input
            name="dueOn"
            type="date"
            min={today}
            label={m.homework_due()}
            defaultValue={typed?.dueOn ?? addDays(today, daysUsual)}
            error={problem?.fields['dueOn']}
          />
        </div>
        <Textarea
          name="note"
          label={m.homework_note()}
          hint={m.homework_note_hint()}
          rows={3}
          maxLength={500}
          defaultValue={typed?.note}
          error={problem?.fields['note']}
        />
        <div className="flex flex-wrap gap-3">
          <Button size="large">{m.homework_give()}</Button>
          <ButtonLink href={`/lessons/${params.bookingId}`} tone="quiet" size="large">
            {m.homework_back()}
          </ButtonLink>
        </div>
      </form>
    </NarrowPage>
  );
}
