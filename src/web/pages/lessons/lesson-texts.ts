import { m } from '../../../messages/messages.js';
import type { Lesson } from '../../api/bookings.ts';

/** Where a lesson's page is: a held hour still waits at the checkout. */
export const lessonHref = ({ id, status, viewer }: Lesson) =>
  status === 'held' && viewer === 'learner' ? `/book/${id}` : `/lessons/${id}`;

export const placeOf = ({ place, placeName }: Lesson) =>
  place === 'online' ? m.checkout_where_online() : (placeName ?? '');
