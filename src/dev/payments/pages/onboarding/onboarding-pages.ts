import type Stripe from 'stripe';
import { openLink, usedLink } from '../../actions/connect/account-links.ts';
import { setAccountState, stateOf } from '../../actions/connect/account-states.ts';
import { currencyOf, submitDetails } from '../../actions/connect/accounts.ts';
import { addBankAccount } from '../../actions/connect/bank-accounts.ts';
import type { Core, Operation } from '../../core.ts';
import type { AccountLink } from '../../store.ts';
import { redirect, type WebAnswer } from '../../web/message.ts';
import { unknownPage } from '../other-pages.ts';
import { formOf, sendPage, type Page } from '../page.ts';
import { readOnboardingForm, type OnboardingForm } from './onboarding-form.ts';
import { onboardingPage } from './onboarding-page.ts';

interface Visit {
  op: Operation;
  link: AccountLink;
  account: Stripe.Account;
}

const wantsDocument = (account: Stripe.Account) =>
  ['due_later', 'restricted'].includes(stateOf(account)) &&
  (account.requirements?.currently_due ?? []).some((field) => field.endsWith('.document'));

function show({ op, link, account }: Visit, status: number, form?: OnboardingForm): WebAnswer {
  const page = onboardingPage({
    action: `/c/onboarding/${link.token}`,
    merchantName: op.platform.name,
    country: account.country ?? op.platform.country,
    email: account.email,
    documentOnly: wantsDocument(account),
    ...(form && { form }),
  });
  return sendPage(status, page, link.returnUrl);
}

function submit(visit: Visit, form: OnboardingForm): WebAnswer {
  const { op, link, account } = visit;
  if (!wantsDocument(account)) {
    if (Object.keys(form.errors).length > 0) return show(visit, 422, form);
    const country = account.country ?? 'GB';
    addBankAccount(op, account, {
      ...form.bank,
      country,
      currency: account.default_currency ?? currencyOf(country),
      routingNumber: null,
      holderType: 'individual',
    });
    account.business_type ??= 'individual';
  }
  op.store.verdicts.set(account.id, form.verdict);
  if (stateOf(account) === 'not_started') submitDetails(op, account, op.now);
  else setAccountState(op, account, 'pending');
  op.store.accountLinks.delete(link.token);
  return redirect(link.returnUrl);
}

/** The hosted onboarding behind an account link. */
export function onboardingPages(core: Core): Page[] {
  const path = '/c/onboarding/:token';
  const visit = (token: string, find: typeof openLink): Visit | WebAnswer => {
    const scope = core.scopeWith(({ accountLinks }) => accountLinks.has(token));
    if (!scope) return sendPage(404, unknownPage());
    const op = core.begin(scope);
    const link = find(op, token);
    const account = op.store.accounts.get(op.store.accountLinks.get(token)!.account);
    // A link that was opened before, or too late: whoever made it makes another.
    if (!link || !account) return redirect(op.store.accountLinks.get(token)!.refreshUrl);
    return { op, link, account };
  };
  const isVisit = (found: Visit | WebAnswer): found is Visit => 'link' in found;

  return [
    {
      method: 'GET',
      path,
      answer(_request, token = '') {
        const found = visit(token, openLink);
        return isVisit(found) ? show(found, 200) : found;
      },
    },
    {
      method: 'POST',
      path,
      answer(request, token = '') {
        const found = visit(token, usedLink);
        return isVisit(found) ? submit(found, readOnboardingForm(formOf(request))) : found;
      },
    },
    {
      method: 'GET',
      path: `${path}/later`,
      answer(_request, token = '') {
        const found = visit(token, usedLink);
        return isVisit(found) ? redirect(found.link.returnUrl) : found;
      },
    },
  ];
}
