import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db/index.ts';
import { releasePicture } from '../media/index.ts';
import { instructorChanged } from './events.ts';
import {
  anonymiseInstructor,
  findInstructorBy,
  lockInstructorOf,
  markDraft,
} from './instructors/instructors.queries.ts';
import { photoDigest, portraitFor } from './portraits/portrait.ts';
import { deleteServicesOf, selectServicesOf } from './services/services.queries.ts';

const nobodysName = 'Deleted person';

export async function exportPerson(ctx: Ctx, personId: string): Promise<Record<string, unknown>> {
  const profile = await findInstructorBy(ctx, { personId });
  const services = profile ? await selectServicesOf(ctx, [profile.id]) : [];
  return { profile: profile ?? null, services };
}

/** Lessons that were given keep pointing at the profile, which no longer says whose it was. */
export async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  const instructor = await lockInstructorOf(ctx, personId);
  if (!instructor) return;
  const { id } = instructor;
  const photo = photoDigest(instructor.portrait);
  if (photo) await releasePicture(ctx, id, photo);
  await deleteServicesOf(ctx, id);
  await anonymiseInstructor(ctx, id, {
    slug: `deleted-${id}`,
    displayName: nobodysName,
    portrait: portraitFor(id),
  });
  await ctx.events.publish(ctx, instructorChanged, { instructorId: id });
}

/** Takes the page of who is about to leave out of sight, so that nobody books any more. */
export async function hideProfile(ctx: Ctx, personId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const instructor = await lockInstructorOf(ctx, personId);
    if (instructor?.status !== 'published') return;
    await markDraft(ctx, instructor.id);
    await ctx.events.publish(ctx, instructorChanged, { instructorId: instructor.id });
  });
}
