import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { refused } from '../form-answer.ts';
import { referenceText, stateOf, wordsOf } from './codes.ts';
import { doneOf, DoneNotice } from './DoneNotice.tsx';
import { Facts } from './Facts.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { moneyText } from './money-text.ts';
import { OperateSection } from './OperateSection.tsx';
import { PaymentStory } from './PaymentStory.tsx';
import type { Route } from './+types/payment';

export const handle = { hydrate: false };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const answer = await requestOf(context).client.GET('/api/v1/operator/payments/{id}', {
    params: { path: { id: params.id } },
  });
  return { story: dataOrThrow(answer), done: doneOf(request) };
}

export async function action({ params, context }: Route.ActionArgs) {
  const answer = await requestOf(context).client.POST('/api/v1/operator/payments/{id}/check', {
    params: { path: { id: params.id } },
  });
  if (!answer.data) return refused(answer, undefined);
  throw redirect(`/operate/payments/${params.id}?done=asked`, 303);
}

export default function PaymentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { story, done } = loaderData;
  const { payment } = story;
  const amount = (minor: number) => moneyText(minor, payment.currency, market.locale);
  const state = stateOf('payment', payment.status);
  const isTaken = payment.status === 'captured' || payment.status === 'partly_refunded';
  return (
    <OperateSection title={referenceText(payment.reference)}>
      <DoneNotice done={done} />
      <FormErrors problem={actionData?.problem} labels={{}} />
      {payment.isDisputed ? <Alert tone="warning" title={m.operate_disputed_note()} /> : null}
      <p className="flex flex-wrap items-center gap-4">
        <span className="numerals font-display text-36">{amount(payment.amountMinor)}</span>
        <Badge tone={state.tone}>{state.text}</Badge>
      </p>
      <div className="flex flex-wrap gap-3">
        {isTaken && payment.keptMinor > 0 && !payment.isDisputed ? (
          <ButtonLink href={`/operate/payments/${payment.id}/refund`}>
            {m.operate_refund()}
          </ButtonLink>
        ) : null}
        <form method="post">
          <Button tone="quiet">{m.operate_check()}</Button>
        </form>
      </div>
      <Facts
        facts={[
          [m.operate_fact_captured(), amount(payment.capturedMinor)],
          [m.operate_fact_refunded(), amount(payment.refundedMinor)],
          [m.operate_fact_lost(), payment.lostMinor > 0 ? amount(payment.lostMinor) : null],
          [m.operate_fact_kept(), amount(payment.keptMinor)],
          [m.operate_fact_commission(), amount(payment.feeMinor)],
          [
            m.operate_fact_instruction(),
            payment.instructedMinor === null
              ? null
              : `${amount(payment.instructedMinor)} (${wordsOf('why', payment.instructedReason ?? '')})`,
          ],
          [m.operate_fact_decline(), payment.declineCode && wordsOf('why', payment.declineCode)],
          [m.operate_fact_market(), `${payment.market.toUpperCase()} · ${payment.platform}`],
          [m.operate_fact_created(), formatMoment(payment.createdAt, timeZone, market.locale)],
          [m.operate_fact_id(), payment.id],
          [m.operate_fact_session(), payment.sessionId],
          [m.operate_fact_intent(), payment.intentId],
          [m.operate_fact_charge(), payment.providerChargeId],
        ]}
      />
      <PaymentStory story={story} />
    </OperateSection>
  );
}
