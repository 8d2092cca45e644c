import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import { triesMax } from './phone-code.ts';
import type { PhoneCodeEnd } from './tables.ts';

export interface PhoneCode {
  id: string;
  phone: string;
  codeHash: Buffer;
  tries: number;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

const columns = [
  'id',
  'phone',
  'code_hash as codeHash',
  'tries',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

export async function insertCode(
  ctx: Ctx,
  code: Omit<PhoneCode, 'tries' | 'createdAt'> & { personId: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.phone_codes')
    .values({
      id: code.id,
      person_id: code.personId,
      phone: code.phone,
      code_hash: code.codeHash,
      created_at: ctx.clock.now(),
      expires_at: code.expiresAt,
    })
    .execute();
}

/** The code that the person was sent last, expired or not, unless it has done its work. */
export const findOpenCode = (ctx: Ctx, personId: string): Promise<PhoneCode | undefined> =>
  tables(ctx)
    .selectFrom('identity.phone_codes')
    .select(columns)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Counts a try in one statement, before the code is looked at: of many at once five get one. */
export const reserveTry = (ctx: Ctx, personId: string): Promise<PhoneCode | undefined> =>
  tables(ctx)
    .updateTable('identity.phone_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .where('tries', '<', triesMax)
    .returning(columns)
    .executeTakeFirst();

/** Returns whether this call ended it. */
export async function endCode(ctx: Ctx, id: string, reason: PhoneCodeEnd): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('identity.phone_codes')
    .set({ ended_at: ctx.clock.now(), end_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function endOpenCodes(
  ctx: Ctx,
  personId: string,
  reason: PhoneCodeEnd,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.phone_codes')
    .set({ ended_at: ctx.clock.now(), end_reason: reason })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

const sent = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('identity.phone_codes')
    .where(sql<boolean>`end_reason is distinct from 'unsent'`);

/** When the person was last sent a code at this number, and the number any code. */
export async function findLastSent(
  ctx: Ctx,
  { personId, phone }: { personId: string; phone: string },
): Promise<Temporal.Instant | undefined> {
  const row = await sent(ctx)
    .select('created_at as createdAt')
    .where('person_id', '=', personId)
    .where('phone', '=', phone)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.createdAt;
}

/** When codes were sent since then, oldest first: to the number, or to the person's numbers. */
export async function findSentSince(
  ctx: Ctx,
  whose: { phone: string } | { personId: string },
  since: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const query =
    'phone' in whose
      ? sent(ctx).where('phone', '=', whose.phone)
      : sent(ctx).where('person_id', '=', whose.personId);
  const rows = await query
    .select('created_at as createdAt')
    .where('created_at', '>', since)
    .orderBy('created_at')
    .execute();
  return rows.map(({ createdAt }) => createdAt);
}

/** Makes others who ask for a code at this number wait until the transaction ends. */
export async function lockPhone(ctx: Ctx, phone: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.phone:${phone}`}, 0))`.execute(
    ctx.db,
  );
}

export async function setPhone(ctx: Ctx, personId: string, phone: string | null): Promise<void> {
  await tables(ctx)
    .updateTable('identity.people')
    .set({ phone, phone_verified_at: phone === null ? null : ctx.clock.now() })
    .where('id', '=', personId)
    .execute();
}

export async function findPhone(ctx: Ctx, personId: string): Promise<string | null> {
  const row = await tables(ctx)
    .selectFrom('identity.people')
    .select('phone')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.phone ?? null;
}

export async function deleteCodesExpiredBefore(ctx: Ctx, instant: Temporal.Instant): Promise<void> {
  await tables(ctx).deleteFrom('identity.phone_codes').where('expires_at', '<', instant).execute();
}
