import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { translateConstraint } from '../errors.ts';
import { slotsChanged } from '../events.ts';
import { type Availability, availabilityDefaults, tidyWeek } from './availability.ts';
import { replaceAvailability, selectAvailability } from './availability.queries.ts';

type SetAvailability = Pick<Availability, 'timeZone' | 'rules'> &
  Partial<Availability> & { instructorId: string };

/**
 * Replaces an instructor's week and its limits; what is left out is the default. Lessons that are
 * booked already stay as they are. The caller has made sure whose week it is.
 */
export async function setAvailability(
  ctx: Ctx,
  { instructorId, ...given }: SetAvailability,
): Promise<Availability> {
  const availability = { ...availabilityDefaults, ...given, rules: tidyWeek(given.rules) };
  try {
    await inTransaction(ctx, async (tx) => {
      await replaceAvailability(tx, instructorId, availability);
      await tx.events.publish(tx, slotsChanged, { instructorId });
    });
  } catch (error) {
    throw translateConstraint(error);
  }
  return availability;
}

/** The instructor's week; before any is set, an empty one in their zone. */
export async function getAvailability(
  ctx: Ctx,
  instructor: { id: string; timeZone: string },
): Promise<Availability> {
  const [found] = await selectAvailability(ctx, [instructor.id]);
  if (!found) return { ...availabilityDefaults, timeZone: instructor.timeZone, rules: [] };
  const { instructorId: _, ...availability } = found;
  return availability;
}
