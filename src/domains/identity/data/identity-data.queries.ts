import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface ErasedPerson {
  id: string;
  createdAt: Temporal.Instant;
  isDemo: boolean;
}

/** Undefined when there is no such person, or no longer. */
export const findForErasure = (ctx: Ctx, personId: string): Promise<ErasedPerson | undefined> =>
  tables(ctx)
    .selectFrom('identity.people')
    .select(['id', 'created_at as createdAt', 'is_demo as isDemo'])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** The person's address, and those that they had or wanted. */
export const findAddresses = (
  ctx: Ctx,
  personId: string,
): Promise<{ email: string; emailKey: string }[]> =>
  tables(ctx)
    .selectFrom('identity.people')
    .select(['email', 'email_key as emailKey'])
    .where('id', '=', personId)
    .union(
      tables(ctx)
        .selectFrom('identity.email_changes')
        .select(['old_email as email', 'old_email_key as emailKey'])
        .where('person_id', '=', personId),
    )
    .union(
      tables(ctx)
        .selectFrom('identity.email_changes')
        .select(['new_email as email', 'new_email_key as emailKey'])
        .where('person_id', '=', personId),
    )
    .execute();

/** The log says what happened for as long as it lives, but no longer from where. */
export async function forgetSenders(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity.audit_entries')
    .set({ address: null, user_agent: null })
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('actor_id', '=', personId)]))
    .where((eb) => eb.or([eb('address', 'is not', null), eb('user_agent', 'is not', null)]))
    .execute();
}

/** Deleting the row takes sessions, codes, links, passkeys and whatever else refers to it. */
export async function replaceByNobody(
  ctx: Ctx,
  { id, createdAt, isDemo }: ErasedPerson,
  displayName: string,
): Promise<void> {
  await tables(ctx).deleteFrom('identity.people').where('id', '=', id).execute();
  await tables(ctx)
    .insertInto('identity.people')
    .values({
      id,
      email: `deleted-${id}`,
      email_key: `deleted-${id}`,
      display_name: displayName,
      password_hash: null,
      email_verified_at: null,
      roles: [],
      locale: 'en',
      time_zone: 'UTC',
      is_demo: isDemo,
      created_at: createdAt,
      erased_at: ctx.clock.now(),
    })
    .execute();
}

export interface ProfileForExport {
  email: string;
  emailVerifiedAt: Temporal.Instant | null;
  displayName: string;
  phone: string | null;
  phoneVerifiedAt: Temporal.Instant | null;
  roles: string[];
  operatorScopes: string[];
  locale: string;
  timeZone: string;
  hasPassword: boolean;
  createdAt: Temporal.Instant;
}

export const getProfile = (ctx: Ctx, personId: string): Promise<ProfileForExport> =>
  tables(ctx)
    .selectFrom('identity.people')
    .select([
      'email',
      'email_verified_at as emailVerifiedAt',
      'display_name as displayName',
      'phone',
      'phone_verified_at as phoneVerifiedAt',
      'roles',
      'operator_scopes as operatorScopes',
      'locale',
      'time_zone as timeZone',
      sql<boolean>`password_hash is not null`.as('hasPassword'),
      'created_at as createdAt',
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();

interface Batch {
  personId: string;
  afterId: string | undefined;
  limit: number;
}

export const findSessions = (ctx: Ctx, { personId, afterId, limit }: Batch) =>
  tables(ctx)
    .selectFrom('identity.sessions')
    .select([
      'id',
      'client',
      'methods',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
      'revoked_at as endedAt',
      'end_reason as endReason',
    ])
    .where('person_id', '=', personId)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId!))
    .orderBy('id')
    .limit(limit)
    .execute();

/** Where an operator sat when they looked after the account is theirs to know. */
export const findSecurityLog = (ctx: Ctx, { personId, afterId, limit }: Batch) =>
  tables(ctx)
    .selectFrom('identity.audit_entries')
    .select([
      'id',
      'at',
      'action',
      'details',
      sql<
        string | null
      >`case when actor_id is distinct from person_id and actor_kind = 'person' then null else address end`.as(
        'address',
      ),
      sql<
        string | null
      >`case when actor_id is distinct from person_id and actor_kind = 'person' then null else user_agent end`.as(
        'userAgent',
      ),
    ])
    .where('person_id', '=', personId)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId!))
    .orderBy('id')
    .limit(limit)
    .execute();

export const findEmailChanges = (ctx: Ctx, { personId, afterId, limit }: Batch) =>
  tables(ctx)
    .selectFrom('identity.email_changes')
    .select([
      'id',
      'old_email as oldEmail',
      'new_email as newEmail',
      'requested_at as requestedAt',
      'confirmed_at as confirmedAt',
      'ended_at as endedAt',
      'end_reason as endReason',
    ])
    .where('person_id', '=', personId)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId!))
    .orderBy('id')
    .limit(limit)
    .execute();

/** At most a few dozen of each: passkeys are limited, the others age. */
export const findDevices = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('identity.devices')
    .select(['browser', 'first_seen_at as firstSeenAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', personId)
    .orderBy('first_seen_at')
    .limit(1000)
    .execute();

export const findTrustedBrowsers = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('identity.trusted_browsers')
    .select(['browser', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .limit(1000)
    .execute();

export const findPasskeys = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('identity.passkeys')
    .select(['name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();

export const findProviders = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('identity.oidc_links')
    .select(['issuer', 'subject', 'email', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();

export async function findTwoFactorSince(
  ctx: Ctx,
  personId: string,
): Promise<Temporal.Instant | null> {
  const row = await tables(ctx)
    .selectFrom('identity.totp')
    .select('enabled_at as enabledAt')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.enabledAt ?? null;
}
