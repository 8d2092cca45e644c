import { formatMoney, type Money } from '../../../platform/money/index.ts';
import {
  type BookingForMail,
  getBookingForMail,
  getProblem,
  reportsUntil,
} from '../../scheduling/index.ts';
import { sidesOf, type Side } from '../bookings/sides.ts';
import { button, facts, type Letter, paragraph } from '../mail/letter.ts';
import { momentInZone, spanInZone, textLocale } from '../mail/when.ts';
import type { Render } from '../template.ts';
import { m as texts } from '../texts.ts';
import { m } from './problem-texts.ts';

interface About {
  booking: BookingForMail;
  side: Side;
  publicUrl: string;
}

export const problemTemplates = {
  'lesson-missed': aboutLesson((about) => {
    const { me, other } = sidesOf(about.booking, about.side);
    const until = momentInZone(reportsUntil(about.booking), me.timeZone, me.locale);
    const title = m.mail_missed_title({ name: other.displayName });
    return lessonLetter(about, title, [m.mail_missed_text(), m.mail_missed_until({ until })]);
  }),
  'problem-reported': aboutLesson(async (about, ctx, { problemId }) => {
    const { settledAt } = await getProblem(ctx, problemId!);
    if (settledAt) return undefined;
    const { other } = sidesOf(about.booking, about.side);
    const name = other.displayName;
    return about.side === 'learner'
      ? lessonLetter(about, m.mail_problem_title(), [m.mail_problem_text({ name })])
      : lessonLetter(about, m.mail_problem_title_teacher({ name }), [
          m.mail_problem_text_teacher(),
        ]);
  }),
  'problem-settled': aboutLesson(async (about, ctx, { problemId }) => {
    const { price, refund } = await getProblem(ctx, problemId!);
    return refund ? settledLetter(about, { price, refund }) : undefined;
  }),
} satisfies Record<string, Render>;

function aboutLesson(
  write: (
    about: About,
    ...rest: [ctx: Parameters<Render>[0], params: Parameters<Render>[2]]
  ) => Letter | undefined | Promise<Letter | undefined>,
): Render {
  return async (ctx, personId, params) => {
    const booking = await getBookingForMail(ctx, params.bookingId!);
    const side = booking.learner.personId === personId ? 'learner' : 'instructor';
    const letter = await write({ booking, side, publicUrl: ctx.config.publicUrl }, ctx, params);
    return letter && { to: sidesOf(booking, side).me.email, letter };
  };
}

function settledLetter(about: About, { price, refund }: { price: Money; refund: Money }): Letter {
  const { me, other } = sidesOf(about.booking, about.side);
  const name = other.displayName;
  const amount = formatMoney(refund, textLocale(me.locale));
  if (about.side === 'learner')
    return refund.minor > 0
      ? lessonLetter(about, m.mail_settled_title_back({ amount }), [m.mail_settled_text_back()])
      : lessonLetter(about, m.mail_settled_title(), [m.mail_settled_text()]);
  if (refund.minor === 0)
    return lessonLetter(about, m.mail_settled_title_teacher(), [
      m.mail_settled_text_teacher({ name }),
    ]);
  const isAll = refund.minor === price.minor;
  return lessonLetter(about, m.mail_settled_title_teacher_back({ amount, name }), [
    isAll ? m.mail_settled_text_teacher_all() : m.mail_settled_text_teacher_part(),
  ]);
}

function lessonLetter(about: About, title: string, lines: readonly string[]): Letter {
  const { booking, side, publicUrl } = about;
  const { me, other } = sidesOf(booking, side);
  return {
    subject: title,
    preview: lines[0]!,
    title,
    blocks: [
      paragraph(texts.mail_greeting({ name: me.displayName })),
      ...lines.map(paragraph),
      facts(
        { label: m.mail_problem_fact_lesson(), value: booking.title, strong: true },
        { label: texts.mail_fact_when(), value: spanInZone(booking, me.timeZone, me.locale) },
        {
          label: side === 'learner' ? texts.mail_fact_teacher() : texts.mail_fact_learner(),
          value: other.displayName,
        },
        { label: texts.mail_fact_reference(), value: booking.reference },
      ),
      button(texts.mail_lesson_button(), `${publicUrl}/lessons/${booking.id}`),
    ],
    reason: texts.mail_reason_lesson(),
  };
}
