import { m } from '../../../messages/messages.js';
import type { Payment } from '../../api/payments.ts';
import { formatPrice } from '../../format/prices.ts';
import { formatTime } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { LessonDrawing } from '../../ui/drawings/LessonDrawing.tsx';
import { cardName, paymentStatus, reasonText } from './payments-texts.ts';

interface PaymentListProps {
  page: { items: readonly Payment[]; nextCursor: string | null };
}

/** What was paid, newest first, each with its papers and what went back. */
export function PaymentList({ page: { items, nextCursor } }: PaymentListProps) {
  return (
    <section aria-labelledby="payments" className="grid gap-3">
      <h2 id="payments" className="text-22">
        {m.payments_list()}
      </h2>
      {items.length === 0 ? (
        <Card>
          <EmptyState drawing={<LessonDrawing />} title={m.payments_none()}>
            <ButtonLink href="/search">{m.payments_find()}</ButtonLink>
          </EmptyState>
        </Card>
      ) : (
        <ul
          id="payment-list"
          className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
        >
          {items.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      {nextCursor ? (
        <p>
          <ButtonLink
            href={`/account/payments?cursor=${encodeURIComponent(nextCursor)}`}
            tone="quiet"
            data-append="payment-list"
          >
            {m.payments_more()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const { market, timeZone } = useShell();
  const { text, tone } = paymentStatus(payment.status);
  const title =
    payment.kind === 'plus' ? m.plus_title() : (payment.description ?? m.payments_lesson());
  const day = formatTime(payment.at, 'date', timeZone, market.locale);
  return (
    <li className="grid gap-3 p-4 md:px-5">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h3 className="font-sans text-16 font-semibold tracking-normal wrap-anywhere">{title}</h3>
          <p className="numerals text-14 text-soft">
            {payment.card ? `${day} · ${cardName(payment.card)}` : day}
          </p>
        </div>
        <div className="grid shrink-0 justify-items-end gap-2">
          <span className="numerals text-18 font-semibold">
            {formatPrice(payment.amount, market.locale, true)}
          </span>
          <Badge tone={tone}>{text}</Badge>
        </div>
      </div>
      <Refunds payment={payment} />
      <Links payment={payment} title={`${title}, ${day}`} />
    </li>
  );
}

function Refunds({ payment: { refunds, reason, status } }: { payment: Payment }) {
  const { market, timeZone } = useShell();
  const day = (at: string) => formatTime(at, 'date', timeZone, market.locale);
  const why = reasonText(reason);
  if (refunds.length === 0)
    return why && status === 'released' ? <p className="text-14 text-soft">{why}</p> : null;
  return (
    <ul className="grid gap-1 text-14">
      {refunds.map(({ amount, at, arrivesBy, status: stage }) => (
        <li key={`${at} ${amount.minor}`} className="numerals text-soft">
          {stage === 'failed'
            ? m.payments_refund_failed({ amount: formatPrice(amount, market.locale, true) })
            : m.payments_refund({
                amount: formatPrice(amount, market.locale, true),
                at: day(at),
                by: day(arrivesBy),
              })}
          {why ? ` ${why}` : ''}
        </li>
      ))}
    </ul>
  );
}

function Links({ payment, title }: { payment: Payment; title: string }) {
  const { id, bookingId, hasReceipt, payUrl } = payment;
  const paper = (kind: 'receipt' | 'invoice') => `/api/v1/me/payments/${id}/${kind}.pdf`;
  if (!hasReceipt && !bookingId && !payUrl) return null;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-14">
      {payUrl ? <TextLink href={payUrl}>{m.plus_pay()}</TextLink> : null}
      {hasReceipt ? (
        <>
          <TextLink href={paper('receipt')} aria-label={m.payments_receipt_of({ title })} download>
            {m.payments_receipt()}
          </TextLink>
          <TextLink href={paper('invoice')} aria-label={m.payments_invoice_of({ title })} download>
            {m.payments_invoice()}
          </TextLink>
        </>
      ) : null}
      {bookingId ? (
        <TextLink href={`/lessons/${bookingId}`} aria-label={m.payments_see_lesson_of({ title })}>
          {m.payments_see_lesson()}
        </TextLink>
      ) : null}
    </p>
  );
}
