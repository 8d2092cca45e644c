import { expect } from 'vitest';
import { captureCharge } from '../../../src/domains/payments/index.ts';
import { atProvider } from '../../support/payments.ts';
import type { Teacher } from '../../support/scheduling.ts';
import { expectAccessible, journeySteps, readText } from '../support/browser.ts';
import type { Guest, PaymentsStage } from '../support/payments-stage.ts';

interface Window {
  name: string;
  /** How far ahead the lesson is booked: over four days, a card is saved. */
  days: number;
  /** What happens to the money before it is cancelled. */
  before?: (chargeId: string) => Promise<unknown>;
  hoursAhead: number;
  /** What is said before the click. */
  said: string[];
  button: string;
  /** What is said after it. */
  after: string;
  /** What the provider has in the end. */
  taken: number;
  refunded?: number[];
}

/** One lesson for each window of the policy; its price has an odd penny, which stays with the teacher. */
export async function cancelInEveryWindow(stage: PaymentsStage): Promise<void> {
  const step = journeySteps('cancelling');
  const { world } = stage;
  const learner = await stage.visitAs(['learner']);
  const teacher = await world.newTeacher({ services: [{ priceMinor: 3801 }] });
  const capture = (chargeId: string) => captureCharge(world.ctx, chargeId);
  const windows: Window[] = [
    {
      name: 'a card was saved, nothing taken',
      days: 10,
      hoursAhead: 100,
      said: ['You pay £0.00', 'Nothing was taken from it, and nothing will be.'],
      button: 'Cancel and pay nothing',
      after: 'Nothing was charged to your card, and nothing will be.',
      taken: 0,
    },
    {
      name: 'reserved, a day and more before',
      days: 2,
      hoursAhead: 25,
      said: ['Released on your card £38.01', 'All of it is released'],
      button: 'Cancel and release £38.01',
      after: 'The £38.01 reserved on your card is released',
      taken: 0,
    },
    {
      name: 'reserved, hours before',
      days: 2,
      hoursAhead: 3,
      said: ['You pay £19.01', 'Of the £38.01 reserved on your card, £19.00 is released'],
      button: 'Cancel and pay £19.01',
      after: '£19.00 is released. As agreed when booking, £19.01 is charged',
      taken: 1901,
    },
    {
      name: 'reserved, an hour before',
      days: 2,
      hoursAhead: 1,
      said: ['You pay £38.01', 'the £38.01 reserved on your card is charged in full'],
      button: 'Cancel and pay £38.01',
      after: 'nothing is given back this close to the lesson',
      taken: 3801,
    },
    {
      name: 'taken, a day and more before',
      days: 2,
      before: capture,
      hoursAhead: 25,
      said: ['You get back £38.01', 'You get all £38.01 back'],
      button: 'Cancel and get £38.01 back',
      after: '£38.01 is on its way back',
      taken: 3801,
      refunded: [3801],
    },
    {
      name: 'taken, hours before',
      days: 2,
      before: capture,
      hoursAhead: 3,
      said: ['You get back £19.00', '£19.01 is kept'],
      button: 'Cancel and get £19.00 back',
      after: '£19.00 is on its way back',
      taken: 3801,
      refunded: [1900],
    },
  ];
  for (const window of windows) {
    await cancelIn(stage, { learner, teacher, window });
    step(`${window.name}: ${window.said[0]}`);
  }
  expect(learner.faults).toEqual([]);
  await learner.close();
}

async function cancelIn(
  { world }: PaymentsStage,
  { learner, teacher, window }: { learner: Guest; teacher: Teacher; window: Window },
): Promise<void> {
  const { page } = learner;
  const startsAt = world.inDays(window.days);
  const id = await world.book(learner.ctx, teacher, startsAt);
  const chargeId = await world.chargeOf(id);
  await window.before?.(chargeId);
  await world.deliverAll();
  await world.deliverAll();
  world.clock.set(startsAt.subtract({ hours: window.hoursAhead }).toString());
  await learner.signInAgain();
  await page.goto(`/lessons/${id}`);
  await page.getByRole('link', { name: /Cancel this lesson/ }).click();
  const text = await readText(page);
  for (const said of window.said) expect(text).toContain(said);
  await expectAccessible(page);
  await page.getByRole('button', { name: window.button, exact: true }).click();
  await page.waitForURL('**/lessons/*?cancelled=1');
  expect(await readText(page)).toContain(window.after);
  await world.deliverAll();
  await world.deliverAll();
  await page.reload();
  expect(await readText(page)).toContain(window.after);
  await expectAtProvider(world, chargeId, window);
}

/** A saved card that was never asked for money has no payment there at all. */
async function expectAtProvider(
  world: PaymentsStage['world'],
  chargeId: string,
  { days, taken, refunded = [] }: Window,
): Promise<void> {
  if (days > 4) {
    const { data } = await world.stripe.paymentIntents.list({ limit: 100 });
    expect(data.filter(({ metadata }) => metadata['charge_id'] === chargeId)).toEqual([]);
    return;
  }
  expect(await atProvider(world, chargeId)).toMatchObject({ received: taken, refunded });
}
