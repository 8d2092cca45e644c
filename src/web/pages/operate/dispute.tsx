import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { useShell } from '../../shell/use-shell.ts';
import { formatMoment } from '../../format/spans.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { wordsOf } from './codes.ts';
import { DoneNotice, doneOf } from './DoneNotice.tsx';
import {
  evidenceFiles,
  evidenceTexts,
  type EvidenceFile,
  type EvidenceText,
} from './evidence-fields.ts';
import { EvidenceForms } from './EvidenceForms.tsx';
import { Facts } from './Facts.tsx';
import { moneyText } from './money-text.ts';
import { OperateSection } from './OperateSection.tsx';
import type { Route } from './+types/dispute';

export const handle = { hydrate: false };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const answer = await requestOf(context).client.GET('/api/v1/operator/disputes/{id}', {
    params: { path: { id: params.id } },
  });
  return { dispute: dataOrThrow(answer), done: doneOf(request) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const form = await request.formData();
  return form.has('field') ? upload(web, params.id, form) : save(web, params.id, form);
}

async function save(web: WebRequest, id: string, form: FormData) {
  const typed = textFields(form, Object.keys(evidenceTexts()) as EvidenceText[]);
  const answer = await web.client.PUT('/api/v1/operator/disputes/{id}/evidence', {
    params: { path: { id } },
    body: { evidence: typed },
  });
  if (!answer.data) return refused(answer, typed);
  throw redirect(`/operate/payments/disputes/${id}?done=saved`, 303);
}

async function upload(web: WebRequest, id: string, form: FormData) {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const fields = { file: m.operate_file_none() };
    const problem = { code: 'nothing_chosen', message: fields.file, fields };
    return data({ problem, typed: undefined }, { status: 422 });
  }
  const field = String(form.get('field')) as EvidenceFile;
  const answer = await web.client.POST('/api/v1/operator/disputes/{id}/files', {
    params: { path: { id }, query: { field, name: file.name.slice(0, 255) || 'file' } },
    body: (await file.bytes()) as unknown as string,
    bodySerializer: (bytes) => bytes,
  });
  if (!answer.data) return refused(answer, undefined);
  throw redirect(`/operate/payments/disputes/${id}?done=file`, 303);
}

export default function DisputePage({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { dispute, done } = loaderData;
  const at = (instant: string | null) => instant && formatMoment(instant, timeZone, market.locale);
  const amount = (minor: number | null) =>
    dispute.currency && minor !== null ? moneyText(minor, dispute.currency, market.locale) : null;
  const labels = { ...evidenceTexts(), ...evidenceFiles(), file: m.operate_file() };
  return (
    <OperateSection
      title={m.operate_dispute_title({ amount: amount(dispute.amountMinor) ?? dispute.providerId })}
    >
      <DoneNotice done={done} />
      <FormErrors problem={actionData?.problem} labels={labels} />
      {dispute.refusal ? (
        <Alert tone="danger" title={m.operate_refusal()}>
          {dispute.refusal}
        </Alert>
      ) : null}
      {dispute.isAnswerable && dispute.dueAt ? (
        <Alert tone="warning" title={m.operate_due({ when: at(dispute.dueAt) ?? '' })}>
          {m.operate_due_note()}
        </Alert>
      ) : null}
      <Facts
        facts={[
          [m.operate_status(), wordsOf('dispute', dispute.status)],
          [m.operate_reason(), dispute.reason && wordsOf('why', dispute.reason)],
          [m.operate_fact_held(), dispute.heldMinor > 0 ? amount(dispute.heldMinor) : null],
          [m.operate_fact_opened(), at(dispute.openedAt)],
          [m.operate_fact_answered(), at(dispute.answeredAt)],
          [m.operate_fact_id(), dispute.providerId],
          [
            m.operate_fact_payment(),
            <TextLink key="payment" href={`/operate/payments/${dispute.chargeId}`}>
              {m.operate_see_payment()}
            </TextLink>,
          ],
        ]}
      />
      <EvidenceForms dispute={dispute} typed={actionData?.typed} problem={actionData?.problem} />
      {dispute.isAnswerable ? (
        <div className="flex flex-wrap gap-3 border-t border-line pt-6">
          <ButtonLink href={`/operate/payments/disputes/${dispute.id}/answer`} size="large">
            {m.operate_send_answer()}
          </ButtonLink>
          <ButtonLink
            href={`/operate/payments/disputes/${dispute.id}/answer?accept=1`}
            tone="danger"
            size="large"
          >
            {m.operate_accept()}
          </ButtonLink>
        </div>
      ) : null}
    </OperateSection>
  );
}
