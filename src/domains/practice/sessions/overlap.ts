interface Span {
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant;
}

/**
 * How many seconds of a session count. Two devices may play at once, and each is a session of its own;
 * but all that overlap count together no more than the time that they cover, and who was kept first
 * counts first. `near` are the sessions that share time with this one.
 */
export function countedSeconds(
  session: Span & { seconds: number },
  near: readonly (Span & { countedSeconds: number })[],
): number {
  if (near.length === 0) return session.seconds;
  const taken = near.reduce((sum, one) => sum + one.countedSeconds, 0);
  const left = Math.floor(secondsCovered([session, ...near]) - taken);
  return Math.max(0, Math.min(session.seconds, left));
}

function secondsCovered(spans: readonly Span[]): number {
  let covered = 0;
  let until = -Infinity;
  for (const [from, to] of spans
    .map((one) => [one.startedAt.epochMilliseconds, one.finishedAt.epochMilliseconds] as const)
    .toSorted(([a], [b]) => a - b)) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return covered / 1000;
}
