import { type TSchema, Type } from 'typebox';
import {
  Cursor,
  Instant,
  MoneySchema,
  Page,
  PlainDate,
  Text,
  TimeZone,
  Uuid,
} from '../../platform/http/index.ts';
import { horizonDaysMax } from './availability/availability.ts';
import { bookingStatuses } from './bookings/booking-states.ts';
import { problemKinds } from './tables.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const OneOf = <const T extends string[]>(...values: readonly [...T]) =>
  Type.Enum([...values], { type: 'string' });
const Place = OneOf('online', 'instructor');
/** Instants of an answer, in UTC. */
const At = Type.String({ description: 'RFC 3339, in UTC' });

export const IdParams = Type.Object({ id: Uuid });

export const SlotsQuery = Type.Object({
  serviceId: Uuid,
  from: Type.Optional(PlainDate),
  days: Type.Integer({ minimum: 1, maximum: 31, default: 7 }),
  zone: Type.Optional(TimeZone),
});

export const SlotsView = Type.Object({
  timeZone: Type.String({ description: 'zone of the days' }),
  instructorTimeZone: Type.String(),
  durationMinutes: Type.Integer(),
  price: MoneySchema,
  split: Type.Object({ instructor: MoneySchema, commission: MoneySchema }),
  policy: Type.Object({
    kind: OneOf('flexible', 'standard', 'strict'),
    steps: Type.Array(
      Type.Object({ minutesBefore: Type.Integer(), refundBasisPoints: Type.Integer() }),
      { description: 'refunds by how long before the start one cancels; after the last, nothing' },
    ),
  }),
  confirmsByHand: Type.Boolean({ description: 'a paid slot is only asked for at first' }),
  days: Type.Array(
    Type.Object({
      date: Type.String(),
      slots: Type.Array(Type.Object({ startsAt: At, endsAt: At })),
    }),
  ),
  nextStartsAt: Nullable(At),
});

export const WhyQuery = Type.Object({
  serviceId: Uuid,
  local: Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$',
    description: "date and time on the instructor's wall clock",
  }),
});

export const WhyView = Type.Object({
  timeZone: Type.String(),
  offered: Type.Boolean(),
  reason: Nullable(
    OneOf('past', 'too_soon', 'beyond_horizon', 'dst_gap', 'outside_hours', 'not_on_grid', 'busy'),
  ),
});

const Minute = (maximum: number) => Type.Integer({ minimum: 0, maximum, multipleOf: 5 });

const Rule = Type.Object(
  {
    weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' }),
    startMinute: Minute(1435),
    endMinute: Minute(1440),
  },
  {
    additionalProperties: false,
    description: 'minutes of the wall clock; 1440 is the next midnight',
  },
);

export const AvailabilityView = Type.Object({
  timeZone: TimeZone,
  incrementMinutes: Type.Integer({ minimum: 5, maximum: 60, multipleOf: 5, default: 15 }),
  bufferBeforeMinutes: Type.Integer({ minimum: 0, maximum: 240, default: 0 }),
  bufferAfterMinutes: Type.Integer({ minimum: 0, maximum: 240, default: 0 }),
  noticeOnlineMinutes: Type.Integer({ minimum: 0, maximum: 20_160, default: 120 }),
  noticeInPersonMinutes: Type.Integer({ minimum: 0, maximum: 20_160, default: 720 }),
  horizonDays: Type.Integer({ minimum: 1, maximum: horizonDaysMax, default: 60 }),
  confirmsByHand: Type.Boolean({
    default: false,
    description: 'a paid slot is only asked for, until the instructor accepts or declines',
  }),
  rules: Type.Array(Rule, { maxItems: 100 }),
});

const { timeZone, rules, ...limits } = AvailabilityView.properties;

/** What is left out of the limits is the default. */
export const AvailabilityBody = Type.Object({
  timeZone,
  rules,
  ...Type.Partial(Type.Object(limits)).properties,
});

export const RequestBookingBody = Type.Object({
  serviceId: Uuid,
  startsAt: Instant,
  timeZone: TimeZone,
  expectedPrice: Type.Optional(
    Type.Object({ ...MoneySchema.properties }, { additionalProperties: false }),
  ),
});

const PayersMoney = Type.Enum(['untouched', 'reserved', 'taken'], {
  type: 'string',
  description: 'where the money is before the cancellation: not asked for, reserved, taken',
});

const lesson = {
  id: Uuid,
  reference: Type.String(),
  status: OneOf(...bookingStatuses),
  viewer: OneOf('learner', 'instructor', 'guest', 'operator'),
  title: Type.String(),
  subjectSlug: Type.String(),
  startsAt: At,
  endsAt: At,
  place: Place,
  placeName: Nullable(Type.String()),
  price: MoneySchema,
  holdExpiresAt: Nullable(At),
  answerBy: Nullable(
    Type.String({
      description: 'of what was asked for: until when the instructor answers, or had to',
    }),
  ),
  counterpart: Nullable(
    Type.Object({
      name: Type.String(),
      slug: Nullable(Type.String()),
      portrait: Nullable(Type.String()),
    }),
  ),
};

