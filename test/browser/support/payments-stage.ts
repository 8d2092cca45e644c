import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { domains } from '../../../src/domains.ts';
import { mountWeb } from '../../../src/web/server/mount-web.ts';
import { type PaymentsWorld, startPaymentsWorld } from '../../support/payments.ts';
import { signIn } from '../../support/people.ts';
import { openVisit, quietBrowser, type Visit } from './browser.ts';

/** The built pages over a world whose clock, webhooks and jobs move when the test says so. */
export interface PaymentsStage {
  world: PaymentsWorld;
  /** A visit of an operator who looks after payments. */
  visitOperator(options?: Parameters<typeof openVisit>[1]): Promise<Visit>;
  close(): Promise<void>;
}

export async function openPaymentsStage(): Promise<PaymentsStage> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const browser = await chromium.launch(quietBrowser());
  const world = await startPaymentsWorld(
    domains.filter(({ name }) => name !== 'payments'),
    {
      env: { PUBLIC_URL: url },
      extend: (app, { config, bus }) => mountWeb(app, { config, bus }),
    },
  );
  await world.app.listen({ port, host: '127.0.0.1' });
  return {
    world,
    visitOperator: (options) => visitAs(browser, world, url, options),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

let operators = 0;

async function visitAs(
  browser: Browser,
  world: PaymentsWorld,
  url: string,
  options: Parameters<typeof openVisit>[1],
): Promise<Visit> {
  const email = `payments${(operators += 1)}@etude.example`;
  const { cookie } = await signIn(world, email, ['operator'], ['payments']);
  const visit = await openVisit({ product: { url }, browser }, options);
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await visit.page.context().addCookies(cookies);
  return visit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
