import { onboardHostedPage } from '../../src/dev/payments/onboard-hosted-page.ts';
import { payHostedPage } from '../../src/dev/payments/pay-hosted-page.ts';
import type { Chance } from '../../src/dev/demo/random.ts';
import { sql } from '../../src/platform/db/index.ts';
import type { Teacher } from './cast.ts';
import type { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

/** Does one drawn thing, as whoever it is. */
export type Actor = (dice: Chance) => Promise<unknown>;

const cards = [
  '4242424242424242',
  '4242424242424242',
  '4242424242424242',
  '4000000000000002', // declined
  '4000002760003184', // the bank always asks
  '4000002500003155', // the bank asks unless it was saved
  '4000000000000341', // declined when nobody is there
  '4000000000000259', // disputed soon after
  '4000000000007726', // refunds are pending first
  '4000000000005126', // refunds bounce
] as const;
/** Enough notice, and on both sides of where a card is only saved. */
const hoursAhead = [4, 9, 26, 50, 100, 130] as const;
const plans = ['plus_gb_month_1', 'plus_gb_year_1'] as const;
const note = 'As agreed.';

/** Everybody who has a part in a life's money. Bookings are shared: each side finds them there. */
export function actorsOf(stage: Stage): Actor[] {
  const { learners, teachers, operator } = stage.cast;
  const bookings: Booking[] = [];
  return [
    ...learners.map((learner) => asLearner(stage, learner, bookings)),
    ...teachers.map((teacher) => asTeacher(stage, teacher, bookings)),
    asOperator(stage, new Visitor(stage, operator)),
    asBank(stage),
  ];
}

interface Booking {
  id: string;
  learner: string;
  teacher: string;
}

function asLearner(
  stage: Stage,
  learner: Stage['cast']['learners'][number],
  bookings: Booking[],
): Actor {
  const me = new Visitor(stage, learner);
  const offers = stage.cast.teachers.filter(({ market }) => market === learner.market);
  return async (dice) => {
    const mine = bookings.filter((booking) => booking.learner === learner.email);
    const things: [() => Promise<unknown>, number][] = [
      [() => book(stage, me, dice, { learner: learner.email, offers, bookings }), 6],
      [() => revisit(me, dice, mine), mine.length > 0 ? 5 : 0],
      [() => changePlus(me, dice), learner.market === 'gb' ? 2 : 0],
    ];
    await dice.weighted(things)();
  };
}

async function book(
  { clock }: Stage,
  me: Visitor,
  dice: Chance,
  { learner, offers, bookings }: { learner: string; offers: Teacher[]; bookings: Booking[] },
): Promise<void> {
  const teacher = dice.pick(offers);
  const hour = clock.now().round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const startsAt = hour.add({ hours: dice.pick(hoursAhead) + dice.between(0, 5) }).toString();
  const wish = { serviceId: teacher.serviceId, startsAt, timeZone: 'Europe/Paris' };
  const asked = await me.call('POST', '/bookings', wish);
  // Nobody knows whether it was held: asked again, the same hold is found.
  const { body } = asked.status === 0 ? await me.call('POST', '/bookings', wish) : asked;
  if (!body?.id) return;
  bookings.push({ id: body.id, learner, teacher: teacher.email });
  await pay(me, dice, body.id);
}

/** Goes to the payment page, or goes away; what comes back may be left to the provider's event. */
async function pay(me: Visitor, dice: Chance, id: string): Promise<void> {
  const page = await me.call('POST', `/bookings/${id}/checkout`);
  const { body } = page.status === 0 ? await me.call('POST', `/bookings/${id}/checkout`) : page;
  if (!body?.url || dice.maybe(0.1)) return;
  const authentication = dice.maybe(0.8) ? 'complete' : 'fail';
  const { outcome } = await payHostedPage(body.url, { card: dice.pick(cards), authentication });
  if (outcome !== 'paid' && dice.maybe(0.7)) await payHostedPage(body.url);
  if (dice.maybe(0.6)) await me.call('POST', `/bookings/${id}/payment-check`);
}

async function revisit(me: Visitor, dice: Chance, mine: Booking[]): Promise<void> {
  const { id } = dice.pick(mine);
  const { body } = await me.call('GET', `/bookings/${id}`);
  const actions = body?.actions ?? {};
  if (actions.cancel && dice.maybe(0.5)) await cancel(me, id);
  else if (actions.pay) await pay(me, dice, id);
  else if (actions.checkout) await pay(me, dice, id);
  else if (actions.release && dice.maybe(0.3)) await me.call('POST', `/bookings/${id}/release`);
  else if (actions.reportProblem && dice.maybe(0.5))
    await me.call('POST', `/bookings/${id}/problem`, {
      kind: dice.pick(['instructor_absent', 'cut_short', 'quality']),
      text: note,
    });
}

/** For the amount that was shown; sent once more when nobody answered. */
async function cancel(me: Visitor, id: string): Promise<void> {
  const { body } = await me.call('GET', `/bookings/${id}/cancellation`);
  if (!body?.refund) return;
  const wish = { expectedRefundMinor: body.refund.minor };
  const { status } = await me.call('POST', `/bookings/${id}/cancel`, wish);
  if (status === 0) await me.call('POST', `/bookings/${id}/cancel`, wish);
}

async function changePlus(me: Visitor, dice: Chance): Promise<void> {
  const { body: mine } = await me.call('GET', '/me/plus');
  if (!mine) return;
  const plan = dice.pick(plans);
  const live = ['trialing', 'active', 'cancelling'].includes(mine.subscription?.status);
  if (!live) {
    const { body } = await me.call('POST', '/me/plus', { plan });
    if (body?.url) await payHostedPage(body.url);
    await me.call('POST', '/me/plus/check');
  } else if (mine.subscription.status === 'cancelling') await me.call('POST', '/me/plus/resume');
  else if (dice.maybe(0.4)) {
    const { body } = await me.call('GET', '/me/plus/cancellation');
    const now = { when: 'now', expectedRefundMinor: body?.refund?.minor, at: body?.at };
    const later = { when: 'period_end' };
    if (body?.refund) await me.call('POST', '/me/plus/cancel', dice.maybe(0.5) ? now : later);
  } else {
    const { body } = await me.call('GET', `/me/plus/change?plan=${plan}`);
    const shown = { plan, expectedDueMinor: body?.dueNow?.minor, at: body?.at };
    if (body?.dueNow) await me.call('POST', '/me/plus/change', shown);
  }
}

function asTeacher(stage: Stage, teacher: Teacher, bookings: Booking[]): Actor {
  const me = new Visitor(stage, teacher);
  return async (dice) => {
    const { body } = await me.call('GET', '/payouts/account');
    if (body?.status !== 'enabled' && body?.status !== 'restricted') return onboard(me);
    const mine = bookings.filter((booking) => booking.teacher === teacher.email);
    if (mine.length === 0) return undefined;
    const { id } = dice.pick(mine);
    const { body: lesson } = await me.call('GET', `/bookings/${id}`);
    if (lesson?.actions.accept) return answer(me, dice, id);
    if (lesson?.actions.reportNoShow && dice.maybe(0.5))
      return me.call('POST', `/bookings/${id}/no-show`, { note });
    return lesson?.actions.cancel && dice.maybe(0.2) ? cancel(me, id) : undefined;
  };
}

/** Yes, no, or both at once: then one of them is refused. */
async function answer(me: Visitor, dice: Chance, id: string): Promise<void> {
  const accept = () => me.call('POST', `/bookings/${id}/accept`);
  const decline = () => me.call('POST', `/bookings/${id}/decline`, { note });
  await dice.pick([accept, accept, decline, () => Promise.all([accept(), decline()])])();
}

async function onboard(me: Visitor): Promise<void> {
  const { body } = await me.call('POST', '/payouts/account/onboarding');
  if (body?.url) await onboardHostedPage(body.url);
}

function asOperator(stage: Stage, me: Visitor): Actor {
  return async (dice) => {
    if (dice.maybe(0.5)) return settleProblems(me, dice);
    const { body } = await me.call('GET', '/operator/payments?limit=50');
    const taken = (body?.items ?? []).filter(
      ({ captured }: { captured: { minor: number } }) => captured.minor > 0,
    );
    if (taken.length === 0) return undefined;
    const { id, captured, refunded } = dice.pick<Payment>(taken);
    const amountMinor = dice.between(1, Math.max(1, captured.minor - refunded.minor));
    const wish = { amountMinor, expectedRefundedMinor: refunded.minor, reason: 'goodwill', note };
    // Twice at once: one of them is refused.
    return Promise.all([
      me.call('POST', `/operator/payments/${id}/refunds`, wish),
      me.call('POST', `/operator/payments/${id}/refunds`, wish),
    ]);
  };
}

interface Payment {
  id: string;
  captured: { minor: number };
  refunded: { minor: number };
}

/** Ends every problem that learners have reported, giving back nothing, something or all. */
export async function settleProblems(me: Visitor, dice: Chance): Promise<void> {
  const { body } = await me.call('GET', '/operator/lesson-problems');
  for (const { id, price } of body?.items ?? []) {
    const refundMinor = dice.pick([0, 1, Math.floor(price.minor / 3), price.minor]);
    await me.call('POST', `/operator/lesson-problems/${id}/settle`, { refundMinor, note });
  }
}

/** Payers' banks, and those who check teachers' accounts. */
function asBank({ db, decide }: Stage): Actor {
  const pick = async (dice: Chance, query: ReturnType<typeof sql<{ id: string }>>) => {
    const { rows } = await query.execute(db);
    return rows.length > 0 ? dice.pick(rows).id : undefined;
  };
  return async (dice) => {
    if (dice.maybe(0.3)) {
      const id = await pick(dice, accounts);
      if (id) await decide(`/accounts/${id}`, { state: dice.pick(['enabled', 'restricted']) });
    } else if (dice.maybe(0.5)) {
      const id = await pick(dice, taken);
      if (id) await decide(`/charges/${id}/dispute`, { inquiry: dice.maybe(0.3) });
    } else {
      const id = await pick(dice, disputes);
      if (id) await decide(`/disputes/${id}`, { outcome: dice.pick(['won', 'lost']) });
    }
  };
}

const accounts = sql<{ id: string }>`select provider_account_id as id from payments.payout_accounts
  where provider_account_id is not null order by id`;
const taken = sql<{ id: string }>`select provider_charge_id as id from payments.charges
  where captured_minor > 0 and provider_charge_id is not null order by id`;
const disputes = sql<{
  id: string;
}>`select provider_dispute_id as id from payments.disputes order by id`;
