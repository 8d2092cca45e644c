import type { Instructor, Service } from '../../api/types.ts';
import { dateIn } from '../../format/times.ts';

export const daysShown = 7;

/** What is chosen on an instructor's page: all of it is in the address. */
export interface TeacherChoices {
  service: Service | undefined;
  /** First day shown, YYYY-MM-DD on the viewer's calendar. */
  from: string;
  today: string;
  /** The chosen start. */
  slot: string | undefined;
}

export function readChoices(
  params: URLSearchParams,
  instructor: Instructor,
  viewer: { now: string; timeZone: string },
): TeacherChoices {
  const services = instructor.services.filter(({ active }) => active);
  const today = dateIn(viewer.now, viewer.timeZone);
  const from = params.get('from') ?? '';
  const slot = params.get('slot') ?? '';
  return {
    service: services.find(({ id }) => id === params.get('service')) ?? services[0],
    from: isDate(from) && from > today ? from : today,
    today,
    slot:
      /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(slot) && !Number.isNaN(Date.parse(slot))
        ? slot
        : undefined,
  };
}

function isDate(text: string): boolean {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Boolean(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return false;
  }
}

interface Change {
  service?: string;
  from?: string;
  slot?: string | undefined;
  reviews?: string;
}

/** The address of the page with other choices. */
export function teacherUrl(slug: string, choices: TeacherChoices, change: Change): string {
  const params = new URLSearchParams();
  const wanted = {
    service: choices.service?.id,
    from: choices.from,
    slot: choices.slot,
    ...change,
  };
  if (wanted.from === choices.today) delete (wanted as Change).from;
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined) params.set(name, value);
  return `/teachers/${slug}?${params}`;
}

/** A calendar date some days away. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
