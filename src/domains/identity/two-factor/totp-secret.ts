import type { Ctx } from '../../../platform/context.ts';
import { seal, unseal } from '../../../platform/crypto/sealing.ts';

const purpose = 'totp_secret';

/** Where sealed secrets stand, for `bin/rekey`. */
export const sealedTotpSecrets = {
  table: 'identity.totp',
  owner: 'person_id',
  value: 'secret_sealed',
  keyVersion: 'key_version',
  purpose,
} as const;

export const sealTotpSecret = (ctx: Ctx, personId: string, secret: Buffer): Buffer =>
  seal(ctx.config.encryptionKeys, secret, { purpose, owner: personId });

/** Throws SealingError where ENCRYPTION_KEYS lacks the key. */
export const unsealTotpSecret = (ctx: Ctx, personId: string, sealed: Buffer): Buffer =>
  unseal(ctx.config.encryptionKeys, sealed, { purpose, owner: personId });
