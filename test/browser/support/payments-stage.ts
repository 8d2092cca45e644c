import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { domains } from '../../../src/domains.ts';
import { chooseMarket } from '../../../src/domains/markets/index.ts';
import type { Ctx, OperatorScope, Person, Role } from '../../../src/platform/context.ts';
import { mountWeb } from '../../../src/web/server/mount-web.ts';
import { sessionCookie, signIn } from '../../support/people.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../support/scheduling.ts';
import { openVisit, quietBrowser, type Visit } from './browser.ts';

type VisitOptions = Parameters<typeof openVisit>[1];

/** Somebody with an account, and their browser. */
export interface Guest extends Visit {
  email: string;
  /** Acts as them past the pages. */
  ctx: Ctx & { actor: Person };
  /** A new session: an old one has ended when the clock has moved far. */
  signInAgain(): Promise<void>;
}

/** The built pages over a world whose clock, webhooks and jobs move when the test says so. */
export interface PaymentsStage {
  world: SchedulingWorld;
  /** A visit of an operator who looks after payments. */
  visitOperator(options?: VisitOptions): Promise<Guest>;
  /** A visit of somebody in the British market; signed in. */
  visitAs(roles: Role[], options?: VisitOptions): Promise<Guest>;
  close(): Promise<void>;
}

const ofScheduling = ['identity', 'markets', 'catalog', 'scheduling', 'payments'];

export async function openPaymentsStage(): Promise<PaymentsStage> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const browser = await chromium.launch(quietBrowser());
  const world = await startSchedulingWorld(
    domains.filter(({ name }) => !ofScheduling.includes(name)),
    {
      env: { PUBLIC_URL: url },
      extend: (app, { config, bus }) => mountWeb(app, { config, bus }),
    },
  );
  await world.app.listen({ port, host: '127.0.0.1' });
  const stage = { world, browser, url };
  return {
    world,
    visitOperator: (options) =>
      visitAs(stage, { roles: ['operator'], scopes: ['payments'] }, options),
    async visitAs(roles, options) {
      const guest = await visitAs(stage, { roles, scopes: [] }, options);
      await chooseMarket(world.ctx, { personId: guest.ctx.actor.id, code: 'gb' });
      return guest;
    },
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

let people = 0;

async function visitAs(
  { world, browser, url }: { world: SchedulingWorld; browser: Browser; url: string },
  { roles, scopes }: { roles: Role[]; scopes: OperatorScope[] },
  options: VisitOptions,
): Promise<Guest> {
  const email = `visitor${(people += 1)}@etude.example`;
  const { cookie, personId } = await signIn(world, email, roles, scopes);
  const stranger = await world.newLearner({ roles, operatorScopes: scopes });
  const actor = { ...stranger.actor, id: personId, email };
  const visit = await openVisit({ product: { url }, browser }, options);
  const carry = (header: string) =>
    visit.page.context().addCookies(
      header.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('='), url };
      }),
    );
  await carry(cookie);
  return {
    ...visit,
    email,
    ctx: { ...stranger, actor },
    signInAgain: async () => carry(await sessionCookie(world, email)),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
