import type Stripe from 'stripe';
import { finishSetup } from '../../actions/cards/setup-intents.ts';
import { finishIntent } from '../../actions/payments/confirm-payment-intent.ts';
import type { Core, Operation } from '../../core.ts';
import { formatAmount } from '../../money.ts';
import { redirect, type WebAnswer } from '../../web/message.ts';
import { messagePage, unknownPage } from '../other-pages.ts';
import { formOf, sendPage, type Page } from '../page.ts';
import { authenticationPage } from './authentication-page.ts';

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

interface Waiting {
  op: Operation;
  intent: Intent;
  returnUrl: string | null;
}

/** Where the payer goes back to, with what the provider adds to the address. */
function returnTo(returnUrl: string, { id, object, client_secret: secret }: Intent, done: boolean) {
  const url = new URL(returnUrl);
  url.searchParams.set(object, id);
  url.searchParams.set(`${object}_client_secret`, secret ?? '');
  url.searchParams.set('redirect_status', done ? 'succeeded' : 'failed');
  return url.href;
}

/** The bank's page for payments and saved cards that were begun through the API. */
export function authenticationPages(core: Core): Page[] {
  const path = '/c/authenticate/:intent/:secret';

  const find = (id: string, secret: string): Waiting | undefined => {
    const scope = core.scopeWith(
      ({ intents, setupIntents }) => intents.has(id) || setupIntents.has(id),
    );
    const intent = scope?.store.intents.get(id) ?? scope?.store.setupIntents.get(id);
    if (!scope || !intent || intent.client_secret !== `${id}_secret_${secret}`) return undefined;
    const returnUrl = intent.next_action?.redirect_to_url?.return_url ?? null;
    return { op: core.begin(scope), intent, returnUrl };
  };

  const over = ({ intent }: Waiting): WebAnswer => {
    const done = ['requires_capture', 'succeeded'].includes(intent.status);
    return sendPage(
      200,
      messagePage(
        done ? 'It is done' : 'There is nothing to confirm',
        done
          ? 'You can close this page.'
          : 'This payment is not waiting for your bank. Go back to where you came from.',
      ),
    );
  };

  const answer = (waiting: Waiting, outcome: 'complete' | 'fail'): WebAnswer => {
    const { op, intent, returnUrl } = waiting;
    const result =
      intent.object === 'setup_intent'
        ? finishSetup(op, intent, outcome)
        : finishIntent(op, intent, outcome);
    const done = result.kind !== 'declined';
    if (returnUrl !== null) return redirect(returnTo(returnUrl, intent, done));
    return sendPage(
      done ? 200 : 402,
      messagePage(
        done ? 'Thank you' : 'Your bank did not confirm it',
        done ? 'You can close this page.' : 'Nothing was charged. Please try again.',
      ),
    );
  };

  return [
    {
      method: 'GET',
      path,
      answer(_request, id = '', secret = '') {
        const waiting = find(id, secret);
        if (!waiting) return sendPage(404, unknownPage());
        const { intent, op, returnUrl } = waiting;
        if (intent.status !== 'requires_action') return over(waiting);
        const what =
          intent.object === 'setup_intent'
            ? 'that your card may be kept'
            : `the payment of ${formatAmount(intent.amount, intent.currency)}`;
        const action = `/c/authenticate/${id}/${secret}`;
        const page = authenticationPage({ action, what, merchantName: op.platform.name });
        return sendPage(200, page, returnUrl);
      },
    },
    {
      method: 'POST',
      path,
      answer(request, id = '', secret = '') {
        const waiting = find(id, secret);
        if (!waiting) return sendPage(404, unknownPage());
        if (waiting.intent.status !== 'requires_action') return over(waiting);
        return answer(waiting, formOf(request).get('outcome') === 'complete' ? 'complete' : 'fail');
      },
    },
  ];
}
