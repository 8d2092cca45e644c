import type { Problem } from '../../api/problem.ts';
import type { WebRequest } from '../../server/request-context.ts';

interface Refusal {
  error?: unknown;
  response: { headers: { get(name: string): string | null } };
}

/** Until when (ISO 8601) nothing is tried after too many failures; undefined when something else is wrong. */
export function lockedUntil(web: WebRequest, { error, response }: Refusal): string | undefined {
  if ((error as Problem | undefined)?.code !== 'account_locked') return undefined;
  const seconds = Number(response.headers.get('retry-after'));
  if (!Number.isFinite(seconds)) return undefined;
  return Temporal.Instant.from(web.now).add({ seconds }).toString();
}
