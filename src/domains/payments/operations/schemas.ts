import { type TSchema, Type } from 'typebox';
import { Cursor, Instant, Limit, MoneySchema, Page, Uuid } from '../../../platform/http/index.ts';
import { type ChargeStatus, chargeSteps } from '../charges/charge-states.ts';
import { fieldCharactersMax, fileFields, textFields } from '../disputes/evidence.ts';
import { caseKinds } from '../reconciliation/case-kinds.ts';
import { refundReasons } from './refund-reasons.ts';

const OrNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
const Minor = Type.Integer({ description: 'in minor units of the currency' });
const Name = Type.String();

const Status = Type.Unsafe<ChargeStatus>({
  type: 'string',
  enum: [...Object.keys(chargeSteps), 'unknown'],
});

export const CursorQuery = Type.Object({ cursor: Cursor, limit: Limit(25) });
export const IdParams = Type.Object({ id: Uuid });
export const EventParams = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }) });

export const PaymentsQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'an id of ours or the provider’s, or a booking’s',
    }),
  ),
  status: Type.Optional(Status),
  cursor: Cursor,
  limit: Limit(25),
});

export const PaymentsPage = Page(
  Type.Object({
    id: Uuid,
    reference: Name,
    market: Name,
    status: Status,
    amount: MoneySchema,
    captured: MoneySchema,
    refunded: MoneySchema,
    lost: MoneySchema,
    isDisputed: Type.Boolean(),
    createdAt: Instant,
  }),
);

const Payment = Type.Object({
  id: Uuid,
  reference: Name,
  market: Name,
  platform: Name,
  currency: Name,
  status: Status,
  lastKnownStatus: Name,
  capture: Name,
  amountMinor: Minor,
  feeMinor: Minor,
  capturedMinor: Minor,
  refundedMinor: Minor,
  lostMinor: Minor,
  keptMinor: Minor,
  instructedMinor: OrNull(Minor),
  instructedReason: OrNull(Name),
  isDisputed: Type.Boolean(),
  declineCode: OrNull(Name),
  sessionId: OrNull(Name),
  intentId: OrNull(Name),
  providerChargeId: OrNull(Name),
  createdAt: Instant,
  updatedAt: Instant,
});

const Transition = Type.Object({
  kind: oneOf(['charge', 'transfer', 'dispute']),
  from: Name,
  to: Name,
  cause: Name,
  at: Instant,
});

const Call = Type.Object({
  id: Uuid,
  kind: Name,
  operation: Name,
  attempt: Type.Integer(),
  key: Name,
  status: Name,
  objectId: OrNull(Name),
  requestId: OrNull(Name),
  errorCode: OrNull(Name),
  errorMessage: OrNull(Name),
  needsPersonAt: OrNull(Instant),
  createdAt: Instant,
  finishedAt: OrNull(Instant),
});

const Posting = Type.Object({
  id: Uuid,
  kind: Name,
  sourceKey: Name,
  postedAt: Instant,
  lines: Type.Array(Type.Object({ account: Name, amountMinor: Minor, currency: Name })),
});

const Event = Type.Object({
  id: Name,
  type: Name,
  status: Name,
  note: OrNull(Name),
  attempts: Type.Integer(),
  receivedAt: Instant,
});

export const Story = Type.Object({
  payment: Payment,
  transitions: Type.Array(Transition),
  calls: Type.Array(Call),
  postings: Type.Array(Posting),
  events: Type.Array(Event),
  refunds: Type.Array(
    Type.Object({ id: Name, amountMinor: Minor, status: Name, createdAt: Instant }),
  ),
  operatorRefunds: Type.Array(
    Type.Object({
      id: Uuid,
      amountMinor: Minor,
      reason: oneOf(refundReasons),
      note: Name,
      operatorId: Uuid,
      createdAt: Instant,
    }),
  ),
  transfers: Type.Array(
    Type.Object({
      id: Uuid,
      status: Name,
      amountMinor: Minor,
      nettedMinor: Minor,
      reversedMinor: Minor,
      owedMinor: Minor,
      blockedReason: OrNull(Name),
      providerId: OrNull(Name),
      dueAt: Instant,
      sentAt: OrNull(Instant),
    }),
  ),
  holds: Type.Array(Type.Object({ reason: Name, placedAt: Instant, liftedAt: OrNull(Instant) })),
  disputes: Type.Array(
    Type.Object({
      id: Uuid,
      providerId: Name,
      status: Name,
      reason: OrNull(Name),
      amountMinor: OrNull(Minor),
      dueAt: OrNull(Instant),
    }),
  ),
});

