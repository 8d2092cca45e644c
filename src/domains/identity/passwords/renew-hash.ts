import type { Ctx } from '../../../platform/context.ts';
import { replacePasswordHash } from '../people/people.queries.ts';
import { hashPassword, isWeakerHash } from './password-hash.ts';

/** Hashes anew a password that was hashed with less work than today asks for; only signing in can. */
export async function renewHash(
  ctx: Ctx,
  { id, passwordHash }: { id: string; passwordHash: string | null },
  password: string,
): Promise<void> {
  if (passwordHash === null || !isWeakerHash(passwordHash)) return;
  await replacePasswordHash(ctx, {
    personId: id,
    from: passwordHash,
    to: await hashPassword(password),
  });
}
