import type { Ctx } from '../../../platform/context.ts';
import { personNotFound } from '../errors.ts';
import { tables } from '../tables.ts';

/** Where and how a person is written to. */
export interface Contact {
  id: string;
  email: string;
  /** E.164, when they have proved one. */
  phone: string | null;
  displayName: string;
  locale: string;
  /** IANA zone. */
  timeZone: string;
}

/** Throws `not_found` person_not_found, also for who was erased: there is nobody to write to. */
export async function getContact(ctx: Ctx, personId: string): Promise<Contact> {
  const contact = await tables(ctx)
    .selectFrom('identity.people')
    .select([
      'id',
      'email',
      'phone',
      'display_name as displayName',
      'locale',
      'time_zone as timeZone',
    ])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!contact) throw personNotFound();
  return contact;
}
