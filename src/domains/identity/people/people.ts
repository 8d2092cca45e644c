import type { Ctx, OperatorScope, Role } from '../../../platform/context.ts';
import { isConstraint, newId } from '../../../platform/db/index.ts';
import { conflict } from '../../../platform/errors/index.ts';
import { personNotFound } from '../errors.ts';
import { normaliseDisplayName } from './display-name.ts';
import { normaliseEmail } from './email-address.ts';
import * as queries from './people.queries.ts';
import { knownLocale } from './locale.ts';

export async function getPerson(ctx: Ctx, id: string): Promise<queries.Person> {
  const person = await queries.findPerson(ctx, id);
  if (!person) throw personNotFound();
  return person;
}

/** Throws `invalid` email_malformed for what is no address. */
export function findPersonByEmail(ctx: Ctx, email: string): Promise<queries.Person | undefined> {
  return queries.findPersonByKey(ctx, normaliseEmail(email).key);
}

export interface CreatePerson {
  email: string;
  displayName: string;
  /** From `hashPassword`; without one nobody can sign in with a password. */
  passwordHash?: string;
  roles?: Role[];
  /** Only with the role operator. */
  operatorScopes?: OperatorScope[];
  locale?: string;
  /** IANA zone; UTC when absent. */
  timeZone?: string;
  verified?: boolean;
  isDemo?: boolean;
}

/** Creates a person without the mail round trip: for operators and demo data. Throws `conflict` email_taken. */
export async function createPerson(ctx: Ctx, input: CreatePerson): Promise<string> {
  const { email, key } = normaliseEmail(input.email);
  const id = newId(ctx.clock);
  try {
    await queries.insertPerson(ctx, {
      id,
      email,
      emailKey: key,
      displayName: normaliseDisplayName(input.displayName),
      passwordHash: input.passwordHash ?? null,
      emailVerifiedAt: input.verified ? ctx.clock.now() : null,
      roles: input.roles ?? ['learner'],
      operatorScopes: input.operatorScopes ?? [],
      locale: knownLocale(input.locale),
      timeZone: input.timeZone ?? 'UTC',
      isDemo: input.isDemo ?? false,
    });
  } catch (error) {
    if (isConstraint(error, 'people_email_key_unique'))
      throw conflict('email_taken', 'This address already has an account.', { field: 'email' });
    throw error;
  }
  return id;
}

/** Idempotent. The role counts from the person's next request on. */
export async function addRole(ctx: Ctx, personId: string, role: Role): Promise<void> {
  if (!(await queries.addToRoles(ctx, personId, role))) throw personNotFound();
}
