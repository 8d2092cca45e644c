import { formatAmount } from '../../money.ts';
import type { WireInvoice } from '../../wire.ts';
import {
  isRefused,
  renderCardForm,
  renderTestCards,
  type ShownForm,
} from '../checkout/card-fields.ts';
import { html, type Html } from '../html.ts';
import { layout } from '../layout.ts';
import { dayOf } from '../onboarding/express-page.ts';

interface InvoicePage {
  invoice: WireInvoice;
  merchantName: string;
  action: string;
  shown: ShownForm;
}

const states: Record<string, string> = {
  draft: 'Draft',
  open: 'To be paid',
  paid: 'Paid',
  uncollectible: 'Written off',
  void: 'Void',
};

const daysOf = ({ start, end }: { start: number; end: number }) =>
  start === end ? dayOf(start) : `${dayOf(start)} – ${dayOf(end)}`;

function renderLines({
  lines,
  currency,
  total,
  starting_balance: before,
  ...invoice
}: WireInvoice): Html {
  const rows = lines.data.map(
    (line) =>
      html`<li>
        <span>${line.description ?? ''}<small>${daysOf(line.period)}</small></span>
        <span>${formatAmount(line.amount, currency)}</span>
      </li>`,
  );
  const credit = invoice.amount_due - total;
  return html`<ul class="lines">
    ${rows}
    <li><span>Total</span><span>${formatAmount(total, currency)}</span></li>
    ${before !== 0 && credit !== 0 && html`<li><span>Balance from before</span><span>${formatAmount(credit, currency)}</span></li>`}
  </ul>`;
}

/** An invoice as its customer sees it; an open one can be paid here. */
export function invoicePage({ invoice, merchantName, action, shown }: InvoicePage): string {
  const amount = formatAmount(invoice.amount_due, invoice.currency);
  const open = invoice.status === 'open' && invoice.amount_due > 0;
  return layout({
    title: `${isRefused(shown) ? 'Not paid yet: ' : ''}Invoice ${invoice.number ?? ''} from ${merchantName}`,
    wide: open,
    body: html`<section class="order" aria-labelledby="order">
        <h1 id="order">Invoice ${invoice.number ?? ''} from ${merchantName}</h1>
        <p class="total">${amount} <small>${states[invoice.status ?? ''] ?? ''}</small></p>
        <dl class="given">
          <dt>For</dt>
          <dd>
            ${invoice.customer_name ?? invoice.customer_email ?? (invoice.customer as string)}
          </dd>
          <dt>Date</dt>
          <dd>${dayOf(invoice.effective_at ?? invoice.created)}</dd>
          ${
            invoice.due_date !== null &&
            html`<dt>Due</dt>
              <dd>${dayOf(invoice.due_date)}</dd>`
          }
        </dl>
        ${renderLines(invoice)}
      </section>
      ${
        open &&
        html`<div>
          ${renderCardForm({
            action,
            heading: 'Pay by card',
            button: `Pay ${amount}`,
            nothing: 'Nothing was charged.',
            after: 'This is a test. No real card is charged.',
            email: invoice.customer_email ?? '',
            shown,
          })}
          ${renderTestCards()}
        </div>`
      }`,
  });
}
