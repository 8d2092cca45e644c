import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import {
  newTab,
  secondStep,
  firstStep,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import { isConstraint, sql } from '../../../platform/db/index.ts';
import { identityDomain } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain] });
  const person = await someoneProtected(world);
  const tab = newTab(world);
  await firstStep(tab, person.email);
  await firstStep(newTab(world), person.email);
  await secondStep(tab, { code: person.app.code(), trustBrowser: true });
  await sql`insert into identity.two_factor_resets (id, person_id, token_hash, requested_at, takes_effect_at)
    values (gen_random_uuid(), ${person.personId}, sha256('a'), now(), now() + interval '72 hours')`.execute(
    world.ctx.db,
  );
});
afterAll(() => world?.close());

const backupCode = (values: string) =>
  `insert into identity.backup_codes (id, person_id, place, code_hash, created_at)
   select gen_random_uuid(), person_id, ${values}, now() from identity.totp limit 1`;

describe('the database itself refuses', () => {
  it.each([
    ['a step that was used', 'update identity.totp set last_step = last_step', 'totp_step_once'],
    ['an older step', 'update identity.totp set last_step = last_step - 1', 'totp_step_once'],
    [
      'forgetting which step was used',
      'update identity.totp set last_step = null, enabled_at = null',
      'totp_step_once',
    ],
    [
      'a second step that no code turned on',
      'insert into identity.totp (id, person_id, secret_sealed, created_at, enabled_at) select gen_random_uuid(), gen_random_uuid(), secret_sealed, created_at, enabled_at from identity.totp',
      'totp_enabled_by_a_code',
    ],
    [
      'a secret of fewer than 160 bits',
      'update identity.totp set secret_sealed = substr(secret_sealed, 1, 50)',
      'totp_secret_length',
    ],
    [
      'a second app for one person',
      'insert into identity.totp (id, person_id, secret_sealed, created_at) select gen_random_uuid(), person_id, secret_sealed, created_at from identity.totp',
      'totp_person_unique',
    ],
    ['an eleventh backup code', backupCode("11, sha256('b')"), 'backup_codes_place_range'],
    ['a second code in one place', backupCode("10, sha256('b')"), 'backup_codes_place_unique'],
    ['a backup code as it is', backupCode("10, '7K3M9QXR2DWAH5TN'"), 'backup_codes_hash_sha256'],
    [
      'backup codes without an app',
      "insert into identity.backup_codes (id, person_id, place, code_hash, created_at) values (gen_random_uuid(), gen_random_uuid(), 1, sha256('b'), now())",
      'backup_codes_totp_fkey',
    ],
    [
      'a sixth try',
      'update identity.pending_sign_ins set tries_left = -1',
      'pending_sign_ins_tries',
    ],
    [
      'a pending sign-in of six minutes',
      "update identity.pending_sign_ins set expires_at = created_at + interval '6 minutes'",
      'pending_sign_ins_short',
    ],
    [
      'a pending sign-in of any browser',
      'update identity.pending_sign_ins set device_id = null',
      'pending_sign_ins_bound_to_browser',
    ],
    [
      'two browsers with one token',
      'insert into identity.trusted_browsers (id, person_id, token_hash, browser, created_at, last_used_at, expires_at) select gen_random_uuid(), person_id, token_hash, browser, created_at, last_used_at, expires_at from identity.trusted_browsers',
      'trusted_browsers_token_hash_unique',
    ],
    [
      'a reset sooner than in 72 hours',
      "update identity.two_factor_resets set takes_effect_at = requested_at + interval '71 hours'",
      'two_factor_resets_wait',
    ],
    [
      'a reset that was done before its time',
      'update identity.two_factor_resets set done_at = requested_at',
      'two_factor_resets_done_after_wait',
    ],
    [
      'a reset that was stopped and done',
      'update identity.two_factor_resets set done_at = takes_effect_at, stopped_at = requested_at',
      'two_factor_resets_end_once',
    ],
    [
      'two resets at a time',
      "insert into identity.two_factor_resets (id, person_id, token_hash, requested_at, takes_effect_at) select gen_random_uuid(), person_id, sha256('b'), requested_at, takes_effect_at from identity.two_factor_resets",
      'two_factor_resets_one_open',
    ],
  ])('%s (ID-05, ID-06, ID-07)', async (_what, statement, constraint) => {
    const error = await sql
      .raw(statement)
      .execute(world.ctx.db)
      .catch((cause: unknown) => cause);
    expect(isConstraint(error, constraint), String(error)).toBe(true);
  });
});
