import type { LightMyRequestResponse } from 'fastify';
import * as identity from '../../src/domains/identity/index.ts';
import * as identityEvents from '../../src/domains/identity/events.ts';
import type { EventType } from '../../src/platform/events/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import { startTestWorld, type World, type WorldOptions } from './world.ts';

interface Heard {
  event: string;
  data: { personId: string; tokenId?: string } & Record<string, unknown>;
}

export interface IdentityWorld extends World {
  /** What identity has told, in order; empty after `settle`. */
  heard: Heard[];
  /** Runs what earlier tests left behind and forgets what was heard. */
  settle(): Promise<void>;
  /** Posts to /api/v1/auth. */
  post(path: string, payload: object, session?: string): Promise<LightMyRequestResponse>;
  me(session: string): Promise<LightMyRequestResponse>;
  register(email: string, more?: object): Promise<LightMyRequestResponse>;
  /** The secret in the newest link that this address was sent for that event. */
  lastLink(event: { name: string }, email: string): Promise<string>;
  /** Registers and confirms an address. */
  verified(email?: string): Promise<string>;
}

export const gardenPassword = 'Tidy-Garden-42';

let count = 0;
export const newEmail = () => `person${(count += 1)}@example.com`;

export const sessionOf = ({ cookies }: LightMyRequestResponse): string =>
  cookies.find(({ name }) => name === 'etude_session')!.value;

/** Identity alone, with an ear for its events. */
export async function startIdentityWorld(
  options: Pick<WorldOptions, 'env'> = {},
): Promise<IdentityWorld> {
  const heard: Heard[] = [];
  const world = await startTestWorld({
    ...options,
    domains: [identity.identityDomain, recorder(heard)],
  });
  const self: IdentityWorld = {
    ...world,
    heard,
    async settle() {
      await world.runJobs();
      heard.splice(0);
    },
    post: (path, payload, session) =>
      world.inject({
        method: 'POST',
        url: `/api/v1/auth/${path}`,
        payload,
        ...(session && { cookies: { etude_session: session } }),
      }),
    me: (session) => world.inject({ url: '/api/v1/me', cookies: { etude_session: session } }),
    register: (email, more = {}) =>
      self.post('register', { email, password: gardenPassword, displayName: 'Ada Okoye', ...more }),
    async lastLink({ name }, email) {
      await world.runJobs();
      const { id } = (await identity.findPersonByEmail(world.ctx, email))!;
      const { data } = heard.findLast(({ event, data }) => event === name && data.personId === id)!;
      const link = await identity.emailLink(world.ctx, data.tokenId!);
      return new URL(link!.url).searchParams.get('token')!;
    },
    async verified(email = newEmail()) {
      await self.register(email);
      await self.post('verify-email', {
        token: await self.lastLink(identity.verificationRequested, email),
      });
      return email;
    },
  };
  return self;
}

function recorder(heard: Heard[]): Domain {
  return {
    name: 'identity-recorder',
    listeners(events) {
      for (const event of Object.values(identityEvents))
        events.on(event as EventType<Heard['data']>, 'test.record-identity', async (_ctx, data) => {
          heard.push({ event: event.name, data });
        });
    },
  };
}
