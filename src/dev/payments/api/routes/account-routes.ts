import { createLink, readCreateLink } from '../../actions/connect/account-links.ts';
import { setAccountState } from '../../actions/connect/account-states.ts';
import {
  capabilityOf,
  createAccount,
  deleteAccount,
  getAccount,
  ownAccount,
  readAccount,
  updateAccount,
} from '../../actions/connect/accounts.ts';
import {
  readBank,
  removeBankAccount,
  replaceBankAccount,
} from '../../actions/connect/bank-accounts.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { invalidRequest, missingResource } from '../errors.ts';
import { readPage } from '../lists.ts';
import { get, list, post, remove, type ApiRoute } from '../route.ts';

const base = '/v1/accounts';

const bankRoutes: ApiRoute[] = [
  get(`${base}/:id/external_accounts`, (params, id) => {
    params.oneOf('object', ['bank_account', 'card']);
    const page = readPage(params, `${base}/${id}/external_accounts`);
    return (op) => page(getAccount(op, id).external_accounts?.data.toReversed() ?? []);
  }),
  post(`${base}/:id/external_accounts`, (params, id) => {
    const bank = readBank(params);
    params.flag('default_for_currency');
    if (!bank) {
      throw invalidRequest('Missing required param: external_account.', {
        code: 'parameter_missing',
        param: 'external_account',
      });
    }
    return (op) => replaceBankAccount(op, getAccount(op, id), bank);
  }),
  get(`${base}/:id/external_accounts/:bank`, (_params, id, wanted) => (op) => {
    const bank = getAccount(op, id).external_accounts?.data.find((item) => item.id === wanted);
    if (!bank) throw missingResource('external account', wanted);
    return bank;
  }),
  remove(
    `${base}/:id/external_accounts/:bank`,
    (_params, id, wanted) => (op) => removeBankAccount(op, getAccount(op, id), wanted),
  ),
];

/** The account of the key itself, or the connected one that the call is made for. */
const current = (op: Operation) =>
  op.scope === op.platform.own ? ownAccount(op) : getAccount(op, op.scope.account);

export const accountRoutes: ApiRoute[] = [
  get('/v1/account', () => current),
  post(base, (params) => {
    const input = readAccount(params);
    return (op) => createAccount(op, input);
  }),
  list(base, 'accounts', []),
  get(
    `${base}/:id`,
    (_params, id) => (op) => (id === op.platform.id ? ownAccount(op) : getAccount(op, id)),
  ),
  post(`${base}/:id`, (params, id) => {
    const input = readAccount(params);
    return (op) => updateAccount(op, id, input);
  }),
  remove(`${base}/:id`, (_params, id) => (op) => deleteAccount(op, id)),
  post(`${base}/:id/reject`, (params, id) => {
    params.oneOf('reason', ['fraud', 'other', 'terms_of_service']);
    return (op) => {
      const account = getAccount(op, id);
      setAccountState(op, account, 'rejected');
      return account;
    };
  }),
  post(`${base}/:id/login_links`, (_params, id) => (op) => {
    const account = getAccount(op, id);
    if (!account.details_submitted) {
      throw invalidRequest(
        'Cannot create a login link for an account that has not completed onboarding.',
      );
    }
    return {
      object: 'login_link',
      created: op.now,
      url: `${op.baseUrl}/c/express/${id}/${newId('x', 16)}`,
    };
  }),
  get(`${base}/:id/capabilities`, (params, id) => {
    const page = readPage(params, `${base}/${id}/capabilities`);
    return (op) => {
      const account = getAccount(op, id);
      return page(
        Object.keys(account.capabilities ?? {}).map((name) => capabilityOf(account, name)),
      );
    };
  }),
  get(
    `${base}/:id/capabilities/:name`,
    (_params, id, name) => (op) => capabilityOf(getAccount(op, id), name),
  ),
  ...bankRoutes,
  post('/v1/account_links', (params) => {
    const input = readCreateLink(params);
    return (op) => createLink(op, input);
  }),
];