export const RefundBody = Type.Object({
  amountMinor: Type.Integer({ minimum: 1, maximum: 99_999_999 }),
  expectedRefundedMinor: Type.Integer({
    minimum: 0,
    maximum: 99_999_999,
    description: 'what had been refunded when this was decided',
  }),
  reason: oneOf(refundReasons),
  note: Type.String({ maxLength: 1000 }),
});

export const Asked = Type.Object({ asked: Type.Literal(true) });

export const WaitingCallsPage = Page(
  Type.Object({
    id: Uuid,
    kind: Name,
    subjectId: Uuid,
    chargeId: OrNull(Uuid),
    operation: Name,
    attempt: Type.Integer(),
    status: Name,
    asked: Type.Integer(),
    errorCode: OrNull(Name),
    errorMessage: OrNull(Name),
    needsPersonAt: OrNull(Instant),
    createdAt: Instant,
  }),
);

const parked = {
  id: Name,
  type: Name,
  platform: Name,
  status: Name,
  note: OrNull(Name),
  attempts: Type.Integer(),
  objectId: OrNull(Name),
  receivedAt: Instant,
};
export const ParkedEventsPage = Page(Type.Object(parked));
export const PaymentEvent = Type.Object({ ...parked, payload: Type.Unknown() });

const disputeStatuses = [
  'reported',
  'inquiry',
  'inquiry_review',
  'inquiry_closed',
  'needs_response',
  'under_review',
  'won',
  'lost',
] as const;

const dispute = {
  id: Uuid,
  chargeId: Uuid,
  providerId: Name,
  status: oneOf(disputeStatuses),
  reason: OrNull(Name),
  currency: OrNull(Name),
  amountMinor: OrNull(Minor),
  answer: OrNull(oneOf(['contest', 'accept'])),
  dueAt: OrNull(Instant),
};
export const DisputesQuery = Type.Object({
  open: Type.Optional(Type.Boolean({ default: true })),
  cursor: Cursor,
  limit: Limit(25),
});
export const DisputesPage = Page(Type.Object({ ...dispute, createdAt: Instant }));

const evidenceShape = Object.fromEntries(
  [...textFields, ...fileFields].map((field) => [
    field,
    Type.Optional(Type.String({ maxLength: fieldCharactersMax })),
  ]),
) as Record<
  (typeof textFields)[number] | (typeof fileFields)[number],
  ReturnType<typeof Type.Optional<ReturnType<typeof Type.String>>>
>;
const Evidence = Type.Object(evidenceShape, { additionalProperties: false });
export const EvidenceBody = Type.Object({ evidence: Evidence });

export const Dispute = Type.Object({
  ...dispute,
  heldMinor: Minor,
  openedAt: OrNull(Instant),
  evidence: Evidence,
  files: Type.Array(Type.Object({ id: Name, name: Name, bytes: Type.Integer() })),
  answeredAt: OrNull(Instant),
  refusal: OrNull(Name),
  isAnswerable: Type.Boolean(),
});

export const FileQuery = Type.Object({
  field: oneOf(fileFields),
  name: Type.String({ minLength: 1, maxLength: 255 }),
});

export const AnswerBody = Type.Object({ answer: oneOf(['contest', 'accept']) });

const reconciliation = Type.Object({
  id: Uuid,
  platform: Name,
  status: oneOf(['running', 'done', 'failed']),
  from: Instant,
  until: Instant,
  startedAt: Instant,
  finishedAt: OrNull(Instant),
  movements: Type.Integer(),
  opened: Type.Integer(),
  closed: Type.Integer(),
  totals: Type.Array(Type.Object({ currency: Name, providerMinor: Minor, ledgerMinor: Minor })),
  error: OrNull(Name),
});
export const Reconciliation = reconciliation;
export const ReconciliationsPage = Page(reconciliation);

export const CasesQuery = Type.Object({
  state: Type.Optional(oneOf(['open', 'closed'])),
  reconciliationId: Type.Optional(Uuid),
  cursor: Cursor,
  limit: Limit(25),
});
export const CasesPage = Page(
  Type.Object({
    id: Uuid,
    kind: oneOf(caseKinds),
    state: oneOf(['open', 'closed']),
    platform: Name,
    currency: Name,
    providerMinor: Minor,
    ledgerMinor: Minor,
    note: OrNull(Name),
    closedBy: OrNull(Uuid),
    openedAt: Instant,
    closedAt: OrNull(Instant),
    balanceTransactionId: OrNull(Name),
    movementType: OrNull(Name),
    sourceId: OrNull(Name),
    sourceKey: OrNull(Name),
    chargeId: OrNull(Uuid),
  }),
);
export const CloseBody = Type.Object({
  note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
});
