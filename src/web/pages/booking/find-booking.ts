import type { Booking } from '../../api/bookings.ts';
import { dataOrThrow } from '../../api/problem.ts';
import type { WebRequest } from '../../server/request-context.ts';

/** The booking as this visitor may see it; undefined where there is none for them. */
export async function findBooking(web: WebRequest, id: string): Promise<Booking | undefined> {
  const found = await web.client.GET('/api/v1/bookings/{id}', { params: { path: { id } } });
  // What is no id at all names no booking either.
  return found.response.status === 404 || found.response.status === 400
    ? undefined
    : dataOrThrow(found);
}
