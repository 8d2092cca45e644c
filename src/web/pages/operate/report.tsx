import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { formatMoment } from '../../format/spans.ts';
import { useShell } from '../../shell/use-shell.ts';
import { CaseRow } from './CaseRow.tsx';
import { wordsOf } from './codes.ts';
import { Facts } from './Facts.tsx';
import { moneyText } from './money-text.ts';
import { OlderLink } from './OlderLink.tsx';
import { OperateSection } from './OperateSection.tsx';
import { RowList } from './RowList.tsx';
import type { Route } from './+types/report';

export const handle = { hydrate: false };

export async function loader({ params, context }: Route.LoaderArgs) {
  const { client } = requestOf(context);
  const report = dataOrThrow(
    await client.GET('/api/v1/operator/reconciliations/{id}', {
      params: { path: { id: params.id } },
    }),
  );
  const cases = dataOrThrow(
    await client.GET('/api/v1/operator/reconciliation-cases', {
      params: { query: { state: 'open', reconciliationId: params.id } },
    }),
  );
  return { report, cases };
}

export default function Report({ loaderData }: Route.ComponentProps) {
  const { market, timeZone } = useShell();
  const { report, cases } = loaderData;
  const at = (instant: string) => formatMoment(instant, timeZone, market.locale);
  const money = (minor: number, currency: string) => moneyText(minor, currency, market.locale);
  return (
    <OperateSection title={m.operate_report_title({ when: at(report.startedAt) })}>
      <Facts
        facts={[
          [m.operate_status(), wordsOf('run', report.status)],
          [m.operate_fact_platform(), report.platform],
          [m.operate_fact_span(), `${at(report.from)} – ${at(report.until)}`],
          [m.operate_fact_movements(), report.movements],
          [m.operate_fact_opened_cases(), report.opened],
          [m.operate_fact_closed_cases(), report.closed],
          [m.operate_fact_error(), report.error],
        ]}
      />
      {report.totals.map(({ currency, providerMinor, ledgerMinor }) => (
        <section key={currency} className="grid gap-3">
          <h2 className="text-22">{currency}</h2>
          <Facts
            facts={[
              [m.operate_fact_theirs(), money(providerMinor, currency)],
              [m.operate_fact_ours(), money(ledgerMinor, currency)],
              [m.operate_fact_difference(), money(providerMinor - ledgerMinor, currency)],
            ]}
          />
        </section>
      ))}
      {cases.items.length > 0 ? (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <h2 className="text-22">{m.operate_open_cases()}</h2>
          <RowList>
            {cases.items.map((found) => (
              <CaseRow key={found.id} found={found} />
            ))}
          </RowList>
        </section>
      ) : null}
      <OlderLink path="/operate/payments/cases" cursor={cases.nextCursor} />
    </OperateSection>
  );
}
