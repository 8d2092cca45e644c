import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export const confirmMethods = ['password', 'totp', 'passkey'] as const;

export interface WaysToConfirm {
  /** What this person can prove themselves with here; none, for who came by another provider alone. */
  methods: (typeof confirmMethods)[number][];
  /** The other provider whose account is linked: signing in there anew proves as much. */
  provider: string | null;
}

export async function waysToConfirm(ctx: Ctx, personId: string): Promise<WaysToConfirm> {
  const { oidc } = ctx.config;
  const { linked, ...has } = await tables(ctx)
    .selectFrom('identity.people as p')
    .select([
      sql<boolean>`p.password_hash is not null`.as('password'),
      sql<boolean>`exists (select from identity.totp t where t.person_id = p.id and t.enabled_at is not null)`.as(
        'totp',
      ),
      sql<boolean>`exists (select from identity.passkeys k where k.person_id = p.id)`.as('passkey'),
      sql<boolean>`exists (select from identity.oidc_links l where l.person_id = p.id and l.issuer = ${oidc?.issuer ?? ''})`.as(
        'linked',
      ),
    ])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    methods: confirmMethods.filter((method) => has[method]),
    provider: linked && oidc ? oidc.name : null,
  };
}
