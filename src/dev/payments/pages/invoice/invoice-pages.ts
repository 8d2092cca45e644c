import { attemptInvoice, intentOfInvoice } from '../../actions/billing/collect-invoice.ts';
import type { Core, Operation } from '../../core.ts';
import { findTestCard } from '../../cards.ts';
import { idOf } from '../../ids.ts';
import { buildPaymentMethod } from '../../objects/payment-method.ts';
import { redirect, type WebAnswer } from '../../web/message.ts';
import type { WireInvoice } from '../../wire.ts';
import type { ShownForm } from '../checkout/card-fields.ts';
import { readCardForm } from '../checkout/card-form.ts';
import { unknownPage } from '../other-pages.ts';
import { formOf, sendPage, type Page } from '../page.ts';
import { invoicePage } from './invoice-page.ts';

interface Found {
  op: Operation;
  invoice: WireInvoice;
  action: string;
}

function show({ op, invoice, action }: Found, status: number, shown: ShownForm = {}): WebAnswer {
  const page = invoicePage({ invoice, merchantName: op.platform.name, action, shown });
  return sendPage(status, page);
}

function pay(found: Found, form: ReturnType<typeof readCardForm>): WebAnswer {
  const { op, invoice, action } = found;
  if (!form.card) return show(found, 422, form);
  const { label, decline } = findTestCard(form.card.number);
  if (label === 'Not a test card' && decline) return show(found, 402, { ...form, decline });
  const method = buildPaymentMethod(form.card, op.now);
  op.store.paymentMethods.set(method.id, method);
  const attempt = attemptInvoice(op, invoice, {
    offSession: false,
    method: method.id,
    returnUrl: `${op.baseUrl}${action}`,
  });
  if (attempt?.kind === 'declined') return show(found, 402, { ...form, decline: attempt.decline });
  if (attempt?.kind !== 'authenticate') return redirect(action);
  return redirect(intentOfInvoice(op, invoice)?.next_action?.redirect_to_url?.url ?? action);
}

/** The hosted page of an invoice, behind an address that only its customer was told. */
export function invoicePages(core: Core): Page[] {
  const path = '/c/invoice/:invoice/:token';
  const find = (id: string, token: string): Found | undefined => {
    const scope = core.scopeWith(({ invoices }) => invoices.has(id));
    const invoice = scope?.store.invoices.get(id);
    const action = `/c/invoice/${id}/${token}`;
    if (!scope || !invoice?.hosted_invoice_url?.endsWith(action)) return undefined;
    const clock = idOf(invoice.test_clock as string | null) || null;
    return { op: core.begin(scope).onClock(clock), invoice, action };
  };
  return [
    {
      method: 'GET',
      path,
      answer(_request, id = '', token = '') {
        const found = find(id, token);
        return found ? show(found, 200) : sendPage(404, unknownPage());
      },
    },
    {
      method: 'POST',
      path,
      answer(request, id = '', token = '') {
        const found = find(id, token);
        if (!found) return sendPage(404, unknownPage());
        if (found.invoice.status !== 'open') return redirect(found.action);
        const { customer_email: email } = found.invoice;
        return pay(
          found,
          readCardForm(formOf(request), email ?? '', core.begin(found.op.scope).now),
        );
      },
    },
  ];
}
