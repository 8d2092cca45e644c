import { describe, expect, it } from 'vitest';
import { money } from '../../../platform/money/index.ts';
import type { BookingForMail } from '../../scheduling/index.ts';
import { composeMail } from '../mail/compose-mail.ts';
import {
  bookingCancelledLetter,
  bookingConfirmedLetter,
  bookingPaidTooLateLetter,
  paymentNeededLetter,
} from './booking-letters.ts';

const startsAt = Temporal.Instant.from('2026-11-24T18:00:00Z');
const publicUrl = 'https://etude.example';

const booking: BookingForMail = {
  id: '01932b9c-0000-7000-8000-000000000001',
  reference: '7KQ2-M9XD',
  status: 'confirmed',
  title: 'Fingerstyle guitar',
  startsAt,
  endsAt: startsAt.add({ hours: 1 }),
  price: money(3800, 'GBP'),
  commission: money(380, 'GBP'),
  place: 'instructor',
  placeName: 'Camden, London',
  deadlines: [
    {
      until: startsAt.subtract({ hours: 24 }),
      refundBasisPoints: 10_000,
      refund: money(3800, 'GBP'),
    },
    {
      until: startsAt.subtract({ hours: 2 }),
      refundBasisPoints: 5_000,
      refund: money(1900, 'GBP'),
    },
  ],
  sequence: 0,
  withdrawn: false,
  answerBy: null,
  declineNote: null,
  isCharged: true,
  paysLater: false,
  paymentNeeded: false,
  payUntil: startsAt.subtract({ hours: 6 }),
  learner: {
    personId: 'l',
    displayName: 'Kenji <b>“Ken”</b>',
    email: 'kenji@example.com',
    timeZone: 'Asia/Tokyo',
    locale: 'ja-JP',
  },
  instructor: {
    personId: 'i',
    displayName: 'مارا إليسون',
    email: 'mara@example.com',
    timeZone: 'Europe/London',
    locale: 'en-GB',
    slug: 'mara',
  },
};

const mailOf = (letter: ReturnType<typeof bookingConfirmedLetter>) =>
  composeMail(letter, publicUrl);

