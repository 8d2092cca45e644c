import { type TSchema, Type } from 'typebox';
import { Cursor, MoneySchema, Page, Uuid } from '../../platform/http/index.ts';
import { earningStatuses } from './earnings/earning.ts';
import { payoutAccountStatuses } from './payout-accounts/payout-account-states.ts';
import { requirementKinds } from './payout-accounts/requirements.ts';
import { payoutLineKinds } from './payouts/observe-payout.ts';
import { seenPayoutStatuses } from './payouts/payout-states.ts';

const Nullable = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const OneOf = <const T extends string>(values: readonly T[]) =>
  Type.Enum([...values], { type: 'string' });
/** Instants of an answer, in UTC. */
const At = Type.String({ description: 'RFC 3339, in UTC' });

export const CursorQuery = Type.Object({ cursor: Cursor });
export const PayoutParams = Type.Object({ payoutId: Uuid });
export const MonthParams = Type.Object({
  month: Type.String({
    pattern: '^20\\d\\d-(0[1-9]|1[0-2])$',
    description: 'YYYY-MM, on the calendar of my time zone',
  }),
});

export const PayoutAccountAnswer = Type.Object({
  status: OneOf(payoutAccountStatuses),
  country: Nullable(Type.String({ description: 'ISO 3166' })),
  bank: Nullable(Type.Object({ name: Nullable(Type.String()), last4: Type.String() })),
  requirements: Type.Array(
    Type.Object({
      kind: OneOf(requirementKinds),
      dueAt: Nullable(At),
      pastDue: Type.Boolean({ description: 'the account is limited until it is there' }),
      reason: Nullable(Type.String({ description: 'the provider’s own words' })),
    }),
  ),
});

export const ProviderPage = Type.Object({
  url: Type.String({ description: 'a page of the payment provider, for one opening' }),
});

export const PayoutAnswer = Type.Object({
  id: Uuid,
  amount: MoneySchema,
  status: OneOf(seenPayoutStatuses),
  createdAt: At,
  arrivesAt: At,
  bankLast4: Nullable(Type.String()),
  failureCode: Nullable(Type.String()),
  hasLines: Type.Boolean({ description: 'whether it is known what it is made of' }),
});

export const PayoutsPage = Page(PayoutAnswer);

export const PayoutLinesPage = Page(
  Type.Object({
    id: Type.String(),
    kind: OneOf(payoutLineKinds),
    amount: MoneySchema,
    happenedAt: At,
    earning: Nullable(
      Type.Object({ reference: Type.String(), title: Type.String(), startsAt: At }),
    ),
  }),
);

export const EarningsPage = Page(
  Type.Object({
    id: Uuid,
    reference: Type.String({ description: 'what it was earned for, as "booking:UUID"' }),
    title: Type.String(),
    startsAt: At,
    status: OneOf(earningStatuses),
    price: MoneySchema,
    returned: MoneySchema,
    commission: MoneySchema,
    netted: MoneySchema,
    earned: MoneySchema,
    takenBack: MoneySchema,
    owed: MoneySchema,
    transferAt: Nullable(At),
    payoutId: Nullable(Uuid),
  }),
);

export const EarningsSummaryAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      currency: Type.String(),
      expected: MoneySchema,
      waiting: MoneySchema,
      inAccount: MoneySchema,
      onTheWay: MoneySchema,
    }),
  ),
});

export const StatementsPage = Page(Type.Object({ month: Type.String({ description: 'YYYY-MM' }) }));
