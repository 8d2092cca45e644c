import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { Textarea } from '../../ui/Textarea.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { confirmWhenAsked, requireFresh, takeTyped } from '../account/fresh.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { referenceText } from './codes.ts';
import { moneyText, readAmount, typedAmount } from './money-text.ts';
import { OperateSection } from './OperateSection.tsx';
import type { Route } from './+types/refund';

export const handle = { hydrate: false };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireFresh(web, request);
  const { payment } = dataOrThrow(
    await web.client.GET('/api/v1/operator/payments/{id}', { params: { path: { id: params.id } } }),
  );
  return { payment, kept: takeTyped(web, request) };
}

const reasons = () => ({
  requested_by_customer: m.operate_reason_requested(),
  lesson_not_given: m.operate_reason_not_given(),
  duplicate: m.operate_reason_duplicate(),
  fraudulent: m.operate_reason_fraudulent(),
  goodwill: m.operate_reason_goodwill(),
  other: m.operate_reason_other(),
});

export async function action({ request, params, context }: Route.ActionArgs) {
  const web = requestOf(context);
  const typed = textFields(await request.formData(), [
    'amountMinor',
    'currency',
    'seen',
    'reason',
    'note',
  ]);
  const amountMinor = /^[A-Z]{3}$/.test(typed.currency)
    ? readAmount(typed.amountMinor, typed.currency)
    : undefined;
  if (!amountMinor) {
    const fields = { amountMinor: m.operate_amount_wrong() };
    const problem = { code: 'amount_invalid', message: fields.amountMinor, fields };
    return data({ problem, typed }, { status: 422 });
  }
  const answer = await web.client.POST('/api/v1/operator/payments/{id}/refunds', {
    params: { path: { id: params.id } },
    body: {
      amountMinor,
      expectedRefundedMinor: Number(typed.seen),
      reason: typed.reason as keyof ReturnType<typeof reasons>,
      note: typed.note,
    },
  });
  confirmWhenAsked(web, request, answer, typed);
  if (!answer.data) return refused(answer, typed);
  throw redirect(`/operate/payments/${params.id}?done=refund`, 303);
}

export default function Refund({ loaderData, actionData }: Route.ComponentProps) {
  const { market } = useShell();
  const { payment } = loaderData;
  const { currency, keptMinor } = payment;
  const typed: Partial<Record<string, string>> = actionData?.typed ?? loaderData.kept;
  const problem = actionData?.problem;
  const most = moneyText(keptMinor, currency, market.locale);
  return (
    <OperateSection
      title={m.operate_refund_title({ reference: referenceText(payment.reference) })}
      intro={m.operate_refund_intro({ amount: most })}
    >
      <form method="post" className="grid max-w-120 gap-5">
        <FormErrors problem={problem} labels={{ amountMinor: m.operate_amount({ currency }) }} />
        <input type="hidden" name="currency" value={currency} />
        {/* What was refunded when this page was made: if that changes meanwhile, nothing happens. */}
        <input type="hidden" name="seen" value={payment.refundedMinor} />
        <Input
          name="amountMinor"
          label={m.operate_amount({ currency })}
          hint={m.operate_amount_hint({ amount: most })}
          error={problem?.fields['amountMinor']}
          defaultValue={typed['amountMinor'] ?? typedAmount(keptMinor, currency)}
          inputMode="decimal"
          autoComplete="off"
          required
          maxLength={13}
          className="numerals"
        />
        <Select
          name="reason"
          label={m.operate_reason()}
          defaultValue={typed['reason'] ?? 'requested_by_customer'}
          options={Object.entries(reasons()).map(([value, label]) => ({ value, label }))}
        />
        <Textarea
          name="note"
          label={m.operate_note()}
          hint={m.operate_note_hint()}
          defaultValue={typed['note'] ?? ''}
          maxLength={1000}
        />
        <div className="flex flex-wrap items-center gap-5">
          <Button size="large">{m.operate_refund()}</Button>
          <TextLink href={`/operate/payments/${payment.id}`}>{m.operate_back()}</TextLink>
        </div>
      </form>
    </OperateSection>
  );
}
