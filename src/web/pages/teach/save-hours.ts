import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { changeWeek, type HoursWeek, readWeek, rulesOf } from './hours-form.ts';

export const limits = [
  'incrementMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'noticeOnlineMinutes',
  'noticeInPersonMinutes',
  'horizonDays',
] as const;

export interface HoursAnswer {
  week: HoursWeek;
  typed: Record<(typeof limits)[number] | 'timeZone' | 'confirmsByHand', string>;
  problem?: { code: string; message: string; fields: Record<string, string> };
  /** A row was added or taken away; nothing is saved yet. */
  changed?: true;
}

/** Saves the week, or gives the form back with a row more or less. */
export async function saveHours(web: WebRequest, form: FormData) {
  const typed = textFields(form, [...limits, 'timeZone', 'confirmsByHand']);
  const intent = String(form.get('intent'));
  const week = readWeek(form);
  if (intent !== 'save')
    return data<HoursAnswer>({ week: changeWeek(week, intent), typed, changed: true });
  const { rules, fields, incomplete } = rulesOf(week);
  if (incomplete.length > 0) return unfinished(week, typed, incomplete);
  const numbers = Object.fromEntries(
    limits.map((name) => [name, Math.trunc(Number(typed[name])) || 0]),
  ) as Record<(typeof limits)[number], number>;
  const answer = await web.client.PUT('/api/v1/me/availability', {
    body: {
      ...numbers,
      timeZone: typed.timeZone,
      confirmsByHand: typed.confirmsByHand !== '',
      rules,
    },
  });
  if (answer.data) throw redirect('/teach/hours?saved=1', 303);
  const { data: said, init } = refused(answer, typed);
  const named = Object.entries(said.problem.fields).map(([field, text]) => [
    fieldOf(field, fields),
    text,
  ]);
  return data<HoursAnswer>(
    {
      week,
      typed,
      problem: { ...said.problem, fields: Object.fromEntries(named) as Record<string, string> },
    },
    init ?? undefined,
  );
}

function unfinished(week: HoursWeek, typed: HoursAnswer['typed'], incomplete: string[]) {
  const fields = Object.fromEntries(incomplete.map((field) => [field, m.teach_hours_incomplete()]));
  return data<HoursAnswer>(
    {
      week,
      typed,
      problem: { code: 'hours_incomplete', message: m.teach_hours_incomplete(), fields },
    },
    { status: 422 },
  );
}

/** The API counts rules ("rules.2", "rules.2.startMinute"); the form names rows. */
function fieldOf(field: string, rows: string[]): string {
  const index = /^rules\.(\d+)/.exec(field)?.[1];
  return index === undefined ? field : (rows[Number(index)] ?? field);
}
