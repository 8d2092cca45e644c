import type { Availability } from '../../api/bookings.ts';
import { clockText } from '../week/week-days.ts';

/** A row of the editor, as typed: "17:00" to "21:00"; midnight at the end is "00:00". */
export interface HoursRow {
  from: string;
  until: string;
}

/** Monday's rows first. */
export type HoursWeek = HoursRow[][];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const dayMinutes = 24 * 60;

export function weekOf({ rules }: Pick<Availability, 'rules'>): HoursWeek {
  return weekdays.map((weekday) =>
    rules
      .filter((rule) => rule.weekday === weekday)
      .map(({ startMinute, endMinute }) => ({
        from: clockText(startMinute),
        until: clockText(endMinute % dayMinutes),
      })),
  );
}

export function readWeek(form: FormData): HoursWeek {
  return weekdays.map((weekday) => {
    const untils = form.getAll(`until-${weekday}`);
    return form
      .getAll(`from-${weekday}`)
      .slice(0, 20)
      .map((from, index) => ({ from: String(from), until: String(untils[index] ?? '') }));
  });
}

/** What a button of the editor does to the week: "add:3", "remove:3:0", "copy:1". */
export function changeWeek(week: HoursWeek, intent: string): HoursWeek {
  const [kind, day = '', row = ''] = intent.split(':');
  const at = Number(day) - 1;
  if (!week[at]) return week;
  if (kind === 'add') return week.with(at, [...week[at], { from: '', until: '' }]);
  if (kind === 'remove') return week.with(at, week[at].toSpliced(Number(row), 1));
  if (kind === 'copy') return week.map((rows, index) => (index < 5 ? (week[at] ?? []) : rows));
  return week;
}

export interface ReadRules {
  rules: Availability['rules'];
  /** Where each rule stands in the form: "from-3-0". */
  fields: string[];
  /** Rows with one end missing, by field. */
  incomplete: string[];
}

/** The rules that the rows mean; rows left empty mean nothing. */
export function rulesOf(week: HoursWeek): ReadRules {
  const read: ReadRules = { rules: [], fields: [], incomplete: [] };
  week.forEach((rows, day) =>
    rows.forEach(({ from, until }, row) => {
      if (from === '' && until === '') return;
      const startMinute = minuteOf(from);
      const endMinute = minuteOf(until);
      const field = `from-${day + 1}-${row}`;
      if (startMinute === undefined || endMinute === undefined) return read.incomplete.push(field);
      read.fields.push(field);
      return read.rules.push({
        weekday: day + 1,
        startMinute,
        endMinute: endMinute === 0 ? dayMinutes : endMinute,
      });
    }),
  );
  return read;
}

function minuteOf(text: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text) ?? [];
  return hour === undefined || minute === undefined
    ? undefined
    : Number(hour) * 60 + Number(minute);
}
