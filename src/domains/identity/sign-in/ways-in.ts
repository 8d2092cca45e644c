import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { conflict } from '../../../platform/errors/index.ts';
import { tables } from '../tables.ts';

/**
 * Refuses to leave the account without a way in; called after one was taken off, in the same transaction.
 * A link to a provider that is no longer configured is none. Throws `conflict` last_way_in.
 */
export async function refuseNoWayIn(ctx: Ctx, personId: string): Promise<void> {
  const issuer = ctx.config.oidc?.issuer ?? '';
  const { remains } = await tables(ctx)
    .selectFrom('identity.people as p')
    .select(
      sql<boolean>`p.password_hash is not null
        or exists (select from identity.passkeys k where k.person_id = p.id)
        or exists (select from identity.oidc_links l where l.person_id = p.id and l.issuer = ${issuer})`.as(
        'remains',
      ),
    )
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!remains)
    throw conflict(
      'last_way_in',
      'This is the only way into your account. Set a password or add a passkey first.',
    );
}
