import { createPerson, hashPassword } from '../../src/domains/identity/index.ts';
import type { OperatorScope } from '../../src/platform/context.ts';
import { type AuthenticatorApp, setUpApp } from './authenticator-app.ts';
import { openTab, type Tab } from './tab.ts';
import type { World } from './world.ts';

export const password = 'Tidy-Garden-42';
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export interface Someone {
  personId: string;
  email: string;
  /** Signed in a moment ago. */
  tab: Tab;
}

export interface Protected extends Someone {
  app: AuthenticatorApp;
  backupCodes: string[];
}

let passwordHash: Promise<string> | undefined;
let count = 0;

/** A person with a verified address, in a browser that has just signed in with the password. */
export async function someone(
  world: World,
  operatorScopes: OperatorScope[] = [],
): Promise<Someone> {
  passwordHash ??= hashPassword(password);
  const email = `two-steps-${(count += 1)}@example.com`;
  const personId = await createPerson(world.ctx, {
    email,
    displayName: 'Ada Okoye',
    passwordHash: await passwordHash,
    roles: operatorScopes.length > 0 ? ['learner', 'operator'] : ['learner'],
    operatorScopes,
    verified: true,
  });
  const tab = newTab(world);
  await firstStep(tab, email);
  return { personId, email, tab };
}

/** The same, with an authenticator app set up. */
export async function someoneProtected(world: World): Promise<Protected> {
  const person = await someone(world);
  return { ...person, ...(await setUpApp(world, person.tab)) };
}

/** A browser that has never been here. */
export const newTab = (world: World): Tab => openTab(world, { 'user-agent': userAgent });

export const firstStep = (tab: Tab, email: string, more: object = {}) =>
  tab.post('/auth/login', { email, password, ...more });

export const secondStep = (tab: Tab, proof: object) => tab.post('/auth/2fa/verify-login', proof);
