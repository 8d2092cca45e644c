import type { BookingForMail } from '../../scheduling/index.ts';
import { button, facts, type Letter, note, paragraph } from '../mail/letter.ts';
import { momentInZone, spanInZone } from '../mail/when.ts';
import { m as texts } from '../texts.ts';
import {
  type About,
  amountFor,
  earningsFact,
  referenceFact,
  whenFact,
  whereFact,
  whoFact,
} from './booking-facts.ts';
import { m } from './request-texts.ts';
import { sidesOf } from './sides.ts';

/** To the instructor that somebody asks; to the learner that the instructor was asked. */
export function bookingRequestedLetter(about: About): Letter {
  const { booking, side, publicUrl } = about;
  const names = namesOf(about);
  const until = answerBy(about);
  const isLearner = side === 'learner';
  const price = {
    label: texts.mail_fact_to_pay(),
    value: amountFor(about, booking.price),
    more: m.mail_request_price(names),
  };
  return {
    subject: isLearner
      ? m.mail_request_subject_learner(names)
      : m.mail_request_subject_instructor(names),
    preview: isLearner
      ? m.mail_request_preview_learner({ until })
      : m.mail_request_preview({ until }),
    title: isLearner ? m.mail_request_title_learner() : m.mail_request_title_instructor(names),
    blocks: [
      paragraph(
        isLearner
          ? m.mail_request_text_learner({ ...names, until })
          : m.mail_request_text_instructor({ ...names, until }),
      ),
      facts(
        whenFact(about),
        whereFact(about),
        whoFact(about),
        isLearner ? price : earningsFact(about, booking.price, booking.commission),
        referenceFact(about),
      ),
      button(
        isLearner ? m.mail_request_button_learner() : m.mail_request_button(),
        `${publicUrl}/lessons/${booking.id}`,
      ),
      note(isLearner ? m.mail_request_else_learner() : m.mail_request_else_instructor()),
    ],
    reason: texts.mail_reason_lesson(),
  };
}

/** To the learner alone, with the instructor's words. */
export function bookingDeclinedLetter({ booking, publicUrl }: Omit<About, 'side'>): Letter {
  const about: About = { booking, publicUrl, side: 'learner' };
  const names = namesOf(about);
  const words = booking.declineNote;
  return {
    subject: m.mail_declined_subject(names),
    preview: m.mail_declined_preview(),
    title: m.mail_declined_title(names),
    blocks: [
      paragraph(m.mail_declined_text(names)),
      ...(words ? [paragraph(m.mail_declined_words({ ...names, words }))] : []),
      paragraph(m.mail_nothing_taken()),
      whatWasAsked(about),
      searchButton(about),
    ],
    reason: texts.mail_reason_lesson(),
  };
}

/** To both: the time to answer is over. */
export function requestUnansweredLetter(about: About): Letter {
  const names = namesOf(about);
  const isLearner = about.side === 'learner';
  const told = isLearner
    ? [m.mail_unanswered_text_learner(names), m.mail_nothing_taken()]
    : [
        m.mail_unanswered_text_instructor({ ...names, until: answerBy(about) }),
        m.mail_unanswered_hint_instructor(),
      ];
  return {
    subject: m.mail_unanswered_subject(names),
    preview: previewOf(about),
    title: isLearner
      ? m.mail_unanswered_title_learner(names)
      : m.mail_unanswered_title_instructor(),
    blocks: [
      ...told.map(paragraph),
      whatWasAsked(about),
      isLearner
        ? searchButton(about)
        : button(m.mail_unanswered_button_instructor(), `${about.publicUrl}/teach/hours`),
    ],
    reason: texts.mail_reason_lesson(),
  };
}

/** To both: the learner does not ask any more. */
export function requestWithdrawnLetter(about: About): Letter {
  const names = namesOf(about);
  const isLearner = about.side === 'learner';
  return {
    subject: m.mail_withdrawn_subject(names),
    preview: previewOf(about),
    title: m.mail_withdrawn_title(),
    blocks: [
      ...(isLearner
        ? [m.mail_withdrawn_by_you(), m.mail_nothing_taken()]
        : [m.mail_withdrawn_by_other(names)]
      ).map(paragraph),
      whatWasAsked(about),
      ...(isLearner ? [searchButton(about)] : []),
    ],
    reason: texts.mail_reason_lesson(),
  };
}

const namesOf = ({ booking, side }: About) => ({
  title: booking.title,
  name: sidesOf(booking, side).other.displayName,
});

function answerBy({ booking, side }: About): string {
  const { me } = sidesOf(booking, side);
  return momentInZone(requestEnd(booking), me.timeZone, me.locale);
}

const requestEnd = ({ answerBy: until, startsAt }: BookingForMail): Temporal.Instant =>
  until ?? startsAt;

function previewOf({ booking, side }: About): string {
  const { me } = sidesOf(booking, side);
  return spanInZone(booking, me.timeZone, me.locale);
}

const whatWasAsked = (about: About) => facts(whenFact(about), whoFact(about), referenceFact(about));

const searchButton = ({ publicUrl }: About) =>
  button(texts.mail_search_button(), `${publicUrl}/search`);
