import { deleteAssignmentsOf, listAssignmentsAfter } from './assignments/assignments.queries.ts';
import {
  eraseAuthor,
  listDraftsOfEditor,
  listExercisesOfOwner,
} from './authoring/authored-by.queries.ts';
import type { Ctx } from '../../platform/context.ts';
import { readAll } from '../../platform/person-data/index.ts';
import { deleteCautionsOf, findCautions } from './cautions/cautions.queries.ts';
import { viewFavourites } from './favourites/favourites.ts';
import {
  deleteFavouritesOf,
  type FavouriteRow,
  listFavouritesAfter,
} from './favourites/favourites.queries.ts';
import { deleteGoalsOf, listGoalRows } from './goals/goals.queries.ts';
import { deleteNotesOf, listNotesAfter, type NoteRow } from './notes/notes.queries.ts';
import { deleteEarnedOf, listEarned } from './progress/progress.queries.ts';
import { exportOwnSequences } from './sequences/own-sequences.ts';
import { deleteSequencesOf } from './sequences/sequences.queries.ts';
import { viewWholeSession } from './sessions/session-view.ts';
import {
  deleteSessionsOf,
  listExercisesOf,
  listSessionsAfter,
  type StoredSession,
} from './sessions/sessions.queries.ts';

export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const favourites = await readAll<FavouriteRow>(({ after, limit }) =>
    listFavouritesAfter(ctx, personId, { after: after?.id, limit }),
  );
  const notes = await readAll<NoteRow>(({ after, limit }) =>
    listNotesAfter(ctx, personId, { after: after?.id, limit }),
  );
  return {
    sessions: await exportSessions(ctx, personId),
    goals: await listGoalRows(ctx, personId),
    achievements: await listEarned(ctx, personId),
    favourites: await viewFavourites(ctx, favourites),
    cautions: await findCautions(ctx, personId),
    sequences: await exportOwnSequences(ctx, personId),
    homework: await readAll<Awaited<ReturnType<typeof listAssignmentsAfter>>[number]>(
      ({ after, limit }) => listAssignmentsAfter(ctx, personId, { after: after?.id, limit }),
    ),
    exercises: await readAll<Awaited<ReturnType<typeof listExercisesOfOwner>>[number]>(
      ({ after, limit }) => listExercisesOfOwner(ctx, personId, { after: after?.id, limit }),
    ),
    drafts: await readAll<Awaited<ReturnType<typeof listDraftsOfEditor>>[number]>(
      ({ after, limit }) => listDraftsOfEditor(ctx, personId, { after: after?.id, limit }),
    ),
    notes: notes.map(({ id: _id, ...note }) => note),
  };
}

async function exportSessions(ctx: Ctx, personId: string) {
  const views: object[] = [];
  await readAll<StoredSession>(async ({ after, limit }) => {
    const sessions = await listSessionsAfter(ctx, personId, { after, limit });
    if (sessions.length === 0) return sessions;
    const exercises = Map.groupBy(
      await listExercisesOf(
        ctx,
        sessions.map(({ id }) => id),
      ),
      ({ sessionId }) => sessionId,
    );
    views.push(
      ...sessions.map((session) => viewWholeSession(session, exercises.get(session.id) ?? [])),
    );
    return sessions;
  });
  return views;
}

export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await deleteSessionsOf(ctx, personId);
  await deleteEarnedOf(ctx, personId);
  await deleteGoalsOf(ctx, personId);
  await deleteFavouritesOf(ctx, personId);
  await deleteNotesOf(ctx, personId);
  await deleteCautionsOf(ctx, personId);
  await deleteAssignmentsOf(ctx, personId);
  await eraseAuthor(ctx, personId);
  await deleteSequencesOf(ctx, personId);
}
