import type { Ctx } from '../../platform/context.ts';
import { DomainError } from '../../platform/errors/index.ts';
import { type MailAttachment, senderOf } from '../../platform/mail/index.ts';
import { emailLink, getPerson, type Person } from '../identity/index.ts';
import { bookingCalendar, getBookingForMail } from '../scheduling/index.ts';
import * as account from './account/account-letters.ts';
import type { About } from './bookings/booking-facts.ts';
import {
  bookingCancelledLetter,
  bookingConfirmedLetter,
  bookingPaidTooLateLetter,
  paymentNeededLetter,
} from './bookings/booking-letters.ts';
import {
  bookingDeclinedLetter,
  bookingRequestedLetter,
  requestUnansweredLetter,
  requestWithdrawnLetter,
} from './bookings/request-letters.ts';
import { sidesOf } from './bookings/sides.ts';
import { homeworkGivenMail } from './homework/homework-template.ts';
import type { Letter } from './mail/letter.ts';
import { momentInZone } from './mail/when.ts';
import { operationTemplates } from './operations/operation-templates.ts';
import { payoutTemplates } from './payouts/payout-templates.ts';
import { plusTemplates } from './plus/plus-templates.ts';
import { problemTemplates } from './problems/problem-templates.ts';
import { emailChangeTemplates } from './security/email-change-templates.ts';
import { securityTemplates } from './security/security-templates.ts';
import type { Render, Rendered, TemplateParams } from './template.ts';

const templates = {
  'verify-email': async (ctx, personId, { tokenId }) => {
    const link = await emailLink(ctx, tokenId!);
    return (
      link && {
        to: (await getPerson(ctx, personId)).email,
        letter: account.verifyEmailLetter(link),
      }
    );
  },
  welcome: toPerson(({ displayName, roles }, { config }) =>
    account.welcomeLetter({
      name: displayName,
      teaches: roles.includes('instructor'),
      publicUrl: config.publicUrl,
    }),
  ),
  'account-exists': toPerson(({ displayName }, { config }) =>
    account.accountExistsLetter({ name: displayName, publicUrl: config.publicUrl }),
  ),
  'reset-password': async (ctx, personId, { tokenId }) => {
    const link = await emailLink(ctx, tokenId!);
    const person = await getPerson(ctx, personId);
    return (
      link && {
        to: person.email,
        letter: account.resetPasswordLetter({ name: person.displayName, link }),
      }
    );
  },
  'password-changed': toPerson(({ displayName, timeZone, locale }, { config }, { at }) =>
    account.passwordChangedLetter({
      name: displayName,
      when: momentInZone(Temporal.Instant.from(at!), timeZone, locale),
      publicUrl: config.publicUrl,
    }),
  ),
  // A confirmation that was delayed until after the cancellation would only confuse.
  'booking-confirmed': aboutBooking((about, ctx) =>
    about.booking.status === 'cancelled'
      ? undefined
      : { letter: bookingConfirmedLetter(about), attachments: [invitation(ctx, about, 'request')] },
  ),
  // What was only asked for is in nobody's calendar.
  'booking-cancelled': aboutBooking((about, ctx) =>
    about.booking.withdrawn
      ? { letter: requestWithdrawnLetter(about) }
      : {
          letter: bookingCancelledLetter(about),
          attachments: [invitation(ctx, about, 'cancel')],
        },
  ),
  'booking-requested': aboutBooking((about) =>
    about.booking.status === 'requested' ? { letter: bookingRequestedLetter(about) } : undefined,
  ),
  'booking-declined': aboutBooking((about) => ({ letter: bookingDeclinedLetter(about) })),
  'request-unanswered': aboutBooking((about) => ({ letter: requestUnansweredLetter(about) })),
  'payment-needed': aboutBooking((about) =>
    about.booking.status !== 'cancelled' && about.booking.paymentNeeded
      ? { letter: paymentNeededLetter(about) }
      : undefined,
  ),
  'booking-expired-payment': aboutBooking((about) => ({ letter: bookingPaidTooLateLetter(about) })),
  ...securityTemplates,
  ...emailChangeTemplates,
  ...payoutTemplates,
  ...operationTemplates,
  ...plusTemplates,
  ...problemTemplates,
  'homework-given': homeworkGivenMail,
} satisfies Record<string, Render>;

export type TemplateName = keyof typeof templates;

/** Writes the mail of a delivery; undefined when it is no longer true (the link was used, the person is gone). */
export async function render(
  ctx: Ctx,
  {
    template,
    personId,
    params,
  }: { template: TemplateName; personId: string; params: TemplateParams },
): Promise<Rendered | undefined> {
  return unlessGone(templates[template](ctx, personId, params));
}

/** Undefined instead of `not_found`: who or what it was about is gone. */
export async function unlessGone<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

function toPerson(write: (person: Person, ctx: Ctx, params: TemplateParams) => Letter): Render {
  return async (ctx, personId, params) => {
    const person = await getPerson(ctx, personId);
    return { to: person.email, letter: write(person, ctx, params) };
  };
}

function aboutBooking(write: (about: About, ctx: Ctx) => Omit<Rendered, 'to'> | undefined): Render {
  return async (ctx, personId, { bookingId }) => {
    const booking = await getBookingForMail(ctx, bookingId!);
    const side = booking.learner.personId === personId ? 'learner' : 'instructor';
    const written = write({ booking, side, publicUrl: ctx.config.publicUrl }, ctx);
    return written && { to: sidesOf(booking, side).me.email, ...written };
  };
}

/** Each side is invited alone and does not see the other's address. */
function invitation(
  { clock, config }: Ctx,
  { booking, side, publicUrl }: About,
  method: 'request' | 'cancel',
): MailAttachment {
  const content = bookingCalendar(booking, {
    method,
    reader: side,
    organizerEmail: senderOf(config.mail.from).address,
    publicUrl,
    now: clock.now(),
  });
  const wireMethod = method === 'request' ? 'REQUEST' : 'CANCEL';
  return {
    filename: 'lesson.ics',
    contentType: 'text/calendar; charset=utf-8',
    content,
    method: wireMethod,
  };
}
