import type { Events } from '../../platform/events/index.ts';
import { instructorChanged, subjectsChanged } from '../catalog/index.ts';
import { ratingChanged } from '../reviews/index.ts';
import { slotsChanged } from '../scheduling/index.ts';
import { rebuildSearch, refreshDocuments } from './documents/refresh-documents.ts';

export function listen(events: Events): void {
  for (const event of [instructorChanged, ratingChanged, slotsChanged])
    events.on(event, 'search.refresh-document', (ctx, { instructorId }) =>
      refreshDocuments(ctx, [instructorId]),
    );
  events.on(subjectsChanged, 'search.rebuild', async (ctx) => {
    await rebuildSearch(ctx);
  });
}
