import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { addRole } from '../../identity/index.ts';
import { findChosenMarket } from '../../markets/index.ts';
import { findPlaceBySlug, type Place } from '../../places/index.ts';
import {
  marketRequired,
  placeNeeded,
  placeOfOtherMarket,
  placeUnknown,
  profileIncomplete,
  rethrowConstraint,
} from '../errors.ts';
import { instructorChanged } from '../events.ts';
import { actingPerson } from '../policy.ts';
import { portraitFor } from '../portraits/portrait.ts';
import type { Service } from '../services/service.ts';
import { selectServicesOf } from '../services/services.queries.ts';
import { cleanLine, cleanText, lineOf, slugOf } from '../text.ts';
import { type Instructor, missingToPublish } from './instructor.ts';
import {
  insertInstructors,
  lockInstructorOf,
  type ProfileTexts,
  updateProfile,
} from './instructors.queries.ts';

export interface ProfileInput {
  displayName: string;
  headline: string;
  bio: string;
  lessonText: string;
  languages: string[];
  placeSlug: string | null;
  /** IANA zone; the person's own when left out. */
  timeZone?: string;
}

/**
 * Creates or changes the acting person's profile. A new one is a draft in the person's market and
 * makes the person an instructor. Throws `forbidden` market_required and `invalid` naming the field.
 */
export function saveProfile(ctx: Ctx, input: ProfileInput): Promise<Instructor> {
  const person = actingPerson(ctx);
  return inTransaction(ctx, async (tx) => {
    const existing = await lockInstructorOf(tx, person.id);
    const services = existing ? await selectServicesOf(tx, [existing.id]) : [];
    const marketCode = await marketOf(tx, person.id, existing, services);
    const place = await placeOf(tx, input.placeSlug, marketCode);
    const timeZone = input.timeZone ?? existing?.timeZone ?? person.timeZone;
    const profile = { ...profileFrom(input, place), timeZone };
    if (!existing) return startProfile(tx, person.id, { ...profile, marketCode });
    assertStaysWhole(existing, profile, services);
    await updateProfile(tx, existing.id, { ...profile, marketCode });
    await tx.events.publish(tx, instructorChanged, { instructorId: existing.id });
    return { ...existing, ...profile, marketCode, updatedAt: tx.clock.now() };
  }).catch(rethrowConstraint);
}

function profileFrom(
  input: ProfileInput,
  place: Place | undefined,
): Omit<ProfileTexts, 'timeZone'> {
  return {
    displayName: lineOf(input.displayName, 'displayName', 2),
    headline: cleanLine(input.headline),
    bio: cleanText(input.bio),
    lessonText: cleanText(input.lessonText),
    languages: [...new Set(input.languages)],
    placeId: place?.id ?? null,
    placeName: place ? [place.name, place.parentName].filter(Boolean).join(', ') : null,
    point: place?.point ?? null,
  };
}

/** Prices are in the market's currency, so the market follows the person only until there is a price (MK-03). */
async function marketOf(
  ctx: Ctx,
  personId: string,
  existing: Instructor | undefined,
  services: Service[],
): Promise<string> {
  if (existing && (services.length > 0 || existing.status === 'published'))
    return existing.marketCode;
  const market = await findChosenMarket(ctx, personId);
  if (!market) throw marketRequired();
  return market.code;
}

async function placeOf(
  ctx: Ctx,
  slug: string | null,
  marketCode: string,
): Promise<Place | undefined> {
  if (slug === null) return undefined;
  const place = await findPlaceBySlug(ctx, slug);
  if (!place) throw placeUnknown();
  if (place.marketCode !== marketCode) throw placeOfOtherMarket();
  return place;
}

function assertStaysWhole(
  existing: Instructor,
  profile: Omit<ProfileTexts, 'timeZone'>,
  services: Service[],
): void {
  if (
    profile.placeId === null &&
    services.some((service) => service.place === 'instructor' && service.active)
  )
    throw placeNeeded();
  const missing = existing.status === 'published' ? missingToPublish(profile, services) : [];
  if (missing.length > 0) throw profileIncomplete(missing);
}

const slugTriesMax = 200;

async function startProfile(
  ctx: Ctx,
  personId: string,
  profile: ProfileTexts & { marketCode: string },
): Promise<Instructor> {
  const instructor: Instructor = {
    ...profile,
    id: newId(ctx.clock),
    personId,
    slug: '',
    portrait: portraitFor(personId),
    status: 'draft',
    isDemo: false,
    publishedAt: null,
    updatedAt: ctx.clock.now(),
  };
  const base = slugOf(profile.displayName) || 'teacher';
  for (let number = 1; number <= slugTriesMax; number++) {
    // Common names run out of small numbers: after a few tries the id's random end settles it.
    const end = number === 1 ? '' : number <= 9 ? `-${number}` : `-${newId(ctx.clock).slice(-8)}`;
    const started = { ...instructor, slug: `${base}${end}` };
    if ((await insertInstructors(ctx, [started])) === 0) {
      const other = await lockInstructorOf(ctx, personId);
      if (other) return other; // the same form, sent twice at once
      continue;
    }
    await addRole(ctx, personId, 'instructor');
    await ctx.events.publish(ctx, instructorChanged, { instructorId: started.id });
    return started;
  }
  throw new Error(`no free address for ${base}`);
}
