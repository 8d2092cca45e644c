import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Stripe from 'stripe';
import { finishAuthentication, paySession, type PayOutcome } from '../actions/pay-session.ts';
import type { CallContext } from '../api/call.ts';
import { readCardForm, type CardForm } from './card-form.ts';
import { checkoutPage } from './checkout-page.ts';
import { authenticationPage, closedPage, unknownPage } from './other-pages.ts';
import { styles } from './styles.ts';
import { idOf } from '../ids.ts';

type PageRequest = FastifyRequest<{ Params: { session: string } }>;

const originOf = (url: string | null) => (url === null ? '' : ` ${new URL(url).origin}`);

function successUrl(session: Stripe.Checkout.Session): string | null {
  return session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null;
}

/** Browsers hold a form's redirects to `form-action` too: the shop's own address must be in it. */
function sendPage(
  reply: FastifyReply,
  status: number,
  page: string,
  session?: Stripe.Checkout.Session,
): FastifyReply {
  const targets = session ? originOf(session.success_url) : '';
  return reply
    .code(status)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self'${targets}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    })
    .send(page);
}

/** The pages people meet at `session.url`: the card form, 3-D Secure, and what remains afterwards. */
export function registerPages(
  app: FastifyInstance,
  context: CallContext,
  merchantName: string,
): void {
  const { core } = context;

  const find = (request: PageRequest) => {
    core.runDue();
    return core.store.sessions.get(request.params.session);
  };

  const sendForm = (
    reply: FastifyReply,
    session: Stripe.Checkout.Session,
    status: number,
    shown: Partial<Pick<CardForm, 'typed' | 'errors'>> & {
      decline?: Extract<PayOutcome, { kind: 'declined' }>['decline'];
    } = {},
  ) => {
    const lineItems = core.store.sessionDetails.get(session.id)?.lineItems ?? [];
    const page = checkoutPage({ session, lineItems, merchantName, ...shown });
    return sendPage(reply, status, page, session);
  };

  const sendClosed = (reply: FastifyReply, session: Stripe.Checkout.Session) =>
    sendPage(reply, 200, closedPage(session, successUrl(session), merchantName), session);

  const sendOutcome = (
    reply: FastifyReply,
    session: Stripe.Checkout.Session,
    outcome: PayOutcome,
    form?: CardForm,
  ) => {
    switch (outcome.kind) {
      case 'paid':
        return reply.redirect(successUrl(session) ?? `/c/pay/${session.id}`, 303);
      case 'authenticate':
        return reply.redirect(`/c/pay/${session.id}/authenticate`, 303);
      case 'declined':
        return sendForm(reply, session, 402, {
          decline: outcome.decline,
          ...(form && { typed: form.typed }),
        });
    }
  };

  const waitingIntent = (session: Stripe.Checkout.Session) => {
    const intent = core.store.intents.get(idOf(session.payment_intent));
    return intent?.status === 'requires_action' ? intent : undefined;
  };

  app.get('/c/pay/:session', async (request: PageRequest, reply) => {
    const session = find(request);
    if (!session) return sendPage(reply, 404, unknownPage());
    return session.status === 'open' ? sendForm(reply, session, 200) : sendClosed(reply, session);
  });

  app.post('/c/pay/:session', async (request: PageRequest, reply) => {
    const session = find(request);
    if (!session) return sendPage(reply, 404, unknownPage());
    // The second of two submits meets a completed session: it goes where the first one went.
    if (session.status === 'complete') return sendOutcome(reply, session, { kind: 'paid' });
    if (session.status !== 'open') return sendClosed(reply, session);
    const op = core.begin();
    const text = typeof request.body === 'string' ? request.body : '';
    const form = readCardForm(new URLSearchParams(text), session.customer_email, op.now);
    if (!form.card) return sendForm(reply, session, 422, form);
    return sendOutcome(reply, session, paySession(op, session, form.card), form);
  });

  app.get('/c/pay/:session/authenticate', async (request: PageRequest, reply) => {
    const session = find(request);
    if (!session) return sendPage(reply, 404, unknownPage());
    if (session.status !== 'open') return sendClosed(reply, session);
    if (!waitingIntent(session)) return reply.redirect(`/c/pay/${session.id}`, 303);
    return sendPage(reply, 200, authenticationPage(session, merchantName), session);
  });

  app.post('/c/pay/:session/authenticate', async (request: PageRequest, reply) => {
    const session = find(request);
    if (!session) return sendPage(reply, 404, unknownPage());
    if (session.status === 'complete') return sendOutcome(reply, session, { kind: 'paid' });
    if (session.status !== 'open') return sendClosed(reply, session);
    const intent = waitingIntent(session);
    if (!intent) return reply.redirect(`/c/pay/${session.id}`, 303);
    const text = typeof request.body === 'string' ? request.body : '';
    const outcome = new URLSearchParams(text).get('outcome') === 'complete' ? 'complete' : 'fail';
    return sendOutcome(
      reply,
      session,
      finishAuthentication(core.begin(), session, intent, outcome),
    );
  });

  app.get('/assets/checkout.css', async (_request, reply) =>
    reply.header('cache-control', 'max-age=300').type('text/css; charset=utf-8').send(styles),
  );
}
