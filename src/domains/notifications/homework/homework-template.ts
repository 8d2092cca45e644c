import { getContact } from '../../identity/index.ts';
import { getHomeworkForMail } from '../../practice/index.ts';
import { button, facts, paragraph } from '../mail/letter.ts';
import { textLocale } from '../mail/when.ts';
import type { Render } from '../template.ts';
import { m as texts } from '../texts.ts';
import { m } from './homework-texts.ts';

const secondsPerMinute = 60;

/** To the learner, unless it was taken back meanwhile. The day has no zone: it is the learner's own. */
export const homeworkGivenMail: Render = async (ctx, personId, { homeworkId }) => {
  const { email, displayName, locale } = await getContact(ctx, personId);
  const homework = await getHomeworkForMail(ctx, homeworkId!);
  const { from, sequence, sequenceSeconds, times, dueOn, note } = homework;
  const minutes = Math.max(1, Math.round(sequenceSeconds / secondsPerMinute));
  const due = Temporal.PlainDate.from(dueOn).toLocaleString(textLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return {
    to: email,
    letter: {
      subject: m.mail_homework_subject({ sequence }),
      preview: m.mail_homework_text(),
      title: from ? m.mail_homework_title({ name: from }) : m.mail_homework_title_nobody(),
      blocks: [
        paragraph(texts.mail_greeting({ name: displayName })),
        paragraph(m.mail_homework_text()),
        facts(
          {
            label: m.mail_homework_fact_sequence(),
            value: sequence,
            more: m.mail_homework_minutes({ minutes }),
            strong: true,
          },
          { label: m.mail_homework_fact_times(), value: m.mail_homework_times({ times }) },
          { label: m.mail_homework_fact_due(), value: due },
          note ? { label: m.mail_homework_fact_note(), value: note } : undefined,
        ),
        button(m.mail_homework_button(), `${ctx.config.publicUrl}/practice#homework`),
      ],
      reason: m.mail_reason_homework(),
    },
  };
};
