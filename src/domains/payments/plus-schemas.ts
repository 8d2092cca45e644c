import { type TSchema, Type } from 'typebox';
import { Cursor, Instant, Limit, MoneySchema, Page, Uuid } from '../../platform/http/index.ts';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const OneOf = <const T extends string[]>(...values: T) => Type.Enum(values);

/** A page of another origin, to be opened in the browser. */
export const HostedPage = Type.Object({ url: Type.String() });

export const IdParams = Type.Object({ id: Uuid });
export const ListQuery = Type.Object({ cursor: Cursor, limit: Limit(20, 50) });

const CardFace = Type.Object({ brand: Type.String(), last4: Type.String() });

const SavedCardView = Type.Object(
  {
    id: Uuid,
    brand: Type.String(),
    last4: Type.String(),
    expMonth: Type.Integer(),
    expYear: Type.Integer(),
    isDefault: Type.Boolean(),
    isExpired: Type.Boolean(),
    paysPlus: Type.Boolean({ description: 'Etude Plus is paid with it' }),
  },
  { title: 'SavedCard' },
);
export const SavedCardPage = Page(SavedCardView);

const PlanId = Type.String({ pattern: '^plus_[a-z]{2}_[a-z]+_[0-9]{1,4}$', maxLength: 40 });

const PlanView = Type.Object(
  {
    id: PlanId,
    market: Type.String(),
    interval: OneOf('month', 'year'),
    price: MoneySchema,
    trialDays: Type.Integer(),
  },
  { title: 'PlusPlan' },
);
export const PlansQuery = Type.Object({ market: Type.String({ pattern: '^[a-z]{2}$' }) });
export const PlanList = Type.Object({ items: Type.Array(PlanView), nextCursor: Type.Null() });

export const MyPlusView = Type.Object(
  {
    hasPlus: Type.Boolean(),
    mayTry: Type.Boolean({ description: 'the next subscription begins with a trial' }),
    subscription: Nullable(
      Type.Object({
        status: OneOf(
          'created',
          'open',
          'trialing',
          'active',
          'cancelling',
          'grace',
          'past_due',
          'ended',
          'abandoned',
        ),
        plan: PlanView,
        nextPlan: Nullable(PlanView),
        trialEndsAt: Nullable(Instant),
        periodEndsAt: Nullable(Instant),
        endsAt: Nullable(Instant),
        endedAt: Nullable(Instant),
        graceEndsAt: Nullable(Instant),
        payUrl: Nullable(Type.String()),
        card: Nullable(CardFace),
      }),
    ),
  },
  { title: 'MyPlus' },
);

export const SubscribeBody = Type.Object({ plan: PlanId });
export const ChangeQuery = Type.Object({ plan: PlanId });
export const ChangePreview = Type.Object(
  {
    plan: PlanView,
    change: OneOf('swap', 'now', 'later', 'stay', 'none'),
    dueNow: MoneySchema,
    lines: Type.Array(Type.Object({ amount: MoneySchema, proration: Type.Boolean() })),
    startsAt: Instant,
    renewsAt: Instant,
    at: Instant,
  },
  { title: 'PlusChangePreview' },
);
export const ChangeBody = Type.Object({
  plan: PlanId,
  expectedDueMinor: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
  at: Instant,
});
export const CancellationQuote = Type.Object({
  periodEndsAt: Instant,
  refund: MoneySchema,
  at: Instant,
});
export const CancelBody = Type.Object({
  when: Type.Union([Type.Literal('now'), Type.Literal('period_end')]),
  expectedRefundMinor: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999_999 })),
  at: Type.Optional(Instant),
});

export const PaymentView = Type.Object(
  {
    id: Uuid,
    kind: OneOf('lesson', 'plus'),
    bookingId: Nullable(Uuid),
    description: Nullable(Type.String()),
    status: OneOf('held', 'paid', 'released', 'partly_refunded', 'refunded', 'due', 'checking'),
    amount: MoneySchema,
    refunded: MoneySchema,
    reason: Nullable(Type.String({ description: 'why something was given back or let go' })),
    refunds: Type.Array(
      Type.Object({
        amount: MoneySchema,
        status: OneOf('pending', 'succeeded', 'failed'),
        at: Instant,
        arrivesBy: Instant,
      }),
    ),
    card: Nullable(CardFace),
    payUrl: Nullable(Type.String()),
    at: Instant,
    hasReceipt: Type.Boolean(),
  },
  { title: 'Payment' },
);
export const PaymentPage = Page(PaymentView);
