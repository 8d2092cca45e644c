import { type BookableService, getBookableService } from '../../catalog/index.ts';
import { getMarket } from '../../markets/index.ts';
import { openCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId, sql } from '../../../platform/db/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import {
  learnerBusy,
  ownLesson,
  priceChanged,
  slotRefused,
  slotTaken,
  tooManyHolds,
  wrongCurrency,
} from '../errors.ts';
import { bookingHeld, slotsChanged } from '../events.ts';
import { type InstructorDiary, lessonFor, loadDiary, noticeFor } from '../slots/diaries.ts';
import { type SlotReason, whyNot } from '../slots/slot-engine.ts';
import {
  chargeReference,
  holdMinutes,
  isFarAhead,
  liveHoldsMax,
  newReference,
  payingHoldMinutes,
  settleAtFor,
  splitPrice,
} from './booking.ts';
import { isInstructorBusy, lockHolder, selectLiveHolds } from './bookings.queries.ts';
import { defaultPolicy } from './cancellation-policy.ts';
import { endStaleHolds, expireHoldLater } from './end-hold.ts';
import { type Holder, holderOf } from './holder.ts';
import { insertHold } from './transitions.queries.ts';

export interface RequestBooking {
  serviceId: string;
  startsAt: Temporal.Instant;
  /** The learner's IANA zone. */
  timeZone: string;
  /** What the learner was shown; refused when the price is another by now. */
  expectedPrice?: Money | undefined;
}

