import { payInvoice } from '../../actions/billing/collect-invoice.ts';
import { finaliseInvoice } from '../../actions/billing/finalise-invoice.ts';
import {
  closeInvoice,
  createInvoice,
  createInvoiceItem,
  readCreateInvoice,
  readCreateInvoiceItem,
} from '../../actions/billing/manual-invoices.ts';
import { previewInvoice, readPreview } from '../../actions/billing/preview-invoice.ts';
import { getInvoice } from '../../actions/find.ts';
import type { Operation } from '../../core.ts';
import type { WireInvoice } from '../../wire.ts';
import { invalidRequest } from '../errors.ts';
import { readPage } from '../lists.ts';
import {
  find,
  get,
  list,
  post,
  remove,
  retrieve,
  updateMetadata,
  type ApiRoute,
} from '../route.ts';
import { search } from '../search.ts';

const base = '/v1/invoices';

/** By the customer's own time. */
const clocked = (op: Operation, { test_clock: clock }: WireInvoice) =>
  op.onClock(clock as string | null);

const subscriptionOf = ({ parent }: WireInvoice) => parent?.subscription_details?.subscription;

export const invoiceRoutes: ApiRoute[] = [
  post(`${base}/create_preview`, (params) => {
    const input = readPreview(params);
    return (op) => previewInvoice(op, input);
  }),
  post(base, (params) => {
    const input = readCreateInvoice(params);
    return (op) => createInvoice(op, input);
  }),
  get(base, (params) => {
    const created = params.range('created');
    const subscription = params.text('subscription');
    const wanted = (['collection_method', 'customer', 'status'] as const).flatMap((field) => {
      const value = params.text(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const page = readPage(params, base);
    return ({ store }) =>
      page(
        [...store.invoices.values()].filter(
          (invoice) =>
            created(invoice.created) &&
            wanted.every(([field, value]) => invoice[field] === value) &&
            (subscription === undefined || subscriptionOf(invoice) === subscription),
        ),
      );
  }),
  search(base, 'invoices'),
  get(
    `${base}/:id`,
    (_params, id) =>
      ({ store }) =>
        getInvoice(store, id),
  ),
  updateMetadata(base, 'invoices', 'invoice'),
  remove(`${base}/:id`, (_params, id) => ({ store }) => {
    const invoice = getInvoice(store, id);
    if (invoice.status !== 'draft' || subscriptionOf(invoice)) {
      throw invalidRequest('Only a draft that belongs to no subscription can be deleted.', {
        code: 'invoice_not_editable',
      });
    }
    store.invoices.delete(id);
    for (const item of store.invoiceItems.values()) if (item.invoice === id) item.invoice = null;
    return { id, object: 'invoice', deleted: true };
  }),
  get(`${base}/:id/lines`, (params, id) => {
    const page = readPage(params, `${base}/${id}/lines`);
    return ({ store }) => page(getInvoice(store, id).lines.data.toReversed());
  }),
  post(`${base}/:id/finalize`, (params, id) => {
    const autoAdvance = params.flag('auto_advance');
    return (op) => {
      const invoice = getInvoice(op.store, id);
      if (autoAdvance !== undefined) invoice.auto_advance = autoAdvance;
      return finaliseInvoice(clocked(op, invoice), invoice);
    };
  }),
  post(`${base}/:id/pay`, (params, id) => {
    const input = {
      method: params.text('payment_method'),
      offSession: params.flag('off_session') ?? true,
    };
    return (op) => {
      const invoice = getInvoice(op.store, id);
      const own = clocked(op, invoice);
      if (invoice.status === 'draft') finaliseInvoice(own, invoice);
      return invoice.status === 'paid' ? invoice : payInvoice(own, invoice, input);
    };
  }),
  post(`${base}/:id/send`, (_params, id) => (op) => {
    const invoice = getInvoice(op.store, id);
    const own = clocked(op, invoice);
    if (invoice.status === 'draft') finaliseInvoice(own, invoice);
    own.publish('invoice.sent', invoice);
    return invoice;
  }),
  post(`${base}/:id/void`, (_params, id) => (op) => closeInvoice(op, id, 'void')),
  post(
    `${base}/:id/mark_uncollectible`,
    (_params, id) => (op) => closeInvoice(op, id, 'uncollectible'),
  ),
  post('/v1/invoiceitems', (params) => {
    const input = readCreateInvoiceItem(params);
    return (op) => createInvoiceItem(op, input);
  }),
  get('/v1/invoiceitems', (params) => {
    const customer = params.text('customer');
    const invoice = params.text('invoice');
    const pending = params.flag('pending') ?? false;
    const page = readPage(params, '/v1/invoiceitems');
    return ({ store }) =>
      page(
        [...store.invoiceItems.values()].filter(
          (item) =>
            (customer === undefined || item.customer === customer) &&
            (invoice === undefined || item.invoice === invoice) &&
            (!pending || item.invoice === null),
        ),
      );
  }),
  retrieve('/v1/invoiceitems', 'invoiceItems', 'invoiceitem', 'invoiceitem'),
  remove('/v1/invoiceitems/:id', (_params, id) => (op) => {
    const item = find(op.store, 'invoiceItems', id, 'invoiceitem');
    if (item.invoice !== null) {
      throw invalidRequest('This item stands on an invoice already.', {
        code: 'invoice_not_editable',
      });
    }
    op.store.invoiceItems.delete(id);
    op.publish('invoiceitem.deleted', item);
    return { id, object: 'invoiceitem', deleted: true };
  }),
  list('/v1/invoice_payments', 'invoicePayments', ['invoice', 'status']),
  retrieve('/v1/invoice_payments', 'invoicePayments', 'invoice_payment'),
];
