interface Span {
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant;
}

/**
 * How many seconds of a session count. Two devices may play at once, and each is a session of its own;
 * but sessions that overlap, directly or through others, count together no more than the time that
 * they cover, and what was kept first counts first. Of `near`, those that overlap are looked at.
 */
export function countedSeconds(
  session: Span & { seconds: number },
  near: readonly (Span & { countedSeconds: number })[],
): number {
  let [from, to] = milliseconds(session);
  let chain: typeof near = [];
  for (;;) {
    const overlapping = near.filter((one) => {
      const [start, end] = milliseconds(one);
      return start < to && end > from;
    });
    if (overlapping.length === chain.length) break;
    chain = overlapping;
    from = Math.min(from, ...chain.map((one) => milliseconds(one)[0]));
    to = Math.max(to, ...chain.map((one) => milliseconds(one)[1]));
  }
  if (chain.length === 0) return session.seconds;
  const taken = chain.reduce((sum, one) => sum + one.countedSeconds, 0);
  return Math.max(0, Math.min(session.seconds, Math.floor((to - from) / 1000) - taken));
}

const milliseconds = ({ startedAt, finishedAt }: Span): [number, number] => [
  startedAt.epochMilliseconds,
  finishedAt.epochMilliseconds,
];
