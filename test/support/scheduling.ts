import {
  catalogDomain,
  createInstructors,
  instructorForSearch,
  type ServiceDraft,
} from '../../src/domains/catalog/index.ts';
import { createPerson, identityDomain } from '../../src/domains/identity/index.ts';
import { chooseMarket, marketsDomain } from '../../src/domains/markets/index.ts';
import * as scheduling from '../../src/domains/scheduling/index.ts';
import type { Ctx, Person } from '../../src/platform/context.ts';
import type { Domain } from '../../src/platform/domain.ts';
import type { EventType } from '../../src/platform/events/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import { type PaymentsWorld, startPaymentsWorld } from './payments.ts';
import { teacherDraft } from './teacher-draft.ts';
import type { WorldOptions } from './world.ts';

export interface Teacher {
  instructorId: string;
  slug: string;
  /** One online hour at £38 unless the test says otherwise. */
  serviceId: string;
  serviceIds: string[];
  ctx: Ctx;
  person: Person;
}

type Availability = Partial<Parameters<typeof scheduling.setAvailability>[1]>;

interface TeacherOptions extends Availability {
  market?: 'gb' | 'us' | 'in' | 'jp';
  services?: Partial<ServiceDraft>[];
  /** Whose profile it is; a new person's when absent. */
  personId?: string;
}

export interface SchedulingWorld extends PaymentsWorld {
  /** Teaches from 08:00 to 20:00 every day, London time. */
  newTeacher(options?: TeacherOptions): Promise<Teacher>;
  /** A learner with a verified address and a market. */
  newLearner(options?: {
    verified?: boolean;
    market?: string | null;
    roles?: Person['roles'];
    operatorScopes?: Person['operatorScopes'];
  }): Promise<Ctx & { actor: Person }>;
  guest(key?: string): Ctx;
  /** That time of day in London, so many days from the test clock's today. */
  inDays(days: number, time?: string): Temporal.Instant;
  /** Holds a slot; the learner's or guest's. */
  hold(ctx: Ctx, teacher: Teacher, startsAt: Temporal.Instant): Promise<string>;
  /** Holds and pays a slot, and lets everyone know. */
  book(ctx: Ctx, teacher: Teacher, startsAt: Temporal.Instant): Promise<string>;
  statusOf(bookingId: string): Promise<string>;
  /** The booking's moves, as "held → confirmed: paid by system". */
  movesOf(bookingId: string): Promise<string[]>;
  /** What scheduling has told about a booking, in the order of its life (listeners have none). */
  toldOf(bookingId: string): string[];
  chargeOf(bookingId: string): Promise<string>;
}

export const allWeek = (startMinute: number, endMinute: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute, endMinute }));

