import { onboardHostedPage } from '../../src/dev/payments/onboard-hosted-page.ts';
import { newId, sql } from '../../src/platform/db/index.ts';
import type { Ask, Cast } from './access-cast.ts';

/** The teacher's own; the learner is the other party. */
async function ofTheTeacher(cast: Cast) {
  return { owner: await cast.teacher(), other: await cast.learner() };
}

export const payoutsRequests = {
  teachersMonth: async (cast) => ({ ...(await ofTheTeacher(cast)), params: { month: '2026-11' } }),
  teachersDashboard: async (cast) => {
    const { owner, other } = await ofTheTeacher(cast);
    const { url } = (await cast.send(owner, '/payouts/account/onboarding')).json();
    await onboardHostedPage(url);
    await cast.send(owner, '/payouts/account/check');
    return { owner, other };
  },
  teachersPayout: async (cast) => {
    const { owner, other } = await ofTheTeacher(cast);
    return { owner, other, params: { payoutId: await payoutOf(cast, owner.personId) } };
  },
} satisfies Record<string, Ask>;

async function payoutOf({ world }: Cast, personId: string): Promise<string> {
  const [accountId, payoutId] = [newId(world.clock), newId(world.clock)];
  const now = world.clock.now().toString();
  await sql`insert into payments.payout_accounts
      (id, person_id, platform, country, status, provider_account_id, created_at, updated_at)
    values (${accountId}, ${personId}, 'main', 'GB', 'pending', ${`acct_${accountId}`}, ${now}, ${now})`.execute(
    world.ctx.db,
  );
  await sql`insert into payments.payouts
      (id, payout_account_id, person_id, platform, provider_payout_id, status, currency, amount_minor,
        automatic, provider_created_at, arrives_at, lines_read_at, created_at, updated_at)
    values (${payoutId}, ${accountId}, ${personId}, 'main', ${`po_${payoutId}`}, 'paid', 'GBP', 3420,
      true, ${now}, ${now}, ${now}, ${now}, ${now})`.execute(world.ctx.db);
  return payoutId;
}
