import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCards } from '../cards.ts';
import { payHostedPage } from '../pay-hosted-page.ts';
import { automatic, lineItem, manual, startWorld, type World } from '../test-world.ts';
import { idOf } from '../ids.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const goodCard = { number: '4242 4242 4242 4242', expiry: '12 / 40', cvc: '123', name: 'Ada' };

const submit = (url: string, values: Record<string, string>) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(values) });

describe('the hosted page', () => {
  it('shows the item and the amount in its currency, and says that it is a test (PY-01)', async () => {
    const pounds = await fetch((await world.createSession()).url!).then((page) => page.text());
    expect(pounds).toContain('Test payment page – no real money moves');
    expect(pounds).toContain('Guitar lesson, 60 min');
    expect(pounds).toContain('Pay £32.00');
    expect(pounds).toContain('href="http://shop.test/back"');
    expect(pounds).not.toContain('<script');
    const session = await world.createSession({ line_items: [lineItem('jpy', 6000)] });
    const yen = await fetch(session.url!).then((page) => page.text());
    expect(yen).toContain('Pay ¥6,000');
    expect(yen).not.toContain('¥60.00');
  });

  it('may send the payer back to the shop under its content policy', async () => {
    const page = await fetch((await world.createSession()).url!);
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://shop.test",
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps what was typed except the security code, and says what is wrong beside it', async () => {
    const { url } = await world.createSession();
    const answer = await submit(url!, { ...goodCard, number: '4242424242424241', expiry: '13/30' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Please check 2 fields');
    expect(page).toContain('href="#number"');
    expect(page).toMatch(
      /id="number"[^>]*aria-invalid="true" aria-describedby="number-error number-hint"/,
    );
    expect(page).toContain('value="4242424242424241"');
    expect(page).toMatch(/id="cvc"[^>]*value=""/);
  });

  it('escapes what a shop and a payer write', async () => {
    const item = lineItem('gbp', 3200);
    item.price_data.product_data.name = '<img src=x onerror=alert(1)>';
    const { url } = await world.createSession({ line_items: [item] });
    const page = await submit(url!, { name: '"><script>alert(2)</script>' }).then((a) => a.text());
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script');
  });

  it('takes full-width digits and four-digit years', async () => {
    const { url } = await world.createSession();
    const number = '４２４２４２４２４２４２４２４２';
    expect((await submit(url!, { ...goodCard, number, expiry: '12/2040' })).status).toBe(303);
  });

  it('does not charge twice when the form is sent twice (PY-10)', async () => {
    const { id, url } = await world.createSession(automatic);
    const answers = await Promise.all([submit(url!, goodCard), submit(url!, goodCard)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]!.headers.get('location')).toBe(answers[1]!.headers.get('location'));
    const { payment_intent: intent } = await world.stripe.checkout.sessions.retrieve(id);
    const charges = await world.stripe.charges.list({ payment_intent: idOf(intent) });
    expect(charges.data).toHaveLength(1);
    const later = await fetch(url!).then((page) => page.text());
    expect(later).toContain('This payment is complete');
    expect(later).toContain(`href="http://shop.test/done?session=${id}"`);
  });

  it('answers 404 with a page for a session that does not exist', async () => {
    const answer = await fetch(`${world.emulator.url}/c/pay/cs_test_none`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no such checkout');
  });
});

describe('cards that are declined', () => {
  const declining = testCards.flatMap((card) =>
    card.decline ? [[card.number, card.decline] as const] : [],
  );

  it.each(declining)(
    '%s explains itself and leaves the page usable (PY-01)',
    async (card, decline) => {
      const { id, url } = await world.createSession(manual);
      const result = await payHostedPage(url!, { card });
      expect(result.outcome).toBe('declined');
      expect(result.message).toContain(decline.message);
      expect(result.message).toContain(decline.declineCode);
      const session = await world.stripe.checkout.sessions.retrieve(id);
      const intent = await world.stripe.paymentIntents.retrieve(idOf(session.payment_intent));
      expect(session.status).toBe('open');
      expect(intent).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: {
          type: 'card_error',
          code: decline.code,
          decline_code: decline.declineCode,
        },
      });
      expect(await payHostedPage(url!)).toMatchObject({ outcome: 'paid' });
      const paid = await world.stripe.paymentIntents.retrieve(intent.id);
      expect(paid).toMatchObject({ status: 'requires_capture', last_payment_error: null });
    },
  );

  it('a number outside the list is refused, as it could be a real card', async () => {
    const { url } = await world.createSession();
    const result = await payHostedPage(url!, { card: '4111111111111111' });
    expect(result.message).toContain('test_mode_live_card');
  });
});

describe('3-D Secure', () => {
  it.each(['4000002500003155', '4000002760003184'])(
    '%s asks, and pays when confirmed (PY-01)',
    async (card) => {
      const { intent, result } = await world.pay(manual, { card });
      expect(result).toMatchObject({ outcome: 'paid', authenticated: true });
      const charge = await world.stripe.charges.retrieve(idOf(intent.latest_charge));
      expect(charge.payment_method_details?.card?.three_d_secure?.result).toBe('authenticated');
    },
  );

  it('a failed confirmation charges nothing and lets the payer try again (PY-01)', async () => {
    const { id, url } = await world.createSession(manual);
    const card = '4000002760003184';
    const failed = await payHostedPage(url!, { card, authentication: 'fail' });
    expect(failed).toMatchObject({ outcome: 'declined', authenticated: true });
    const session = await world.stripe.checkout.sessions.retrieve(id);
    const intent = await world.stripe.paymentIntents.retrieve(idOf(session.payment_intent));
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
    expect(await payHostedPage(url!, { card })).toMatchObject({ outcome: 'paid' });
  });

  it('waits with the payment until the bank has answered', async () => {
    const { id, url } = await world.createSession(manual);
    const step = await submit(url!, { ...goodCard, number: '4000002500003155' });
    expect(step.headers.get('location')).toBe(`/c/pay/${id}/authenticate`);
    const session = await world.stripe.checkout.sessions.retrieve(id, {
      expand: ['payment_intent'],
    });
    expect(session.payment_intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url' },
    });
  });
});
