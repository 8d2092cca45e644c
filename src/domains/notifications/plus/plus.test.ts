import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type PlusWorld,
  startPlusWorld,
  type Subscriber,
  watchDue,
} from '../../../../test/support/plus.ts';
import { formatMoney } from '../../../platform/money/index.ts';
import { notificationsDomain } from '../index.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld([notificationsDomain]);
});
afterAll(() => world?.close());

const mailsTo = ({ email }: Subscriber) =>
  world.mails.filter(({ to, subject }) => to === email && !subject.startsWith('New sign-in'));
const subjectsTo = (ada: Subscriber) => mailsTo(ada).map(({ subject }) => subject);

it('tells of a trial’s beginning, its end three days ahead, and of what was paid (PY-06, NT-04)', async () => {
  const ada = await world.newcomer();
  await ada.subscribe('plus_gb_month_1');
  await world.settle();
  expect(subjectsTo(ada)).toEqual(['Welcome to Etude Plus']);
  expect(mailsTo(ada)[0]!.text).toContain('£7.99 a month');
  await world.pass(ada, 11 * 24 + 1);
  expect(subjectsTo(ada).slice(1)).toEqual(['Your trial ends on December 7, 2026']);
  await world.pass(ada, 3 * 24 + 2);
  expect(subjectsTo(ada).slice(2)).toEqual(['Paid: £7.99 for Etude Plus']);
  expect(mailsTo(ada).at(-1)!.text).toMatch(/ending in 4242[\s\S]*\/account\/payments/);
});

it('tells of an end with the period, of its taking back, and of an end at once with what goes back (PY-06)', async () => {
  const ada = await world.paidSubscriber();
  const before = subjectsTo(ada).length;
  await ada.call('POST', '/plus/cancel', { when: 'period_end' });
  await world.settle();
  await ada.call('POST', '/plus/resume');
  await world.settle();
  const { refund, at } = await ada.call('GET', '/plus/cancellation');
  await ada.call('POST', '/plus/cancel', { when: 'now', expectedRefundMinor: refund.minor, at });
  await world.settle();
  expect(subjectsTo(ada).slice(before)).toEqual([
    expect.stringMatching(/^Etude Plus ends on \w+ \d+, 20\d\d$/),
    'Etude Plus goes on',
    'Etude Plus has ended',
  ]);
  const amount = formatMoney(refund, 'en-GB');
  expect(mailsTo(ada).at(-1)!.text).toContain(amount);
});

it('asks to pay after each failed try, with the address to do so, and says when Plus is off (PY-06)', async () => {
  const ada = await world.paidSubscriber();
  await ada.useFailingCard();
  const before = mailsTo(ada).length;
  await world.pass(ada, 31 * 24);
  const [first] = mailsTo(ada).slice(before);
  expect(first!.subject).toBe('Your payment for Etude Plus did not go through');
  expect(first!.text).toContain('£7.99');
  expect(first!.text).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  await world.pass(ada, 8 * 24);
  await watchDue(world);
  const subjects = subjectsTo(ada).slice(before);
  expect(subjects.filter((one) => one === first!.subject).length).toBeGreaterThan(1);
  expect(subjects).toContain('Etude Plus is on hold');
  expect(new Set(mailsTo(ada).map(({ text }) => text)).size).toBe(mailsTo(ada).length);
});
