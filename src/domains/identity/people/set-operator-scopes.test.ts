import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newEmail } from '../../../../test/support/identity.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { type Ctx, systemCtx } from '../../../platform/context.ts';
import { findAuditEntries } from '../audit/audit.queries.ts';
import { createPerson, identityDomain } from '../index.ts';
import { tables } from '../tables.ts';
import { setOperatorScopes } from './set-operator-scopes.ts';

let world: World;
let command: Ctx;
let email: string;
let personId: string;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain] });
  command = systemCtx(world.ctx, 'operator');
});
afterAll(() => world?.close());
beforeEach(async () => {
  email = newEmail();
  personId = await createPerson(world.ctx, { email, displayName: 'Robin', verified: true });
});

const grant = (...scopes: string[]) => setOperatorScopes(command, { email, scopes });
const rights = () =>
  tables(world.ctx)
    .selectFrom('identity.people')
    .select(['roles', 'operator_scopes as scopes'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();

it('makes somebody an operator of just these scopes, and of none again (ID-14)', async () => {
  await grant('people', 'markets');
  expect(await rights()).toEqual({ roles: ['learner', 'operator'], scopes: ['people', 'markets'] });
  await grant('catalog');
  expect(await rights()).toEqual({ roles: ['learner', 'operator'], scopes: ['catalog'] });
  await grant();
  expect(await rights()).toEqual({ roles: ['learner'], scopes: [] });
  const log = await findAuditEntries(world.ctx, { personId, limit: 10 });
  expect(log.map(({ details }) => String(details['scopes'])).sort()).toEqual([
    '',
    'catalog',
    'people markets',
  ]);
});

it('refuses unknown scopes and people, and changes nothing (ID-14)', async () => {
  await expect(grant('people', 'everything')).rejects.toMatchObject({ code: 'scope_unknown' });
  await expect(
    setOperatorScopes(command, { email: 'nobody@example.com', scopes: ['people'] }),
  ).rejects.toMatchObject({ code: 'person_not_found' });
  expect(await rights()).toEqual({ roles: ['learner'], scopes: [] });
});

it('is for the command alone: no request can grant rights (ID-14)', async () => {
  await expect(setOperatorScopes(world.ctx, { email, scopes: ['people'] })).rejects.toMatchObject({
    code: 'not_allowed',
  });
});
