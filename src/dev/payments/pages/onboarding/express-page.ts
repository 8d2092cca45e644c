import { stateOf } from '../../actions/connect/account-states.ts';
import type { Core } from '../../core.ts';
import { formatAmount } from '../../money.ts';
import type { Scope } from '../../platform.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { unknownPage } from '../other-pages.ts';
import { sendPage, type Page } from '../page.ts';

const words = {
  due_later: 'Working; a document is wanted soon',
  enabled: 'Working',
  not_started: 'Not started',
  pending: 'Being checked',
  rejected: 'Rejected',
  restricted: 'Restricted',
};

const payoutWords: Record<string, string> = {
  canceled: 'Called back',
  failed: 'Came back from the bank',
  in_transit: 'On its way',
  paid: 'Arrived',
  pending: 'Being prepared',
};

export const dayOf = (seconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO('UTC')
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

function renderPayouts({ store }: Scope): Html {
  const payouts = [...store.payouts.values()].toReversed().slice(0, 20);
  if (payouts.length === 0) return html`<p class="lead">There are no payouts yet.</p>`;
  return html`<ul class="lines">
    ${payouts.map(
      (payout) =>
        html`<li>
          <span
            >${payoutWords[payout.status] ?? payout.status}<small
              >${dayOf(payout.arrival_date)}</small
            ></span
          >
          <span>${formatAmount(payout.amount, payout.currency)}</span>
        </li>`,
    )}
  </ul>`;
}

/** What a login link leads to: balance and payouts of one account. */
export function expressPages(core: Core): Page[] {
  return [
    {
      method: 'GET',
      path: '/c/express/:account/:secret',
      answer(_request, id = '') {
        const platform = core.platforms.find(({ connected }) => connected.has(id));
        const account = platform?.own.store.accounts.get(id);
        const scope = platform?.connected.get(id);
        if (!account || !scope) return sendPage(404, unknownPage());
        const balances = [...scope.store.balances].map(
          ([currency, { available, pending }]) =>
            html`<li>
              <span>Available<small>${formatAmount(pending, currency)} on the way</small></span>
              <span>${formatAmount(available, currency)}</span>
            </li>`,
        );
        return sendPage(
          200,
          layout({
            title: 'Your payouts',
            body: html`<div class="panel">
              <h1>${words[stateOf(account)]}</h1>
              <p class="lead">${account.email ?? id}</p>
              <h2>Balance</h2>
              ${
                balances.length > 0
                  ? html`<ul class="lines">
                      ${balances}
                    </ul>`
                  : html`<p class="lead">Nothing yet.</p>`
              }
              <h2 class="next">Payouts</h2>
              ${renderPayouts(scope)}
            </div>`,
          }),
        );
      },
    },
  ];
}
