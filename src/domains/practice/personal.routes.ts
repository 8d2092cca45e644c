import type { App } from '../../platform/http/index.ts';
import { assignmentRoutes } from './assignments/assignments.routes.ts';
import { authoringRoutes } from './authoring/authoring.routes.ts';
import { cautionRoutes } from './cautions/cautions.routes.ts';
import { favouriteRoutes } from './favourites/favourites.routes.ts';
import { goalRoutes } from './goals/goals.routes.ts';
import { noteRoutes } from './notes/notes.routes.ts';
import { progressRoutes } from './progress/progress.routes.ts';
import { ownSequenceRoutes } from './sequences/own-sequences.routes.ts';
import { sessionRoutes } from './sessions/sessions.routes.ts';

/** What belongs to one person, or is between two. */
export function personalRoutes(app: App): void {
  sessionRoutes(app);
  progressRoutes(app);
  goalRoutes(app);
  favouriteRoutes(app);
  noteRoutes(app);
  ownSequenceRoutes(app);
  cautionRoutes(app);
  authoringRoutes(app);
  assignmentRoutes(app);
}