describe('the mail of a confirmed lesson (NT-04)', () => {
  it('gives the learner both times, the place, the price and the deadlines', () => {
    const { subject, text } = mailOf(
      bookingConfirmedLetter({ booking, side: 'learner', publicUrl }),
    );
    expect(subject).toBe('Confirmed: Fingerstyle guitar with مارا إليسون');
    expect(text).toContain(
      'When: Wednesday, 25 November 2026, 03:00 – 04:00 (Tokyo time, GMT+9)\n    Tue 24 Nov, 18:00 – 19:00 in London',
    );
    expect(text).toContain('Where: At the teacher’s, Camden, London');
    expect(text).toContain('Paid: £38.00');
    expect(text).toContain(
      'Cancel until Tue 24 Nov, 03:00 (Tokyo time, GMT+9) and get everything back. Until Wed 25 Nov, 01:00 (Tokyo time, GMT+9) you get £19.00 back. After that nothing is paid back.',
    );
  });

  it('gives the instructor what they earn, in money that sums (MK-03)', () => {
    const { text } = mailOf(bookingConfirmedLetter({ booking, side: 'instructor', publicUrl }));
    expect(text).toContain(
      'When: Tuesday, 24 November 2026, 18:00 – 19:00 (London time, GMT)\n    Wed 25 Nov, 03:00 – 04:00 in Tokyo',
    );
    expect(text).toContain('You earn: £34.20\n    £38.00, less Etude’s £3.80');
    expect(text).not.toContain('Cancel until');
  });

  it('writes yen without decimals (MK-03)', () => {
    const yen = {
      ...booking,
      price: money(4500, 'JPY'),
      commission: money(450, 'JPY'),
      deadlines: [],
    };
    expect(
      mailOf(bookingConfirmedLetter({ booking: yen, side: 'learner', publicUrl })).text,
    ).toContain('Paid: JP¥4,500');
  });

  it('says the same in HTML, with every name escaped', () => {
    const { html } = mailOf(bookingConfirmedLetter({ booking, side: 'instructor', publicUrl }));
    expect(html).toContain('Kenji &lt;b&gt;“Ken”&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).toContain(`href="${publicUrl}/lessons/${booking.id}"`);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toMatch(/<script|<img|https?:\/\/(?!etude\.example)/);
  });
});

describe('a lesson that is paid later (PY-03)', () => {
  it('does not claim to be paid', () => {
    const later = { ...booking, paysLater: true };
    const { text } = mailOf(bookingConfirmedLetter({ booking: later, side: 'learner', publicUrl }));
    expect(text).toContain('To pay: ');
    expect(text).toContain('Charged to the card you saved');
    const theirs = mailOf(
      bookingConfirmedLetter({ booking: later, side: 'instructor', publicUrl }),
    );
    expect(theirs.text).not.toContain('booked and paid');
  });

  it('whose card is declined tells the learner where and until when to pay', () => {
    const { subject, text } = mailOf(paymentNeededLetter({ booking, publicUrl }));
    expect(subject).toBe('Please pay: Fingerstyle guitar');
    // Six hours before, on the learner's own clock.
    expect(text).toContain('21:00');
    expect(text).toContain(`${publicUrl}/lessons/${booking.id}`);
  });

  it('whose authorisation has lapsed asks for it without threatening to cancel what was given', () => {
    const payUntil = startsAt.add({ hours: 24 * 9 });
    const { text } = mailOf(paymentNeededLetter({ booking: { ...booking, payUntil }, publicUrl }));
    expect(text).toContain('has let go of the amount');
    expect(text).not.toContain('cancelled');
  });
});

describe('the mail of a cancelled lesson (NT-04)', () => {
  const cancelled = (
    by: 'learner' | 'instructor' | 'system',
    refundMinor: number,
  ): BookingForMail => ({
    ...booking,
    status: 'cancelled',
    cancelledBy: by,
    refund: money(refundMinor, 'GBP'),
  });
  const textFor = (side: 'learner' | 'instructor', about: BookingForMail) =>
    mailOf(bookingCancelledLetter({ booking: about, side, publicUrl })).text;

  it.each([
    [3800, 'You get everything back: £38.00.'],
    [1900, 'you get £19.00 of £38.00 back'],
    [0, 'nothing is paid back'],
  ])('names a refund of %i', (minor, words) => {
    expect(textFor('learner', cancelled('learner', minor))).toContain(words);
  });

  it('tells the instructor what the policy leaves, and nothing when all goes back', () => {
    const half = cancelled('learner', 1900);
    const kept = { ...half, keptCommission: money(190, 'GBP') };
    expect(textFor('instructor', kept)).toContain('You earn: £17.10');
    expect(textFor('instructor', kept)).toContain('£19.00, less Etude’s £1.90');
    expect(textFor('learner', kept)).not.toContain('You earn');
    const none = { ...cancelled('learner', 3800), keptCommission: money(0, 'GBP') };
    expect(textFor('instructor', none)).not.toContain('You earn');
  });

  it('before its card was charged speaks of no money that comes back', () => {
    const free = { ...cancelled('learner', 3800), isCharged: false };
    expect(textFor('learner', free)).toContain('Nothing was charged to your card');
    expect(textFor('learner', free)).not.toMatch(/get (everything )?back/);
    const late = { ...cancelled('learner', 1900), isCharged: false };
    expect(textFor('learner', late)).toContain('£19.00 of £38.00 is charged');
  });

  it('that nobody paid says so to both, and speaks of no refund', () => {
    const unpaid = cancelled('system', 0);
    expect(textFor('learner', unpaid)).toContain('Nothing was charged.');
    expect(textFor('learner', unpaid)).not.toContain('nothing is paid back');
    expect(textFor('instructor', unpaid)).toMatch(/the payment of Kenji.*did not work/);
    expect(textFor('instructor', unpaid)).not.toContain('You earn');
  });

  it('says who cancelled, from where the reader stands', () => {
    expect(textFor('learner', cancelled('learner', 3800))).toContain(
      'You have cancelled this lesson.',
    );
    expect(textFor('instructor', cancelled('learner', 3800))).toContain(
      'Kenji <b>“Ken”</b> has cancelled this lesson.',
    );
    expect(textFor('learner', cancelled('instructor', 3800))).toContain(
      'مارا إليسون has cancelled this lesson.',
    );
  });
});

it('a payment that came too late is explained and given back in full (SC-04)', () => {
  const { text } = mailOf(
    bookingPaidTooLateLetter({ booking: { ...booking, status: 'expired' }, publicUrl }),
  );
  expect(text).toContain('is not booked');
  expect(text).toContain('You get everything back: £38.00.');
});
