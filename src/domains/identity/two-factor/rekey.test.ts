import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorApp } from '../../../../test/support/authenticator-app.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Config } from '../../../platform/config/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { randomBytes } from '../../../platform/crypto/index.ts';
import { readKeyRing } from '../../../platform/crypto/key-ring.ts';
import { rekeyColumn, requireKeysInUse } from '../../../platform/crypto/rekey.ts';
import { SealingError } from '../../../platform/crypto/sealing.ts';
import { sql } from '../../../platform/db/index.ts';
import { identityDomain } from '../index.ts';
import { createPerson } from '../people/people.ts';
import { tables } from '../tables.ts';
import { newTotpSecret, typedKey } from './totp.ts';
import { enableTotp, putTotpSetUp } from './totp.queries.ts';
import { sealedTotpSecrets, sealTotpSecret } from './totp-secret.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

const [one, two] = [1, 2].map((version) => `${version}:${randomBytes(32).toString('base64')}`);

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain] });
});
afterAll(() => world?.close());

const withKeys = (keys: string): Ctx => {
  const config: Config = { ...world.ctx.config, encryptionKeys: readKeyRing(keys) };
  return { ...world.ctx, config };
};

let count = 0;

/** Somebody whose authenticator app was set up under that ring. */
async function protectedUnder(ctx: Ctx): Promise<{ personId: string; secret: Buffer }> {
  const email = `sealed${(count += 1)}@example.com`;
  const personId = await createPerson(ctx, { email, displayName: 'Ada' });
  const secret = newTotpSecret();
  const id = personId;
  await putTotpSetUp(ctx, { id, personId, secretSealed: sealTotpSecret(ctx, personId, secret) });
  await enableTotp(ctx, { id, step: 1 });
  return { personId, secret };
}

const versions = async () => {
  const rows = await tables(world.ctx)
    .selectFrom('identity.totp')
    .select(['key_version as version', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('key_version')
    .execute();
  return Object.fromEntries(rows.map(({ version, count }) => [version, count]));
};

const clear = () => sql`delete from identity.totp`.execute(world.ctx.db);

describe('replacing the encryption key (ID-05, ID-15)', () => {
  it('lets everybody sign in before, between and after, and needs the old key no more at the end (ID-05)', async () => {
    await clear();
    const ada = await protectedUnder(withKeys(one!));
    const app = authenticatorApp(world, typedKey(ada.secret));
    const signIn = async (ctx: Ctx) => {
      world.clock.advance({ seconds: 30 });
      await verifySecondFactor(ctx, ada.personId, { code: app.code() });
    };
    const both = withKeys(`${two},${one}`);
    await signIn(withKeys(one!));
    await signIn(both);
    expect(await rekeyColumn(both, sealedTotpSecrets)).toEqual({ done: 1, failed: [] });
    await signIn(both);
    await signIn(withKeys(two!));
    await expect(signIn(withKeys(one!))).rejects.toThrow(SealingError);
    expect(await rekeyColumn(both, sealedTotpSecrets)).toEqual({ done: 0, failed: [] });
  });

  it('goes through many batches, and after an interruption on from where it was (ID-05)', async () => {
    await clear();
    const [old, both] = [withKeys(one!), withKeys(`${two},${one}`)];
    for (let row = 0; row < 1100; row += 1) await protectedUnder(old);
    const interrupted = rekeyColumn(both, sealedTotpSecrets, () => {
      throw new Error('the power failed');
    });
    await expect(interrupted).rejects.toThrow('the power failed');
    expect(await versions()).toEqual({ 1: 600, 2: 500 });
    const reports: number[] = [];
    const rest = await rekeyColumn(both, sealedTotpSecrets, (done) => reports.push(done));
    expect(rest).toEqual({ done: 600, failed: [] });
    expect(reports).toEqual([500]);
    expect(await versions()).toEqual({ 2: 1100 });
  }, 60_000);

  it('names what does not open, leaves it as it is and does the others (ID-05)', async () => {
    await clear();
    const both = withKeys(`${two},${one}`);
    const [ada, bob] = [await protectedUnder(withKeys(one!)), await protectedUnder(withKeys(one!))];
    const lost = await protectedUnder(withKeys(one!.replace('1:', '9:')));
    // Ada's sealed secret in Bob's row: somebody with the database, but not the key, tried to sign in as Bob.
    await sql`update identity.totp set secret_sealed = (select secret_sealed from identity.totp where person_id = ${ada.personId}) where person_id = ${bob.personId}`.execute(
      world.ctx.db,
    );
    const { done, failed } = await rekeyColumn(both, sealedTotpSecrets);
    expect(done).toBe(1);
    expect(failed.map(({ owner }) => owner)).toEqual([bob.personId, lost.personId]);
    expect(failed.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('was changed, or moved from elsewhere'),
      expect.stringContaining('key 9, which ENCRYPTION_KEYS does not hold'),
    ]);
    expect(await versions()).toEqual({ 1: 1, 2: 1, 9: 1 });
  });

  it('does not undo what a person did meanwhile (ID-05)', async () => {
    await clear();
    const [old, both] = [withKeys(one!), withKeys(`${two},${one}`)];
    const ada = await protectedUnder(old);
    const anew = sealTotpSecret(old, ada.personId, newTotpSecret());
    const db = world.ctx.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        // Between the reading and the writing of the batch.
        await sql`update identity.totp set secret_sealed = ${anew}`.execute(world.ctx.db);
        return result;
      },
    });
    expect(await rekeyColumn({ ...both, db }, sealedTotpSecrets)).toMatchObject({ done: 0 });
    const { secret_sealed } = await tables(world.ctx)
      .selectFrom('identity.totp')
      .select('secret_sealed')
      .executeTakeFirstOrThrow();
    expect(secret_sealed.equals(anew)).toBe(true);
  });

  it('is demanded before a start without a key that is still in use (ID-15)', async () => {
    await clear();
    const columns = identityDomain.sealed!;
    await requireKeysInUse(withKeys(two!), columns);
    await protectedUnder(withKeys(one!));
    await requireKeysInUse(withKeys(`${two},${one}`), columns);
    await expect(requireKeysInUse(withKeys(two!), columns)).rejects.toThrow(
      'ENCRYPTION_KEYS lacks key 1',
    );
  });
});
