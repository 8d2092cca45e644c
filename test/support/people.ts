import { createPerson, hashPassword } from '../../src/domains/identity/index.ts';
import type { OperatorScope, Role } from '../../src/platform/context.ts';
import type { World } from './world.ts';

export const testPassword = 'Practice makes 1 better';

const everyScope: OperatorScope[] = ['people', 'catalog', 'payments', 'content', 'markets'];

let passwordHash: Promise<string> | undefined;

/** A person with a verified address, signed in through the API; the cookie is what their browser would send. */
export async function signIn(
  world: World,
  email: string,
  roles: Role[],
  operatorScopes: OperatorScope[] = roles.includes('operator') ? everyScope : [],
): Promise<{ cookie: string; personId: string }> {
  passwordHash ??= hashPassword(testPassword);
  const personId = await createPerson(world.ctx, {
    email,
    displayName: 'Test Person',
    passwordHash: await passwordHash,
    roles,
    operatorScopes,
    verified: true,
    timeZone: 'Europe/London',
  });
  return { cookie: await sessionCookie(world, email), personId };
}

/** Signs in again and returns the new session's cookie header. */
export async function sessionCookie(world: World, email: string): Promise<string> {
  const answer = await world.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email, password: testPassword },
  });
  if (answer.statusCode >= 300) throw new Error(`sign-in failed: ${answer.body}`);
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
