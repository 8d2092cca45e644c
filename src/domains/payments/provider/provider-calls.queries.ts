import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { tables, type ProviderCallsTable } from '../tables.ts';
import {
  type CallRequest,
  type CallStatus,
  hashParams,
  idempotencyKey,
  minutesUntilNextAsk,
} from './provider-call.ts';
import type { SubjectKind, SubjectRow } from './subject.ts';

/** A row, with operation and params belonging together as they were written. */
export type ProviderCall<Call extends CallRequest = CallRequest> = Omit<
  Selectable<ProviderCallsTable>,
  'operation' | 'params'
> &
  Call;

const columns = [
  'id',
  'subject_kind',
  'subject_id',
  'platform',
  'operation',
  'attempt',
  'idempotency_key',
  'params',
  'params_hash',
  'status',
  'provider_object_id',
  'provider_request_id',
  'error_code',
  'error_message',
  'asked',
  'needs_person_at',
  'created_at',
  'finished_at',
] as const;

export async function findCall(ctx: Ctx, callId: string): Promise<ProviderCall | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.provider_calls')
    .select(columns)
    .where('id', '=', callId)
    .executeTakeFirst();
  return row as ProviderCall | undefined;
}

/** The one call of the subject whose outcome is not known yet, if there is one. */
export async function findOpenCall(
  ctx: Ctx,
  { kind, id }: { kind: SubjectKind; id: string },
): Promise<ProviderCall | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.provider_calls')
    .select(columns)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('status', 'in', ['pending', 'unknown'])
    .executeTakeFirst();
  return row as ProviderCall | undefined;
}

/**
 * Whether what a subject wants next still has to be started: not while a call of its is open, whose
 * end looks again, nor after the same was refused, which would be refused again.
 */
export async function isToBeStarted(
  ctx: Ctx,
  { kind, id }: { kind: SubjectKind; id: string },
  operation: string,
): Promise<boolean> {
  if (await findOpenCall(ctx, { kind, id })) return false;
  const last = await tables(ctx)
    .selectFrom('payments.provider_calls')
    .select('status')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('operation', '=', operation)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.status !== 'failed';
}

/**
 * Writes down what is about to be asked, with the next key of its operation, and arranges for
 * somebody to look after it. Within a transaction that holds the subject's lock.
 */
export async function planCall(
  ctx: Ctx,
  kind: SubjectKind,
  subject: SubjectRow,
  requestFor: (callId: string) => CallRequest,
): Promise<ProviderCall> {
  const id = newId(ctx.clock);
  const { operation, params } = requestFor(id);
  const attempt = (await countCalls(ctx, { kind, id: subject.id }, operation)) + 1;
  const row = await tables(ctx)
    .insertInto('payments.provider_calls')
    .values({
      id,
      subject_kind: kind,
      subject_id: subject.id,
      platform: subject.platform,
      operation,
      attempt,
      idempotency_key: idempotencyKey(subject.reference, operation, attempt),
      params: JSON.stringify(params),
      params_hash: hashParams(params),
      status: 'pending',
      created_at: ctx.clock.now().toString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  await askLater(ctx, id, 0);
  return row as ProviderCall;
}

async function countCalls(
  ctx: Ctx,
  { kind, id }: { kind: SubjectKind; id: string },
  operation: string,
): Promise<number> {
  const { calls } = await tables(ctx)
    .selectFrom('payments.provider_calls')
    .select(({ fn }) => fn.countAll<number>().as('calls'))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('operation', '=', operation)
    .executeTakeFirstOrThrow();
  return calls;
}

/** Has the provider asked what became of a call, unless that is known by then. */
export async function askLater(ctx: Ctx, callId: string, asked: number): Promise<void> {
  const startAt = ctx.clock.now().add({ minutes: minutesUntilNextAsk(asked) });
  await ctx.jobs.enqueue(ctx, jobNames.resolveUnknown, { callId }, { startAt });
}

export interface CallOutcome {
  status: Exclude<CallStatus, 'pending'>;
  objectId?: string | null;
  requestId?: string | null;
  error?: { code: string; message: string } | null;
  needsPerson?: boolean;
}

/**
 * Writes a call's outcome; false when another was quicker. Once it is final, the payer's
 * address leaves the stored parameters.
 */
export async function saveOutcome(
  ctx: Ctx,
  callId: string,
  outcome: CallOutcome,
): Promise<boolean> {
  const now = ctx.clock.now().toString();
  const final = outcome.status !== 'unknown';
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('payments.provider_calls')
    .set({
      status: outcome.status,
      ...(final && {
        finished_at: now,
        params: sql<string>`params - array['customer_email', 'email', 'name']`,
      }),
      ...(outcome.objectId && { provider_object_id: outcome.objectId }),
      ...(outcome.requestId && { provider_request_id: outcome.requestId }),
      ...(outcome.error && {
        error_code: outcome.error.code,
        error_message: outcome.error.message,
      }),
      ...(outcome.needsPerson && { needs_person_at: now }),
    })
    .where('id', '=', callId)
    .where('status', 'in', ['pending', 'unknown'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks a call as one that a person must look at. */
export async function callPerson(ctx: Ctx, callId: string): Promise<void> {
  await tables(ctx)
    .updateTable('payments.provider_calls')
    .set({ needs_person_at: ctx.clock.now().toString() })
    .where('id', '=', callId)
    .execute();
}

export async function countAsk(ctx: Ctx, callId: string): Promise<number> {
  const { asked } = await tables(ctx)
    .updateTable('payments.provider_calls')
    .set(({ eb }) => ({ asked: eb('asked', '+', 1) }))
    .where('id', '=', callId)
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}
