import type { ReactNode } from 'react';
import { m } from '../../../messages/messages.js';
import type { ReconciliationCase } from '../../api/types.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { stateOf } from './codes.ts';
import { moneyText } from './money-text.ts';
import { Row } from './RowList.tsx';

const kinds = () => ({
  not_booked: m.operate_case_not_booked(),
  amount_differs: m.operate_case_amount(),
  not_at_provider: m.operate_case_not_there(),
});

/** One difference: what each side says, and what it is about. */
export function CaseRow({ found, children }: { found: ReconciliationCase; children?: ReactNode }) {
  const { market, timeZone } = useShell();
  const money = (minor: number) => moneyText(minor, found.currency, market.locale);
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  return (
    <Row
      title={kinds()[found.kind]}
      href={found.chargeId ? `/operate/payments/${found.chargeId}` : undefined}
      state={stateOf('case', found.state)}
      amount={money(found.providerMinor - found.ledgerMinor)}
      facts={[
        m.operate_case_sides({
          theirs: money(found.providerMinor),
          ours: money(found.ledgerMinor),
        }),
        found.movementType,
        found.balanceTransactionId,
        found.sourceId,
        found.sourceKey,
        at(found.openedAt),
        found.closedAt && m.operate_case_closed_at({ when: at(found.closedAt) }),
        found.note,
      ]}
    >
      {children}
    </Row>
  );
}