interface Range {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

interface Offer extends BookableService {
  holder: Holder;
  price: Money;
  commission: Money;
  lesson: Range;
  /** The lesson with the buffers of this moment. */
  blocked: Range;
  /** The instructor's zone. */
  timeZone: string;
  byHand: boolean;
  noticeMinutes: number;
}

interface Requested {
  bookingId: string;
  /** False when the same holder had asked for the same before. */
  created: boolean;
}

/**
 * Holds a slot for ten minutes and opens its charge. The price comes from the catalog, the time is
 * judged by the slot engine, and the database settles every race. The same request of the same
 * holder finds its hold again.
 */
export async function requestBooking(ctx: Ctx, input: RequestBooking): Promise<Requested> {
  const holder = holderOf(ctx.actor);
  const { service, instructor } = await getBookableService(ctx, input.serviceId);
  if (instructor.personId === holder.learnerId) throw ownLesson();
  const price = money(service.priceMinor, service.currency);
  checkExpectedPrice(price, input.expectedPrice);
  const lesson = {
    from: input.startsAt,
    until: input.startsAt.add({ minutes: service.durationMinutes }),
  };
  const diary = await loadDiary(ctx, instructor.id, lesson);
  const reason = whyNot(diary, lessonFor(ctx, diary, service), input.startsAt);
  if (reason) return holdAgain(ctx, holder, input, reason);

  const { commissionBp } = await getMarket(ctx, instructor.marketCode);
  const { commission } = splitPrice(price, commissionBp);
  const { timeZone } = diary;
  const blocked = blockOf(lesson, diary);
  const offer = { service, instructor, holder, price, commission, lesson, blocked, timeZone };
  const answer = {
    byHand: diary.confirmsByHand,
    noticeMinutes: noticeFor(diary, service.place),
  };
  return inTransaction(ctx, (tx) => holdSlot(tx, input, { ...offer, ...answer }));
}

function checkExpectedPrice(price: Money, expected: Money | undefined): void {
  if (!expected) return;
  if (expected.currency !== price.currency) throw wrongCurrency(price.currency);
  if (expected.minor !== price.minor) throw priceChanged(price);
}

function blockOf(lesson: Range, diary: InstructorDiary): Range {
  return {
    from: lesson.from.subtract({ minutes: diary.bufferBeforeMinutes }),
    until: lesson.until.add({ minutes: diary.bufferAfterMinutes }),
  };
}

/** What is refused may be the asker's own already: a repeated submit, another tab. */
async function holdAgain(
  ctx: Ctx,
  holder: Holder,
  input: RequestBooking,
  reason: SlotReason,
): Promise<Requested> {
  const mine = sameAs(input, await selectLiveHolds(ctx, holder));
  if (!mine) throw slotRefused(reason);
  return { bookingId: mine.id, created: false };
}

function sameAs(
  { serviceId, startsAt }: RequestBooking,
  holds: Awaited<ReturnType<typeof selectLiveHolds>>,
) {
  return holds.find((hold) => hold.serviceId === serviceId && hold.startsAt.equals(startsAt));
}

async function holdSlot(ctx: Ctx, input: RequestBooking, offer: Offer): Promise<Requested> {
  const { instructor, holder, blocked, lesson } = offer;
  const instructorId = instructor.id;
  await lockHolder(ctx, holder);
  const holds = await selectLiveHolds(ctx, holder);
  const mine = sameAs(input, holds);
  if (mine) return { bookingId: mine.id, created: false };
  if (holds.length >= liveHoldsMax) throw tooManyHolds(liveHoldsMax);

  await endStaleHolds(ctx, { instructorId, learnerId: holder.learnerId, blocked, lesson });
  const bookingId = await insertBooking(ctx, input, offer);
  await expireHoldLater(ctx, bookingId, ctx.clock.now().add({ minutes: holdMinutes }));
  await ctx.events.publish(ctx, bookingHeld, { bookingId });
  await ctx.events.publish(ctx, slotsChanged, { instructorId });
  return { bookingId, created: true };
}

async function insertBooking(ctx: Ctx, input: RequestBooking, offer: Offer): Promise<string> {
  const { instructor, holder } = offer;
  const id = newId(ctx.clock);
  const now = ctx.clock.now();
  const charge = await openCharge(ctx, {
    reference: chargeReference(id),
    market: instructor.marketCode,
    amount: offer.price,
    fee: offer.commission,
    capture: 'manual',
    ...(isFarAhead(offer.lesson.from, now) && { neededAt: offer.lesson.from }),
    payee: {
      personId: instructor.personId,
      settleAt: settleAtFor(offer.lesson.until, instructor.publishedAt),
    },
    // The payment page may still be opened shortly before the hold ends, and extends it.
    expiresAt: now.add({ minutes: payingHoldMinutes }),
  });
  const held = await insertHold(ctx, {
    ...snapshot(input, offer),
    id,
    reference: newReference(),
    status: 'held',
    learner_id: holder.learnerId,
    guest_key_hash: holder.learnerId ? null : holder.guestKeyHash,
    charge_id: charge.id,
    hold_expires_at: now.add({ minutes: holdMinutes }),
    created_at: now,
  });
  if (!held)
    throw (await isInstructorBusy(ctx, instructor.id, offer.blocked)) ? slotTaken() : learnerBusy();
  return id;
}

/** What the booking keeps of the moment it is made: later changes of the offer never touch it. */
function snapshot(input: RequestBooking, offer: Offer) {
  const { service, instructor, price, commission, lesson, blocked } = offer;
  return {
    instructor_id: instructor.id,
    instructor_person_id: instructor.personId,
    service_id: service.id,
    subject_slug: service.subjectSlug,
    title: service.title,
    place: service.place,
    place_name: service.place === 'online' ? null : instructor.placeName,
    market_code: instructor.marketCode,
    starts_at: lesson.from,
    ends_at: lesson.until,
    blocked: sql`tstzrange(${blocked.from}, ${blocked.until})`,
    learner_time_zone: input.timeZone,
    instructor_time_zone: offer.timeZone,
    price_minor: price.minor,
    commission_minor: commission.minor,
    currency: price.currency,
    by_hand: offer.byHand,
    notice_minutes: offer.noticeMinutes,
    policy: JSON.stringify(defaultPolicy),
  };
}
