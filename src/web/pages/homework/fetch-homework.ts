import type { LessonHomework, MyHomework } from '../../api/types.ts';
import type { WebRequest } from '../../server/request-context.ts';

const shown = 6;

/** What the visitor has to practise, the nearest day first, what is done last. */
export async function findMyHomework(web: WebRequest): Promise<MyHomework[]> {
  if (!web.visitor) return [];
  const { data } = await web.client.GET('/api/v1/me/homework', {
    params: { query: { limit: shown } },
  });
  const rank = ({ state, dueOn }: MyHomework) => `${state === 'done' ? 1 : 0} ${dueOn}`;
  return (data?.items ?? []).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

const lessonsMax = 100;

/** What the visitor gave the learners of these lessons. */
export async function findGiven(
  web: WebRequest,
  bookingIds: readonly string[],
): Promise<LessonHomework[]> {
  if (bookingIds.length === 0 || !web.visitor?.roles.includes('instructor')) return [];
  const { data } = await web.client.GET('/api/v1/homework', {
    params: { query: { bookingId: bookingIds.slice(0, lessonsMax) } },
  });
  return data?.items ?? [];
}
