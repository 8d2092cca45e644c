import { redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { referenceText, stateOf, wordsOf } from './codes.ts';
import { moneyText } from './money-text.ts';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { Row, RowList } from './RowList.tsx';
import type { Route } from './+types/payments';

export const handle = { hydrate: false };

const statuses = [
  'created',
  'open',
  'card_saved',
  'action_needed',
  'authorised',
  'captured',
  'partly_refunded',
  'refunded',
  'voided',
  'failed',
  'unknown',
] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const q = params.get('q')?.trim().slice(0, 255) ?? '';
  const status = statuses.find((one) => one === params.get('status'));
  const cursor = params.get('cursor') ?? undefined;
  const answer = await requestOf(context).client.GET('/api/v1/operator/payments', {
    params: { query: { q: q || undefined, status, cursor } },
  });
  if (cursor && answer.response.status === 422) throw redirect('/operate/payments', 303);
  return { ...dataOrThrow(answer), q, status: status ?? '' };
}

export default function Payments({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { items, nextCursor, q, status } = loaderData;
  return (
    <OperateSection title={m.operate_tab_payments()} intro={m.operate_payments_intro()}>
      <form className="grid items-end gap-4 md:grid-cols-[minmax(0,1fr)_14rem_auto]">
        <Input
          name="q"
          type="search"
          label={m.operate_search()}
          defaultValue={q}
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
        />
        <Select
          name="status"
          label={m.operate_status()}
          defaultValue={status}
          options={[
            { value: '', label: m.operate_any() },
            ...statuses.map((value) => ({ value, label: wordsOf('payment', value) })),
          ]}
        />
        <Button>{m.operate_find()}</Button>
      </form>
      <RowList none={m.operate_none_found()}>
        {items.map((payment) => (
          <Row
            key={payment.id}
            href={`/operate/payments/${payment.id}`}
            title={referenceText(payment.reference)}
            state={stateOf('payment', payment.status)}
            amount={moneyText(payment.amount.minor, payment.amount.currency, market.locale)}
            facts={[
              formatMoment(payment.createdAt, timeZone, market.locale),
              payment.market.toUpperCase(),
              payment.refunded.minor > 0 &&
                m.operate_refunded({
                  amount: moneyText(
                    payment.refunded.minor,
                    payment.refunded.currency,
                    market.locale,
                  ),
                }),
              payment.isDisputed && m.operate_disputed(),
            ]}
          />
        ))}
      </RowList>
      <OlderLink path="/operate/payments" query={{ q, status }} cursor={nextCursor} />
    </OperateSection>
  );
}
