/** How long an instructor has at least to answer: without it, the first starts would be gone once paid. */
export const answerMinutesMin = 120;

/** How long they have at most. */
const answerHoursMax = 24;

/** Hours before an authorisation lapses at which a request ends: what nobody has said yes to is not taken. */
const lapseHours = 24;

export interface RequestTimes {
  requestedAt: Temporal.Instant;
  startsAt: Temporal.Instant;
  /** How long before the start the instructor wants to know of a lesson. */
  noticeMinutes: number;
  /** Until when the authorised amount can be taken; null while only a card is saved, or nobody said. */
  captureBefore: Temporal.Instant | null;
}

/** Until when a request is answered: after a day, before the notice begins, and while its money is safe. */
export function answerByOf(times: RequestTimes): Temporal.Instant {
  const { requestedAt, startsAt, noticeMinutes, captureBefore } = times;
  const ends = [
    requestedAt.add({ hours: answerHoursMax }),
    startsAt.subtract({ minutes: noticeMinutes }),
    ...(captureBefore ? [captureBefore.subtract({ hours: lapseHours })] : []),
  ];
  return ends.reduce((a, b) => (Temporal.Instant.compare(b, a) < 0 ? b : a));
}
