import type { Ask, Cast } from './access-cast.ts';

/** The requests for cards, Etude Plus and what one has paid. */
export const plusRequests = {
  lessonsPayment: async (cast) => {
    const held = await cast.send(await cast.learner(), '/bookings', await wish(cast));
    const { id } = held.json();
    const { url } = (await cast.send(await cast.learner(), `/bookings/${id}/checkout`)).json();
    await cast.world.pay(url);
    await cast.send(await cast.learner(), `/bookings/${id}/payment-check`);
    return { params: { id: await newestPayment(cast) } };
  },
  plusPayment: async (cast) => {
    await subscribe(cast);
    await end(cast);
    await subscribe(cast);
    return { params: { id: await newestPayment(cast) } };
  },
  learnersCard: async (cast) => {
    const learner = await cast.learner();
    await cast.world.pay((await cast.send(learner, '/me/cards')).json().url);
    const { items } = (await cast.send(learner, '/me/cards/check')).json();
    return { params: { id: items[0].id } };
  },
  marketsPlans: async () => ({ query: 'market=gb' }),
  newPlus: async () => ({ body: { plan: 'plus_gb_month_1' } }),
  learnersPlus: async (cast) => {
    await subscribe(cast);
    return {};
  },
  otherPlan: async (cast) => {
    await subscribe(cast);
    return { query: 'plan=plus_gb_year_1' };
  },
  changeOfPlan: async (cast) => {
    await subscribe(cast);
    const at = cast.world.clock.now().toString();
    return { body: { plan: 'plus_gb_year_1', expectedDueMinor: 0, at } };
  },
  endOfPlus: async (cast) => {
    await subscribe(cast);
    return { body: { when: 'period_end' } };
  },
  endingPlus: async (cast) => {
    await subscribe(cast);
    await cast.send(await cast.learner(), '/me/plus/cancel', { when: 'period_end' });
    return {};
  },
} satisfies Record<string, Ask>;

async function subscribe(cast: Cast): Promise<void> {
  const learner = await cast.learner();
  const { url } = (await cast.send(learner, '/me/plus', { plan: 'plus_gb_month_1' })).json();
  await cast.world.pay(url);
  await cast.send(learner, '/me/plus/check');
}

async function end(cast: Cast): Promise<void> {
  const learner = await cast.learner();
  const quote = await cast.send(learner, '/me/plus/cancellation', undefined, 'GET');
  const { at, refund } = quote.json();
  const body = { when: 'now', expectedRefundMinor: refund.minor, at };
  await cast.send(learner, '/me/plus/cancel', body);
}

async function newestPayment(cast: Cast): Promise<string> {
  const answer = await cast.send(await cast.learner(), '/me/payments', undefined, 'GET');
  return answer.json().items[0].id;
}

async function wish(cast: Cast): Promise<object> {
  const { profile } = await cast.teacher();
  return {
    serviceId: profile.serviceId,
    startsAt: cast.nextHour().toString(),
    timeZone: 'Europe/London',
  };
}
