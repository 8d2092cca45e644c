import type { LightMyRequestResponse } from 'fastify';
import { createPerson, hashPassword, identityDomain } from '../../src/domains/identity/index.ts';
import { passkeyAdded, passkeyRemoved } from '../../src/domains/identity/events.ts';
import type {
  CreationOptions,
  RequestOptions,
} from '../../src/domains/identity/passkeys/schemas.ts';
import { sql } from '../../src/platform/db/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import { type Deviation, type SoftAuthenticator, softAuthenticator } from './authenticator.ts';
import { openTab, type Tab } from './tab.ts';
import { startTestWorld, type World } from './world.ts';

export const origin = 'http://localhost:4600';
const password = 'Tidy-Garden-42';
const headers = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

export interface PasskeyOwner {
  personId: string;
  email: string;
  tab: Tab;
  authenticator: SoftAuthenticator;
}

/** Identity alone, and people with authenticators in software. */
export interface PasskeyWorld {
  world: World;
  /** What identity has told of passkeys, once jobs have run. */
  heard: { event: string; data: { personId: string } }[];
  /** A verified person, signed in with a password a moment ago. */
  someone(how?: { withPassword?: boolean }): Promise<PasskeyOwner>;
  someoneWithPasskey(
    authenticator?: SoftAuthenticator,
  ): Promise<PasskeyOwner & { passkeyId: string }>;
  newOptions(tab: Tab): Promise<CreationOptions>;
  addPasskey(
    owner: Pick<PasskeyOwner, 'tab' | 'authenticator'>,
    deviation?: Deviation & { name?: string },
  ): Promise<LightMyRequestResponse>;
  ask(tab: Tab, body?: object): Promise<RequestOptions>;
  /** In a new tab, with the authenticator's newest passkey. */
  signIn(
    authenticator: SoftAuthenticator,
    deviation?: Deviation,
  ): Promise<{ tab: Tab; answer: LightMyRequestResponse }>;
}

export async function startPasskeyWorld(): Promise<PasskeyWorld> {
  const heard: PasskeyWorld['heard'] = [];
  const world = await startTestWorld({
    domains: [identityDomain, listener(heard)],
    env: { PUBLIC_URL: origin },
  });
  const passwordHash = await hashPassword(password);
  let count = 0;
  const self: PasskeyWorld = {
    world,
    heard,
    async someone({ withPassword = true } = {}) {
      const email = `key${(count += 1)}@example.com`;
      const displayName = 'Ada Okoye';
      const person = { email, displayName, passwordHash, verified: true };
      const personId = await createPerson(world.ctx, person);
      const tab = openTab(world, headers);
      expectStatus(200, await tab.post('/auth/login', { email, password }));
      if (!withPassword)
        await sql`update identity.people set password_hash = null where id = ${personId}`.execute(
          world.ctx.db,
        );
      return { personId, email, tab, authenticator: softAuthenticator(origin) };
    },
    async someoneWithPasskey(authenticator = softAuthenticator(origin)) {
      const owner = { ...(await self.someone()), authenticator };
      const added = expectStatus(201, await self.addPasskey(owner));
      return { ...owner, passkeyId: added.json<{ id: string }>().id };
    },
    async newOptions(tab) {
      const answer = expectStatus(200, await tab.post('/auth/passkeys/register/options'));
      return answer.json<{ options: CreationOptions }>().options;
    },
    async addPasskey({ tab, authenticator }, { name, ...deviation } = {}) {
      const response = authenticator.create(await self.newOptions(tab), deviation);
      return tab.post('/auth/passkeys/register', {
        response,
        ...(name !== undefined && { name }),
      });
    },
    async ask(tab, body = { purpose: 'sign_in' }) {
      const answer = expectStatus(200, await tab.post('/auth/passkeys/options', body));
      return answer.json<{ options: RequestOptions }>().options;
    },
    async signIn(authenticator, deviation) {
      const tab = openTab(world, headers);
      const response = authenticator.get(await self.ask(tab), deviation);
      return { tab, answer: await tab.post('/auth/passkeys/sign-in', { response }) };
    },
  };
  return self;
}

export const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code?: string }>().code;

function expectStatus(status: number, answer: LightMyRequestResponse): LightMyRequestResponse {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer;
}

function listener(heard: PasskeyWorld['heard']): Domain {
  return {
    name: 'passkey-listener',
    listeners(events) {
      for (const event of [passkeyAdded, passkeyRemoved])
        events.on(event, 'test.hear-of-passkeys', async (_ctx, data) => {
          heard.push({ event: event.name, data });
        });
    },
  };
}