/** Scheduling with the doors it uses and the payment provider's stand-in. */
export async function startSchedulingWorld(
  more: readonly Domain[] = [],
  options: Omit<WorldOptions, 'domains'> = {},
): Promise<SchedulingWorld> {
  const told: { name: string; bookingId: string }[] = [];
  const world = await startPaymentsWorld(
    [
      identityDomain,
      marketsDomain,
      catalogDomain,
      scheduling.schedulingDomain,
      recorder(told),
      ...more,
    ],
    options,
  );
  let people = 0;

  async function newPerson({
    verified = true,
    roles = ['learner'] as Person['roles'],
    operatorScopes = [] as Person['operatorScopes'],
  } = {}): Promise<Person> {
    people += 1;
    const email = `person${people}@example.com`;
    const displayName = `Person ${people}`;
    const id = await createPerson(world.ctx, {
      email,
      displayName,
      roles,
      verified,
      timeZone: 'Europe/London',
    });
    return {
      kind: 'person',
      id,
      sessionId: id,
      email,
      displayName,
      roles,
      operatorScopes,
      authenticatedAt: world.clock.now(),
      client: 'browser',
      timeZone: 'Europe/London',
    };
  }

  const self: SchedulingWorld = {
    ...world,
    async newTeacher({ market = 'gb', services = [{}], personId, ...availability } = {}) {
      const stranger = await newPerson({ roles: ['learner', 'instructor'] });
      const person = personId ? { ...stranger, id: personId } : stranger;
      const [created] = await createInstructors(world.ctx, [
        teacherDraft(person, market, services),
      ]);
      const { services: made } = (await instructorForSearch(world.ctx, created!.id))!;
      await scheduling.setAvailability(world.ctx, {
        timeZone: 'Europe/London',
        rules: allWeek(480, 1200),
        ...availability,
        instructorId: created!.id,
      });
      const serviceIds = made.map(({ id }) => id);
      return {
        instructorId: created!.id,
        slug: created!.slug,
        serviceId: serviceIds[0]!,
        serviceIds,
        person,
        ctx: world.as(person),
      };
    },
    async newLearner({ market = 'gb', ...options } = {}) {
      const person = await newPerson(options);
      if (market) await chooseMarket(world.ctx, { personId: person.id, code: market });
      return { ...world.as(person), actor: person };
    },
    guest: (key = `guest-${(people += 1)}`) => world.as({ kind: 'anonymous', guestKey: key }),
    inDays: (days, time = '10:00') =>
      world.clock
        .now()
        .toZonedDateTimeISO('Europe/London')
        .toPlainDate()
        .add({ days })
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) })
        .toInstant(),
    async hold(ctx, { serviceId }, startsAt) {
      const { bookingId } = await scheduling.requestBooking(ctx, {
        serviceId,
        startsAt,
        timeZone: 'Europe/London',
      });
      return bookingId;
    },
    async book(ctx, teacher, startsAt) {
      const bookingId = await self.hold(ctx, teacher, startsAt);
      const payerId = ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
      await self.pay(await self.startCheckout(await self.chargeOf(bookingId), payerId));
      await self.deliverAll();
      return bookingId;
    },
    statusOf: async (id) =>
      (await one<{ status: string }>(sql`select status from scheduling.bookings where id = ${id}`))
        .status,
    chargeOf: async (id) =>
      (
        await one<{ charge_id: string }>(
          sql`select charge_id from scheduling.bookings where id = ${id}`,
        )
      ).charge_id,
    async movesOf(id) {
      const moves = await sql<{ line: string }>`
        select format('%s → %s: %s by %s', coalesce(from_status, 'none'), to_status, reason, actor_kind) as line
        from scheduling.booking_transitions where booking_id = ${id} order by id`.execute(
        world.ctx.db,
      );
      return moves.rows.map(({ line }) => line);
    },
    toldOf: (id) =>
      told
        .filter(({ bookingId }) => bookingId === id)
        .map(({ name }) => name)
        .toSorted((a, b) => life.indexOf(a) - life.indexOf(b)),
  };

  async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T> {
    return (await query.execute(world.ctx.db)).rows[0]!;
  }
  return self;
}

const life = [
  'held',
  'expired',
  'requested',
  'declined',
  'unanswered',
  'confirmed',
  'paid_too_late',
  'cancelled',
  'completed',
  'missed',
];

function recorder(told: { name: string; bookingId: string }[]): Domain {
  const events: EventType<{ bookingId: string }>[] = [
    scheduling.bookingHeld,
    scheduling.bookingRequested,
    scheduling.bookingDeclined,
    scheduling.requestUnanswered,
    scheduling.bookingConfirmed,
    scheduling.bookingCancelled,
    scheduling.bookingExpired,
    scheduling.bookingCompleted,
    scheduling.bookingPaidTooLate,
    scheduling.bookingMissed,
  ];
  return {
    name: 'booking-recorder',
    listeners(bus) {
      for (const event of events)
        bus.on(event, 'test.record-booking', async (_ctx, { bookingId }) => {
          told.push({ name: event.name.replace(/^scheduling.(booking|request)_/, ''), bookingId });
        });
    },
  };
}
