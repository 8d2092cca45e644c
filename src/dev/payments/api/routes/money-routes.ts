import { retrieveBalance } from '../../actions/balance/record-balance.ts';
import { createTransfer, readCreateTransfer } from '../../actions/connect/transfers.ts';
import { readReverse, reverseTransfer } from '../../actions/connect/reversals.ts';
import {
  acceptDispute,
  readUpdateDispute,
  updateDispute,
} from '../../actions/disputes/disputes.ts';
import { createFile, readCreateFile } from '../../actions/disputes/files.ts';
import { cancelPayout, createPayout, readCreatePayout } from '../../actions/payouts/payouts.ts';
import { createRefund, readCreateRefund } from '../../actions/refunds/create-refund.ts';
import { missingResource } from '../errors.ts';
import { readPage } from '../lists.ts';
import { find, get, list, post, retrieve, updateMetadata, type ApiRoute } from '../route.ts';

const refundRoutes: ApiRoute[] = [
  post('/v1/refunds', (params) => {
    const input = readCreateRefund(params);
    return (op) => createRefund(op, input);
  }),
  list('/v1/refunds', 'refunds', ['charge', 'payment_intent']),
  retrieve('/v1/refunds', 'refunds', 'refund'),
  updateMetadata('/v1/refunds', 'refunds', 'refund'),
];

const transferRoutes: ApiRoute[] = [
  post('/v1/transfers', (params) => {
    const input = readCreateTransfer(params);
    return (op) => createTransfer(op, input);
  }),
  list('/v1/transfers', 'transfers', ['destination', 'transfer_group']),
  retrieve('/v1/transfers', 'transfers', 'transfer', 'transfer'),
  updateMetadata('/v1/transfers', 'transfers', 'transfer'),
  post('/v1/transfers/:id/reversals', (params, id) => {
    const input = readReverse(params);
    return (op) =>
      reverseTransfer(op, find(op.store, 'transfers', id, 'transfer', 'transfer'), input);
  }),
  get('/v1/transfers/:id/reversals', (params, id) => {
    const page = readPage(params, `/v1/transfers/${id}/reversals`);
    return ({ store }) =>
      page(find(store, 'transfers', id, 'transfer').reversals.data.toReversed());
  }),
  get('/v1/transfers/:id/reversals/:reversal', (_params, id, wanted) => ({ store }) => {
    const { reversals } = find(store, 'transfers', id, 'transfer');
    const reversal = reversals.data.find((candidate) => candidate.id === wanted);
    if (!reversal) throw missingResource('transfer_reversal', wanted);
    return reversal;
  }),
];

const payoutRoutes: ApiRoute[] = [
  post('/v1/payouts', (params) => {
    const input = readCreatePayout(params);
    return (op) => createPayout(op, input);
  }),
  list('/v1/payouts', 'payouts', ['destination', 'status']),
  retrieve('/v1/payouts', 'payouts', 'payout', 'payout'),
  updateMetadata('/v1/payouts', 'payouts', 'payout'),
  post(
    '/v1/payouts/:id/cancel',
    (_params, id) => (op) => cancelPayout(op, find(op.store, 'payouts', id, 'payout', 'payout')),
  ),
];

const disputeRoutes: ApiRoute[] = [
  list('/v1/disputes', 'disputes', ['charge', 'payment_intent']),
  retrieve('/v1/disputes', 'disputes', 'dispute'),
  post('/v1/disputes/:id', (params, id) => {
    const input = readUpdateDispute(params);
    return (op) => updateDispute(op, find(op.store, 'disputes', id, 'dispute'), input);
  }),
  post(
    '/v1/disputes/:id/close',
    (_params, id) => (op) => acceptDispute(op, find(op.store, 'disputes', id, 'dispute')),
  ),
  post('/v1/files', (params) => {
    const input = readCreateFile(params);
    return (op) => createFile(op, input);
  }),
  list('/v1/files', 'files', ['purpose']),
  retrieve('/v1/files', 'files', 'file', 'file'),
];

const transactions = '/v1/balance_transactions';

const balanceRoutes: ApiRoute[] = [
  get('/v1/balance', () => retrieveBalance),
  get(transactions, (params) => {
    const created = params.range('created');
    const payout = params.text('payout');
    const wanted = (['currency', 'source', 'type'] as const).flatMap((field) => {
      const value = params.text(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const page = readPage(params, transactions);
    return ({ store }) =>
      page(
        [...store.balanceTransactions.values()].filter(
          (item) =>
            created(item.created) &&
            wanted.every(([field, value]) => item[field] === value) &&
            (payout === undefined || store.payoutOf.get(item.id) === payout),
        ),
      );
  }),
  retrieve(transactions, 'balanceTransactions', 'balance_transaction'),
];

export const moneyRoutes: ApiRoute[] = [
  ...refundRoutes,
  ...transferRoutes,
  ...payoutRoutes,
  ...disputeRoutes,
  ...balanceRoutes,
];
