import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import { requiredUrl } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import type { AccountLink } from '../../store.ts';
import { getAccount } from './accounts.ts';

const linkSeconds = 5 * 60;
/** How long the form stays usable once the link was opened. */
const formSeconds = 60 * 60;

const linkTypes = ['account_onboarding', 'account_update'] as const;

export type CreateLinkInput = Pick<AccountLink, 'account' | 'refreshUrl' | 'returnUrl' | 'type'>;

export function readCreateLink(params: Params): CreateLinkInput {
  const type = params.oneOf('type', linkTypes);
  const options = params.object('collection_options');
  options?.oneOf('fields', ['currently_due', 'eventually_due']);
  options?.oneOf('future_requirements', ['include', 'omit']);
  params.oneOf('collect', ['currently_due', 'eventually_due']);
  if (type === undefined) {
    throw invalidRequest('Missing required param: type.', {
      code: 'parameter_missing',
      param: 'type',
    });
  }
  return {
    account: params.requiredText('account'),
    refreshUrl: requiredUrl(params, 'refresh_url'),
    returnUrl: requiredUrl(params, 'return_url'),
    type,
  };
}

/** A link to the hosted onboarding: good for five minutes and one opening. */
export function createLink(op: Operation, input: CreateLinkInput): Stripe.AccountLink {
  const account = getAccount(op, input.account);
  if (
    input.type === 'account_update' &&
    account.controller?.requirement_collection !== 'application'
  ) {
    throw invalidRequest(
      'You cannot create `account_update` type Account Links for this account.',
      {
        param: 'type',
      },
    );
  }
  const token = newId('al', 40);
  const expiresAt = op.now + linkSeconds;
  op.platform.own.store.accountLinks.set(token, { ...input, token, expiresAt, opened: false });
  return {
    object: 'account_link',
    created: op.now,
    expires_at: expiresAt,
    url: `${op.baseUrl}/c/onboarding/${token}`,
  };
}

/** The link, when it may be opened now; after that the form has an hour. */
export function openLink(op: Operation, token: string): AccountLink | undefined {
  const link = op.store.accountLinks.get(token);
  if (!link || link.opened || link.expiresAt <= op.now) return undefined;
  Object.assign(link, { opened: true, expiresAt: op.now + formSeconds });
  return link;
}

/** The link behind a form that is sent. */
export function usedLink(op: Operation, token: string): AccountLink | undefined {
  const link = op.store.accountLinks.get(token);
  return link?.opened && link.expiresAt > op.now ? link : undefined;
}
