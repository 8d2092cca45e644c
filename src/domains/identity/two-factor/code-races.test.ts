import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityWorld, startIdentityWorld } from '../../../../test/support/identity.ts';
import type { Tab } from '../../../../test/support/tab.ts';
import {
  firstStep,
  newTab,
  type Protected,
  secondStep,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import { DomainError } from '../../../platform/errors/index.ts';
import { tables } from '../tables.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

const submissions = 500;
const triesEach = 5;

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld({ env: { RATE_LIMIT_FACTOR: '100000' } });
});
afterAll(() => world?.close());

type Proof = { code: string } | { backupCode: string };
const proofs: [string, (person: Protected) => Proof][] = [
  ['code of the app', ({ app }) => ({ code: app.code() })],
  ['backup code', ({ backupCodes }) => ({ backupCode: backupCodes[0]! })],
];

/** The thief has the password and one code, and as many browsers as they like: each with all its tries. */
async function browsersHalfWay(email: string): Promise<Tab[]> {
  const tabs = Array.from({ length: submissions / triesEach }, () => newTab(world));
  // One after the other: of many passwords at once five are looked at.
  for (const tab of tabs) expect((await firstStep(tab, email)).json().status).toBe('second_step');
  return tabs.flatMap((tab) => Array.from({ length: triesEach }, () => tab));
}

async function sessionsOpenedWith(personId: string, method: string): Promise<number> {
  const rows = await tables(world.ctx)
    .selectFrom('identity.sessions')
    .select('methods')
    .where('person_id', '=', personId)
    .execute();
  return rows.filter(({ methods }) => methods.some((one) => one === method)).length;
}

describe.each(proofs)('one %s, submitted 500 times at once', (what, proofOf) => {
  const method = what === 'backup code' ? 'backup_code' : 'totp';

  it('by a hundred sign-ins under way opens one session (ID-05, ID-06, ID-07)', async () => {
    const person = await someoneProtected(world);
    const tabs = await browsersHalfWay(person.email);
    const proof = proofOf(person);
    const answers = await Promise.all(tabs.map((tab) => secondStep(tab, proof)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // The others: code used, account locked, or the winner's own sign-in, which is over.
    expect(statuses.filter((status) => ![200, 401, 422, 429].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(triesEach);
    expect(await sessionsOpenedWith(person.personId, method)).toBe(1);
  }, 60_000);

  it('by one sign-in under way opens one session (ID-05, ID-06, ID-07)', async () => {
    const person = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, person.email);
    const proof = proofOf(person);
    const answers = await Promise.all(
      Array.from({ length: submissions }, () => secondStep(tab, proof)),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(await sessionsOpenedWith(person.personId, method)).toBe(1);
  }, 60_000);

  it('counts once also where no lock and no limit of tries stands before it (ID-05, ID-06)', async () => {
    const person = await someoneProtected(world);
    const proof = proofOf(person);
    const outcomes = await Promise.all(
      Array.from({ length: submissions }, async () =>
        verifySecondFactor(world.ctx, person.personId, proof).then(
          () => 'accepted',
          (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
        ),
      ),
    );
    const used = method === 'totp' ? 'code_used' : 'backup_code_used';
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === used)).toHaveLength(submissions - 1);
  }, 60_000);
});

it('of 100 wrong codes at once five are looked at (ID-07, ID-09)', async () => {
  const person = await someoneProtected(world);
  const tab = newTab(world);
  await firstStep(tab, person.email);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => secondStep(tab, { code: '000000' })),
  );
  const codes = answers.map((answer) => answer.json().code);
  expect(codes.filter((code) => code === 'code_wrong')).toHaveLength(triesEach);
  expect(new Set(codes)).toEqual(new Set(['code_wrong', 'account_locked']));
}, 60_000);
