import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import type { CallRequest } from './provider-call.ts';
import type { ProviderCall } from './provider-calls.queries.ts';

/** The nouns that live at the provider too. */
export type SubjectKind =
  | 'charge'
  | 'transfer'
  | 'payout_account'
  | 'payout'
  | 'customer'
  | 'card_setup'
  | 'subscription'
  | 'dispute'
  // Told of in the ledger alone: a movement of our balance that is nothing else's.
  | 'balance_transaction';

/** Which of ours something is about. */
export interface Found {
  id: string;
  /** The platform account it lives in, for life. */
  platform: string;
}

/** A row of such a noun, as far as calls need it. */
export interface SubjectRow extends Found {
  /** Begins its idempotency keys: "booking:UUID", "transfer:UUID". */
  reference: string;
}

/** The object that an event shows, in the parts that lead to a subject. */
export interface EventObject {
  id: string;
  object: string;
  metadata?: Stripe.Metadata | null;
  [more: string]: unknown;
}

/** What came back from a call: the object, a clear no, or nothing we can rely on. */
export type Answer =
  | { kind: 'accepted'; object: { id: string }; requestId: string }
  | {
      kind: 'refused' | 'lost';
      code: string;
      message: string;
      requestId: string | null;
      /** A payment that was made, and declined. */
      objectId: string | null;
    };

export type Sent = Stripe.Response<{ id: string }>;

/** Why the provider is looked at, with what names the object there when our row does not yet. */
export interface LookReason<Call extends CallRequest> {
  call?: ProviderCall<Call>;
  answer?: Answer;
  /** What an event showed. */
  object?: EventObject;
}

/**
 * How one noun lives at the provider. Only a look moves its row; calls and events are reasons to
 * look. One file per noun ends in `-subject.ts` and is listed in `subjects.ts`.
 */
export interface Subject<
  Call extends CallRequest = CallRequest,
  Snapshot = unknown,
  Row extends SubjectRow = SubjectRow,
> {
  readonly kind: SubjectKind;
  /** The provider's object types whose events may be about it. */
  readonly objects: readonly string[];

  /** The SDK's call for each operation. */
  send(stripe: Stripe, call: Call, options: { idempotencyKey: string }): Promise<Sent>;
  /** Reads the provider; network. Undefined when there is nothing yet to look at. Throws the SDK's errors. */
  look(ctx: Ctx, id: string, reason: LookReason<Call>): Promise<Snapshot | undefined>;
  /** Whether the provider shows what the call asked for. */
  hasEffect(call: ProviderCall<Call>, snapshot: Snapshot): boolean;
  /** False for a call that is not sent again when it had no effect. By default every call is. */
  repeats?(call: ProviderCall<Call>): boolean;

  /** The row, locked until the transaction ends: every change begins with it. Throws not_found. */
  lock(ctx: Ctx, id: string): Promise<Row>;
  /**
   * In a transaction, with the locked row: moves it to what was seen, with postings and events, and
   * enqueues `carryOut` when that makes a next call due. Older looks change nothing. Throws
   * ProviderDiffers when what was seen is not this row's.
   */
  advance(ctx: Ctx, row: Row, snapshot: Snapshot, cause: string): Promise<void>;
  /** In a transaction, under the lock: shows that a call's answer was lost. */
  markUnknown?(ctx: Ctx, id: string, call: ProviderCall<Call>): Promise<void>;
  /**
   * In a transaction, under the lock, after `advance`: the provider clearly said no. True when our
   * rules know what follows; else a person is called.
   */
  refused?(ctx: Ctx, id: string, call: ProviderCall<Call>, error: Refusal): Promise<boolean>;
  /** In a transaction, under the lock: a call is known never to have had an effect, and is wanted again. */
  gaveUp?(ctx: Ctx, id: string, call: ProviderCall<Call>): Promise<void>;
  /** In a transaction, with the locked row: the call that is wanted now, made when its id is known. */
  next(ctx: Ctx, row: Row): Promise<((callId: string) => Call) | undefined>;

  /** Which of ours an event's object is about; may write a row for one it meets the first time. */
  find(ctx: Ctx, object: EventObject, event: EventOrigin): Promise<Found | undefined>;
}

export interface Refusal {
  code: string;
  message: string;
}

export interface EventOrigin {
  type: string;
  platform: string;
  /** The connected account, for events of one. */
  account: string | null;
}
