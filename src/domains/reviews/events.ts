import { defineEvent } from '../../platform/events/index.ts';

/** An instructor got a review, or lost one. */
export const ratingChanged = defineEvent<{ instructorId: string }>('reviews.rating_changed');