const LessonView = Type.Object(lesson);
export const LessonsPage = Page(LessonView);
export const LessonsQuery = Type.Object({
  when: Type.Enum(['upcoming', 'past'], { type: 'string', default: 'upcoming' }),
  cursor: Cursor,
});

export const BookingView = Type.Object(
  {
    ...lesson,
    serviceId: Uuid,
    instructorId: Uuid,
    marketCode: Type.String(),
    learnerTimeZone: Type.String(),
    instructorTimeZone: Type.String(),
    split: Type.Object({ instructor: MoneySchema, commission: MoneySchema }),
    policy: Type.Object({
      kind: OneOf('flexible', 'standard', 'strict'),
      deadlines: Type.Array(
        Type.Object({ until: At, refundBasisPoints: Type.Integer(), refund: MoneySchema }),
        {
          description:
            'cancelling up to and including `until` gives `refund` back; after the last, nothing',
        },
      ),
    }),
    paidTooLate: Type.Boolean({
      description: 'paid after the hold had ended and the slot was gone: everything goes back',
    }),
    cancellation: Nullable(
      Type.Object({
        at: At,
        by: Type.Enum(['learner', 'instructor', 'system'], {
          type: 'string',
          description: 'system: the payment failed for good',
        }),
        refund: MoneySchema,
        money: PayersMoney,
        withdrawn: Type.Boolean({ description: 'it was only asked for: no lesson was cancelled' }),
      }),
    ),
    byHand: Type.Boolean({ description: 'the instructor confirms by hand' }),
    declineNote: Nullable(Type.String({ description: "the instructor's words" })),
    chargedAt: Nullable(
      Type.String({
        description: 'when the saved card will be charged; null: at checkout, or it was',
      }),
    ),
    paymentNeeded: Type.Boolean({
      description: 'the saved card was declined: the learner has to pay on the payment page',
    }),
    noShowBy: Nullable(OneOf('learner', 'instructor')),
    reportsUntil: Type.String({ description: 'until when something can be said about the lesson' }),
    problem: Nullable(
      Type.Object(
        {
          id: Uuid,
          kind: OneOf(...problemKinds),
          text: Nullable(
            Type.String({ description: "the learner's own words; null to the instructor" }),
          ),
          reportedAt: At,
          settledAt: Nullable(At),
          refund: Nullable(MoneySchema),
        },
        { description: 'the latest that the learner reported' },
      ),
    ),
    actions: Type.Object({
      claim: Type.Boolean(),
      checkout: Type.Boolean(),
      release: Type.Boolean(),
      accept: Type.Boolean(),
      decline: Type.Boolean(),
      cancel: Type.Boolean(),
      calendar: Type.Boolean(),
      pay: Type.Boolean(),
      reportNoShow: Type.Boolean(),
      reportProblem: Type.Boolean(),
    }),
  },
  { title: 'Booking' },
);

export const CheckoutView = Type.Object({ url: Type.String({ description: 'the payment page' }) });

export const PaymentCheckView = Type.Object({
  booking: BookingView,
  declineCode: Nullable(
    Type.String({ description: "the provider's reason for the last declined try" }),
  ),
});

export const QuoteView = Type.Object({
  by: OneOf('learner', 'instructor'),
  money: PayersMoney,
  refund: MoneySchema,
  kept: MoneySchema,
  until: Nullable(At),
});

export const CancelBody = Type.Object({
  expectedRefundMinor: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
});

export const DeclineBody = Type.Object({
  note: Type.Optional(Text({ min: 1, max: 500 })),
});

export const NoShowBody = Type.Object({
  note: Text({ min: 1, max: 1000 }),
});

export const ProblemBody = Type.Object({
  kind: OneOf(...problemKinds),
  text: Text({ min: 1, max: 2000 }),
});

export const Nothing = Type.Null();

export const ProblemsQuery = Type.Object({ cursor: Cursor });

export const LessonProblem = Type.Object({
  id: Uuid,
  kind: OneOf(...problemKinds),
  description: Nullable(Type.String()),
  reportedAt: At,
  settledAt: Nullable(At),
  refund: Nullable(MoneySchema),
  settlement: Nullable(Type.String({ description: 'why, as the operator wrote' })),
  bookingId: Uuid,
  chargeId: Nullable(Uuid),
  reference: Type.String(),
  title: Type.String(),
  startsAt: At,
  price: MoneySchema,
});
export const OpenProblems = Page(LessonProblem);

export const SettleBody = Type.Object({
  refundMinor: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
  note: Text({ min: 1, max: 1000 }),
});

export const WeekQuery = Type.Object({ from: Type.Optional(PlainDate) });

export const WeekView = Type.Object({
  from: Type.String(),
  timeZone: Type.String(),
  open: Type.Array(Type.Object({ from: At, until: At })),
  lessons: Type.Array(LessonView),
});
