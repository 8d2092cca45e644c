import type { Ctx, Person } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { twoFactorOn } from './errors.ts';
import { qrSvg } from './qr-code.ts';
import { newTotpSecret, otpauthUri, typedKey } from './totp.ts';
import { putTotpSetUp } from './totp.queries.ts';
import { sealTotpSecret } from './totp-secret.ts';

export interface SetUp {
  /** Base32, in groups of four. */
  secret: string;
  otpauthUri: string;
  qrSvg: string;
}

/** Makes a secret for an authenticator app; nothing changes until a code proves that the app has it. Throws conflict two_factor_on. */
export async function initiateSetUp(ctx: Ctx, { id: personId, email }: Person): Promise<SetUp> {
  const secret = newTotpSecret();
  const secretSealed = sealTotpSecret(ctx, personId, secret);
  if (!(await putTotpSetUp(ctx, { id: newId(ctx.clock), personId, secretSealed })))
    throw twoFactorOn();
  const uri = otpauthUri(secret, email);
  return { secret: typedKey(secret), otpauthUri: uri, qrSvg: qrSvg(uri) };
}
