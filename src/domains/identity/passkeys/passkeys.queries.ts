import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';
import { passkeysMax, type Transport } from './passkey.ts';

/** What a person sees of a passkey. */
export interface Passkey {
  id: string;
  name: string;
  backedUp: boolean;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant | null;
}

/** What checking an answer needs. */
export interface Credential {
  id: string;
  personId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  transports: Transport[];
  backupEligible: boolean;
}

const passkeyColumns = [
  'id',
  'name',
  'backed_up as backedUp',
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
] as const;

const credentialColumns = [
  'id',
  'person_id as personId',
  'credential_id as credentialId',
  'public_key as publicKey',
  'transports',
  'backup_eligible as backupEligible',
] as const;

/** Newest first; a person has few. */
export const findPasskeys = (ctx: Ctx, personId: string): Promise<Passkey[]> =>
  tables(ctx)
    .selectFrom('identity.passkeys')
    .select(passkeyColumns)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('place')
    .limit(passkeysMax)
    .execute();

export const findCredentials = (ctx: Ctx, personId: string): Promise<Credential[]> =>
  tables(ctx)
    .selectFrom('identity.passkeys')
    .select(credentialColumns)
    .where('person_id', '=', personId)
    .orderBy('place')
    .limit(passkeysMax)
    .execute();

export const findCredential = (ctx: Ctx, credentialId: Buffer): Promise<Credential | undefined> =>
  tables(ctx)
    .selectFrom('identity.passkeys')
    .select(credentialColumns)
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();

export async function countPasskeys(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('identity.passkeys')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The lowest place that no passkey of the person has taken; null when all are. */
export async function findFreePlace(ctx: Ctx, personId: string): Promise<number | null> {
  const { rows } = await sql<{ place: number | null }>`
    select min(free.place)::int as place from generate_series(1, ${passkeysMax}::int) as free (place)
    where not exists (
      select from identity.passkeys p where p.person_id = ${personId} and p.place = free.place
    )`.execute(ctx.db);
  return rows[0]?.place ?? null;
}

export interface NewPasskey extends Credential {
  place: number;
  signCount: number;
  backedUp: boolean;
  name: string;
}

export async function insertPasskey(ctx: Ctx, passkey: NewPasskey): Promise<void> {
  await tables(ctx)
    .insertInto('identity.passkeys')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      place: passkey.place,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      sign_count: passkey.signCount,
      transports: passkey.transports,
      backup_eligible: passkey.backupEligible,
      backed_up: passkey.backedUp,
      name: passkey.name,
      created_at: ctx.clock.now(),
      last_used_at: null,
    })
    .execute();
}

/**
 * Notes a use. False when the counter did not rise, as with a copied authenticator (WebAuthn 6.1.1;
 * passkeys that are synced don't count and stay at 0), or when the passkey is gone.
 */
export async function recordUse(
  ctx: Ctx,
  { id, signCount, backedUp }: { id: string; signCount: number; backedUp: boolean },
): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.passkeys')
    .set({ sign_count: signCount, backed_up: backedUp, last_used_at: ctx.clock.now() })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('sign_count', '<', signCount),
        eb.and([eb('sign_count', '=', 0), eb.val(signCount === 0)]),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setName(
  ctx: Ctx,
  { id, personId, name }: { id: string; personId: string; name: string },
): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePasskey(
  ctx: Ctx,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const result = await tables(ctx)
    .deleteFrom('identity.passkeys')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
