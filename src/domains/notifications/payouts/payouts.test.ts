import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onboard, passDays, transferTo } from '../../../../test/support/payouts.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { chooseMarket } from '../../markets/index.ts';
import { notificationsDomain } from '../index.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld([notificationsDomain]);
}, 120_000);
afterAll(() => world?.close());
beforeEach(() => void world.mails.splice(0));

async function newTeacher() {
  const { person } = await world.newTeacher();
  await chooseMarket(world.ctx, { personId: person.id, code: 'gb' });
  return person;
}
const mailsTo = (email: string) => world.mails.filter((mail) => mail.to === email);
const subjectsTo = (email: string) => mailsTo(email).map(({ subject }) => subject);

describe('mail about payouts (PY-02, NT-04)', () => {
  it('tells once when one can be paid, and when money is on its way', async () => {
    const { id, email } = await newTeacher();
    await onboard(world, id);
    expect(subjectsTo(email)).toEqual(['You can be paid now']);
    await transferTo(world, id, 3420);
    await passDays(world, 5);
    expect(subjectsTo(email).slice(1)).toEqual(['£34.20 is on its way to you']);
    const { text } = mailsTo(email).at(-1)!;
    expect(text).toContain('ending in 2345');
    expect(text).toMatch(/\/earnings\/payouts\/[0-9a-f-]{36}/);
    expect(text).toContain('Expected by');
  });

  it('tells when the bank sent a payout back, and what the account needs then', async () => {
    const { id, email } = await newTeacher();
    await onboard(world, id, { account: '000111111113' });
    await transferTo(world, id, 1000);
    await passDays(world, 6);
    expect(subjectsTo(email).toSorted()).toEqual([
      'You can be paid now',
      'Your payout did not arrive',
      'Your payouts need something from you',
      '£10.00 is on its way to you',
    ]);
  });

  it('names the day by which something is wanted', async () => {
    const { id, email } = await newTeacher();
    await onboard(world, id, { verdict: 'later' });
    const due = mailsTo(email).find(({ subject }) => subject.startsWith('Something is needed'));
    expect(due?.text).toMatch(/Please do it by \w+day, /);
  });
});
