import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Events } from '../../platform/events/index.ts';
import * as identity from '../identity/index.ts';
import { homeworkGiven } from '../practice/index.ts';
import * as scheduling from '../scheduling/index.ts';
import { notify } from './deliveries/notify.ts';
import { operationListeners } from './operations/operation-listeners.ts';
import { payoutListeners } from './payouts/payout-listeners.ts';
import { plusListeners } from './plus/plus-listeners.ts';
import { problemListeners } from './problems/problem-listeners.ts';
import { securityListeners } from './security/security-listeners.ts';
import type { TemplateName } from './templates.ts';

export function listeners(events: Events): void {
  accountListeners(events);
  bookingListeners(events);
  securityListeners(events);
  payoutListeners(events);
  operationListeners(events);
  plusListeners(events);
  problemListeners(events);
  events.on(homeworkGiven, 'notifications.send-homework', (ctx, { homeworkId, learnerId }) =>
    notify(ctx, {
      template: 'homework-given',
      personId: learnerId,
      params: { homeworkId },
      key: homeworkId,
    }),
  );
}

function accountListeners(events: Events): void {
  events.on(
    identity.verificationRequested,
    'notifications.send-verification',
    (ctx, { personId, tokenId }) =>
      notify(ctx, { template: 'verify-email', personId, params: { tokenId }, key: tokenId }),
  );
  events.on(identity.personVerified, 'notifications.send-welcome', (ctx, { personId }) =>
    notify(ctx, { template: 'welcome', personId, params: {}, key: 'once' }),
  );
  events.on(identity.accountExists, 'notifications.send-account-exists', (ctx, { personId }) =>
    notify(ctx, { template: 'account-exists', personId, params: {}, key: today(ctx) }),
  );
  events.on(
    identity.passwordResetRequested,
    'notifications.send-reset',
    (ctx, { personId, tokenId }) =>
      notify(ctx, { template: 'reset-password', personId, params: { tokenId }, key: tokenId }),
  );
}

/** At most one mail a day, however often a stranger tries. */
const today = ({ clock }: Ctx) => clock.now().toString().slice(0, 10);

function bookingListeners(events: Events): void {
  requestListeners(events);
  events.on(
    scheduling.bookingConfirmed,
    'notifications.send-booking-confirmed',
    (ctx, { bookingId }) => notifyBoth(ctx, bookingId, 'booking-confirmed'),
  );
  events.on(
    scheduling.bookingCancelled,
    'notifications.send-booking-cancelled',
    (ctx, { bookingId }) => notifyBoth(ctx, bookingId, 'booking-cancelled'),
  );
  events.on(
    scheduling.paymentNeeded,
    'notifications.send-payment-needed',
    async (ctx, { bookingId, attempt }) => {
      const { learner } = await scheduling.getBookingForMail(ctx, bookingId);
      await notify(ctx, {
        template: 'payment-needed',
        personId: learner.personId,
        params: { bookingId },
        key: `${bookingId}:${attempt}`,
      });
    },
  );
  events.on(
    scheduling.bookingPaidTooLate,
    'notifications.send-paid-too-late',
    (ctx, { bookingId }) => notifyLearner(ctx, bookingId, 'booking-expired-payment'),
  );
}

function requestListeners(events: Events): void {
  events.on(
    scheduling.bookingRequested,
    'notifications.send-booking-requested',
    (ctx, { bookingId }) => notifyBoth(ctx, bookingId, 'booking-requested'),
  );
  events.on(
    scheduling.bookingDeclined,
    'notifications.send-booking-declined',
    (ctx, { bookingId }) => notifyLearner(ctx, bookingId, 'booking-declined'),
  );
  events.on(
    scheduling.requestUnanswered,
    'notifications.send-request-unanswered',
    (ctx, { bookingId }) => notifyBoth(ctx, bookingId, 'request-unanswered'),
  );
}

async function notifyLearner(ctx: Ctx, bookingId: string, template: TemplateName): Promise<void> {
  const { learner } = await scheduling.getBookingForMail(ctx, bookingId);
  await notify(ctx, {
    template,
    personId: learner.personId,
    params: { bookingId },
    key: bookingId,
  });
}

async function notifyBoth(ctx: Ctx, bookingId: string, template: TemplateName): Promise<void> {
  const { learner, instructor } = await scheduling.getBookingForMail(ctx, bookingId);
  await inTransaction(ctx, async (ctx) => {
    for (const { personId } of [learner, instructor])
      await notify(ctx, { template, personId, params: { bookingId }, key: bookingId });
  });
}
