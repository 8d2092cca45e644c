import type { AddressInfo } from 'node:net';
import Fastify, { type LightMyRequestResponse } from 'fastify';
import type { KnownPerson } from '../../src/dev/oidc/grants.ts';
import { openIdProvider, type OpenIdProvider } from '../../src/dev/oidc/provider.ts';
import { oidcLinked, oidcUnlinked, personVerified } from '../../src/domains/identity/events.ts';
import { createPerson, hashPassword, identityDomain } from '../../src/domains/identity/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import { openTab, type Tab } from './tab.ts';
import { startTestWorld, type World } from './world.ts';

/** The local provider on a port of its own, and a person's way through its page. */
export interface TestProvider extends Omit<OpenIdProvider, 'routes'> {
  issuer: string;
  /** The settings that make the product use it. */
  env: Record<string, string>;
  people: KnownPerson[];
  /** Follows the product's address, picks who to be, and returns what the browser is sent back with. */
  chooseAt(url: string, subject: string): Promise<Record<string, string>>;
  cancelAt(url: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

const publicUrl = 'http://localhost:4600';

export async function startTestProvider(
  algorithm: 'ES256' | 'RS256' = 'ES256',
): Promise<TestProvider> {
  const people: KnownPerson[] = [];
  const options = {
    issuer: '',
    name: 'Demo ID',
    clientId: 'etude-test',
    clientSecret: 'a client:s &cret/of tests',
    redirectUri: `${publicUrl}/sign-in/oidc/callback`,
    people,
    algorithm,
  };
  const { routes, setFault } = openIdProvider(options);
  const app = Fastify({ forceCloseConnections: true });
  await app.register(async (scope) => routes(scope), { prefix: '/id' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  options.issuer = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/id`;

  async function send(
    url: string,
    choice: Record<string, string>,
  ): Promise<Record<string, string>> {
    const asked = new URL(url);
    const page = await fetch(asked);
    if (page.status !== 200) throw new Error(`the provider answered ${page.status}`);
    const answer = await fetch(`${options.issuer}/authorize`, {
      method: 'POST',
      body: new URLSearchParams([...asked.searchParams, ...Object.entries(choice)]),
      redirect: 'manual',
    });
    return Object.fromEntries(new URL(answer.headers.get('location')!).searchParams);
  }

  return {
    issuer: options.issuer,
    people,
    setFault,
    env: {
      OIDC_ISSUER: options.issuer,
      OIDC_CLIENT_ID: options.clientId,
      OIDC_CLIENT_SECRET: options.clientSecret,
      OIDC_NAME: options.name,
      PUBLIC_URL: publicUrl,
    },
    chooseAt: (url, subject) => send(url, { subject }),
    cancelAt: (url) => send(url, { cancel: 'yes' }),
    close: () => app.close(),
  };
}

/** Identity with that provider, and people on both sides. */
export interface OidcWorld {
  world: World;
  provider: TestProvider;
  /** What identity has told of links and new people, once jobs have run. */
  heard: { event: string; data: { personId: string } }[];
  /** Somebody whom the provider knows. */
  newcomer(more?: { email?: string; emailVerified?: boolean }): KnownPerson & { email: string };
  /** Somebody with a password here, signed in a moment ago. */
  member(): Promise<{ personId: string; email: string; tab: Tab }>;
  start(tab: Tab, body?: object): Promise<string>;
  /** The whole way: to the provider, choosing who to be, and back. */
  signInAs(
    subject: string,
    how?: { tab?: Tab; body?: object },
  ): Promise<{ tab: Tab; answer: LightMyRequestResponse }>;
  close(): Promise<void>;
}

export const password = 'Tidy-Garden-42';

export async function startOidcWorld(algorithm?: 'ES256' | 'RS256'): Promise<OidcWorld> {
  const provider = await startTestProvider(algorithm);
  const heard: OidcWorld['heard'] = [];
  const domains = [identityDomain, listener(heard)];
  const world = await startTestWorld({ domains, env: provider.env });
  const passwordHash = await hashPassword(password);
  let count = 0;
  const self: OidcWorld = {
    world,
    provider,
    heard,
    newcomer(more = {}) {
      count += 1;
      const email = `noor${count}@example.com`;
      const person = { subject: `subject-${count}`, name: 'Noor Haddad', email, ...more };
      provider.people.push(person);
      return person;
    },
    async member() {
      const email = `member${(count += 1)}@example.com`;
      const person = { email, displayName: 'Ada Okoye', passwordHash, verified: true };
      const personId = await createPerson(world.ctx, person);
      const tab = openTab(world);
      const answer = await tab.post('/auth/login', { email, password });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return { personId, email, tab };
    },
    async start(tab, body = {}) {
      const answer = await tab.post('/auth/oidc/start', body);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<{ url: string }>().url;
    },
    async signInAs(subject, { tab = openTab(world), body = {} } = {}) {
      const back = await provider.chooseAt(await self.start(tab, body), subject);
      return { tab, answer: await tab.post('/auth/oidc/finish', back) };
    },
    async close() {
      await world.close();
      await provider.close();
    },
  };
  return self;
}

export const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code?: string }>().code;

function listener(heard: OidcWorld['heard']): Domain {
  return {
    name: 'oidc-listener',
    listeners(events) {
      for (const event of [oidcLinked, oidcUnlinked, personVerified])
        events.on(event, 'test.hear-of-links', async (_ctx, data) => {
          heard.push({ event: event.name, data });
        });
    },
  };
}
