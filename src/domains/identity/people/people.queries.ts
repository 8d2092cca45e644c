import { sql } from 'kysely';
import type { Ctx, OperatorScope, Role } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface Person {
  id: string;
  email: string;
  displayName: string;
  emailVerifiedAt: Temporal.Instant | null;
  roles: Role[];
  /** BCP 47 tag. */
  locale: string;
  /** IANA zone. */
  timeZone: string;
  isDemo: boolean;
}

const columns = [
  'id',
  'email',
  'display_name as displayName',
  'email_verified_at as emailVerifiedAt',
  'roles',
  'locale',
  'time_zone as timeZone',
  'is_demo as isDemo',
] as const;

const people = (ctx: Ctx) => tables(ctx).selectFrom('identity.people').select(columns);

export const findPerson = (ctx: Ctx, id: string): Promise<Person | undefined> =>
  people(ctx).where('id', '=', id).executeTakeFirst();

/** Many at once, in no order; unknown ids are left out. */
export const findPeople = async (ctx: Ctx, ids: readonly string[]): Promise<Person[]> =>
  ids.length === 0
    ? []
    : people(ctx)
        .where('id', 'in', [...ids])
        .execute();

/** Who looks after something; there are few of them. */
export async function findOperators(ctx: Ctx, scope: OperatorScope): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('identity.people')
    .select('id')
    .where(sql<boolean>`operator_scopes <> '{}' and ${scope} = any (operator_scopes)`)
    .execute();
  return rows.map(({ id }) => id);
}

export const findPersonByKey = (ctx: Ctx, emailKey: string): Promise<Person | undefined> =>
  people(ctx).where('email_key', '=', emailKey).executeTakeFirst();

export const findPersonWithHash = (
  ctx: Ctx,
  emailKey: string,
): Promise<(Person & { passwordHash: string | null }) | undefined> =>
  people(ctx)
    .select('password_hash as passwordHash')
    .where('email_key', '=', emailKey)
    .executeTakeFirst();

/** Makes others who lock the same person wait until the transaction ends. */
export async function lockPerson(ctx: Ctx, id: string): Promise<void> {
  await tables(ctx)
    .selectFrom('identity.people')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export interface NewPerson {
  id: string;
  email: string;
  emailKey: string;
  displayName: string;
  passwordHash: string | null;
  emailVerifiedAt: Temporal.Instant | null;
  roles: Role[];
  operatorScopes: OperatorScope[];
  locale: string;
  timeZone: string;
  isDemo: boolean;
}

const row = (ctx: Ctx, person: NewPerson) => ({
  id: person.id,
  email: person.email,
  email_key: person.emailKey,
  display_name: person.displayName,
  password_hash: person.passwordHash,
  email_verified_at: person.emailVerifiedAt,
  roles: person.roles,
  operator_scopes: person.operatorScopes,
  locale: person.locale,
  time_zone: person.timeZone,
  is_demo: person.isDemo,
  created_at: ctx.clock.now(),
});

export async function insertPerson(ctx: Ctx, person: NewPerson): Promise<void> {
  await tables(ctx).insertInto('identity.people').values(row(ctx, person)).execute();
}

/**
 * Inserts the person, or lets a repeated registration replace one that was never verified. A
 * verified person stays as is, but the same statement runs, so that the time does not tell.
 */
export function upsertUnverified(
  ctx: Ctx,
  person: NewPerson,
): Promise<Pick<Person, 'id' | 'emailVerifiedAt'>> {
  const unlessVerified = (column: string) =>
    sql<never>`case when people.email_verified_at is null then excluded.${sql.ref(column)} else people.${sql.ref(column)} end`;
  return tables(ctx)
    .insertInto('identity.people')
    .values(row(ctx, person))
    .onConflict((conflict) =>
      conflict.constraint('people_email_key_unique').doUpdateSet({
        email: unlessVerified('email'),
        display_name: unlessVerified('display_name'),
        password_hash: unlessVerified('password_hash'),
        roles: unlessVerified('roles'),
        locale: unlessVerified('locale'),
        time_zone: unlessVerified('time_zone'),
      }),
    )
    .returning(['id', 'email_verified_at as emailVerifiedAt'])
    .executeTakeFirstOrThrow();
}

/** Returns whether this call was the one that verified the address. */
export async function markVerified(ctx: Ctx, personId: string): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.people')
    .set({ email_verified_at: ctx.clock.now() })
    .where('id', '=', personId)
    .where('email_verified_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setPasswordHash(
  ctx: Ctx,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.people')
    .set({ password_hash: passwordHash })
    .where('id', '=', personId)
    .execute();
}

/** Null for a person without a password. */
export async function getPasswordHash(ctx: Ctx, personId: string): Promise<string | null> {
  const { passwordHash } = await tables(ctx)
    .selectFrom('identity.people')
    .select('password_hash as passwordHash')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return passwordHash;
}

/** Puts a new hash in the place of one. Returns false when the password has changed meanwhile. */
export async function replacePasswordHash(
  ctx: Ctx,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.people')
    .set({ password_hash: to })
    .where('id', '=', personId)
    .where('password_hash', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateProfile(
  ctx: Ctx,
  personId: string,
  { displayName, timeZone, locale }: Partial<Pick<Person, 'displayName' | 'timeZone' | 'locale'>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('identity.people')
    .set({
      ...(displayName !== undefined && { display_name: displayName }),
      ...(timeZone !== undefined && { time_zone: timeZone }),
      ...(locale !== undefined && { locale }),
    })
    .where('id', '=', personId)
    .execute();
}

/** Operator of these scopes and no others; of none, no operator. */
export async function updateOperatorScopes(
  ctx: Ctx,
  personId: string,
  scopes: OperatorScope[],
): Promise<void> {
  const others = sql<Role[]>`array_remove(roles, 'operator')`;
  await tables(ctx)
    .updateTable('identity.people')
    .set({
      operator_scopes: scopes,
      roles: scopes.length > 0 ? sql<Role[]>`array_append(${others}, 'operator')` : others,
    })
    .where('id', '=', personId)
    .execute();
}

/** Adds the role once. Returns whether the person exists. */
export async function addToRoles(ctx: Ctx, personId: string, role: Role): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.people')
    .set({
      roles: sql<
        Role[]
      >`case when ${role} = any (roles) then roles else array_append(roles, ${role}) end`,
    })
    .where('id', '=', personId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The key of a person's address, under which tries are counted and browsers are known. */
export async function getEmailKey(ctx: Ctx, personId: string): Promise<string> {
  const { emailKey } = await tables(ctx)
    .selectFrom('identity.people')
    .select('email_key as emailKey')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return emailKey;
}
