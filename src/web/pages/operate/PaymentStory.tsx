import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { PaymentStory as Story } from '../../api/types.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { stateOf, wordsOf } from './codes.ts';
import { moneyText } from './money-text.ts';
import { Postings } from './Postings.tsx';
import { Row, RowList } from './RowList.tsx';

/** Everything that happened to a payment, a list for each kind of thing. */
export function PaymentStory({ story }: { story: Story }) {
  const { market, timeZone } = useShell();
  const { currency } = story.payment;
  const at = (instant: string | null) => instant && formatMoment(instant, timeZone, market.locale);
  const amount = (minor: number) => moneyText(minor, currency, market.locale);
  return (
    <>
      <Part title={m.operate_part_states()} rows={story.transitions}>
        {(one, key) => (
          <Row
            key={key}
            title={m.operate_from_to({
              kind: wordsOf('subject', one.kind),
              from: wordsOf(stateKind(one.kind), one.from),
              to: wordsOf(stateKind(one.kind), one.to),
            })}
            facts={[at(one.at), causeText(one.cause)]}
          />
        )}
      </Part>
      <Part title={m.operate_part_disputes()} rows={story.disputes}>
        {(one) => (
          <Row
            key={one.id}
            title={one.providerId}
            href={`/operate/payments/disputes/${one.id}`}
            state={stateOf('dispute', one.status)}
            amount={one.amountMinor === null ? undefined : amount(one.amountMinor)}
            facts={[
              one.reason && wordsOf('why', one.reason),
              one.dueAt && m.operate_due({ when: at(one.dueAt) ?? '' }),
            ]}
          />
        )}
      </Part>
      <Part title={m.operate_part_operator_refunds()} rows={story.operatorRefunds}>
        {(one) => (
          <Row
            key={one.id}
            title={wordsOf('why', one.reason)}
            amount={amount(one.amountMinor)}
            facts={[one.note, at(one.createdAt), one.operatorId]}
          />
        )}
      </Part>
      <Part title={m.operate_part_refunds()} rows={story.refunds}>
        {(one) => (
          <Row
            key={one.id}
            title={one.id}
            state={stateOf('refund', one.status)}
            amount={amount(one.amountMinor)}
            facts={[at(one.createdAt)]}
          />
        )}
      </Part>
      <Part title={m.operate_part_transfers()} rows={story.transfers}>
        {(one) => (
          <Row
            key={one.id}
            title={one.providerId ?? one.id}
            state={stateOf('transfer', one.status)}
            amount={one.amountMinor > 0 ? amount(one.amountMinor) : undefined}
            facts={[
              one.sentAt ? at(one.sentAt) : m.operate_due({ when: at(one.dueAt) ?? '' }),
              one.blockedReason && wordsOf('why', one.blockedReason),
              one.reversedMinor > 0 && m.operate_reversed({ amount: amount(one.reversedMinor) }),
              one.owedMinor > 0 && m.operate_owed({ amount: amount(one.owedMinor) }),
            ]}
          />
        )}
      </Part>
      <Part title={m.operate_part_holds()} rows={story.holds}>
        {(one) => (
          <Row
            key={one.reason}
            {...holdLink(one.reason, story)}
            facts={[
              at(one.placedAt),
              one.liftedAt && m.operate_lifted({ when: at(one.liftedAt) ?? '' }),
            ]}
          />
        )}
      </Part>
      <Part title={m.operate_part_postings()} rows={story.postings}>
        {(one) => (
          <Row
            key={one.id}
            title={wordsOf('posting', one.kind)}
            facts={[at(one.postedAt), one.sourceKey]}
          >
            <Postings lines={one.lines} />
          </Row>
        )}
      </Part>
      <Part title={m.operate_part_calls()} rows={story.calls}>
        {(one) => (
          <Row
            key={one.id}
            title={m.operate_wants({
              kind: wordsOf('subject', one.kind),
              operation: wordsOf('asks', one.operation),
            })}
            state={stateOf('call', one.status)}
            facts={[
              at(one.createdAt),
              one.key,
              one.objectId,
              one.requestId,
              one.errorCode,
              one.errorMessage,
            ]}
          />
        )}
      </Part>
      <Part title={m.operate_part_events()} rows={story.events}>
        {(one) => (
          <Row
            key={one.id}
            title={one.type}
            href={`/operate/payments/events/${one.id}`}
            state={stateOf('event', one.status)}
            facts={[at(one.receivedAt), one.id, one.note]}
          />
        )}
      </Part>
    </>
  );
}

const stateKind = (kind: Story['transitions'][number]['kind']) =>
  kind === 'charge' ? 'payment' : kind;

/** What moved it: a look after a call of ours or an event of the provider, else what our log says. */
function causeText(cause: string): string {
  const [what, name] = cause.split(/:(.*)/);
  if (what === 'call' && name) return m.operate_after_call({ operation: wordsOf('asks', name) });
  return what === 'event' && name ? m.operate_after_event({ type: name }) : cause;
}

/** A hold is named by what it waits for: "complaint:ID of ours", "dispute:ID of the provider". */
function holdLink(reason: string, { disputes }: Story): { title: string; href?: string } {
  const [what, id = ''] = reason.split(':');
  if (what === 'complaint')
    return { title: m.operate_hold_complaint(), href: `/operate/payments/problems/${id}` };
  const dispute = disputes.find(({ providerId }) => providerId === id);
  return {
    title: m.operate_hold_dispute({ id }),
    ...(dispute && { href: `/operate/payments/disputes/${dispute.id}` }),
  };
}

function Part<T>({
  title,
  rows,
  children,
}: {
  title: string;
  rows: readonly T[];
  children: (row: T, key: number) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-22">{title}</h2>
      <RowList>{rows.map(children)}</RowList>
    </section>
  );
}
