import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Ctx } from '../context.ts';
import type { App } from './index.ts';

export interface Readiness {
  /** From now on the node asks for no new requests; running ones finish. */
  startDraining(): void;
}

const Health = Type.Object({
  status: Type.String(),
  checks: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
});

/** `/health/live` says that the process runs, `/health/ready` that it can do its work. */
export function healthRoutes(app: App, ctx: Ctx): Readiness {
  let draining = false;
  const options = {
    config: { access: 'public', actor: false },
    schema: { response: { 200: Health, 503: Health } },
  } as const;

  app.get('/health/live', options, async () => ({ status: 'ok' }));
  app.get('/health/ready', options, async (_request, reply) => {
    const [database, bus] = await Promise.all([
      answers(sql`select 1`.execute(ctx.db)),
      ctx.bus.healthy(),
    ]);
    const ready = database && !draining;
    // Without the bus a node still serves; if each took itself out, nobody would.
    const running = bus ? 'ok' : 'degraded';
    return reply.code(ready ? 200 : 503).send({
      status: ready ? running : draining ? 'draining' : 'unavailable',
      checks: { database, bus },
    });
  });
  return {
    startDraining() {
      draining = true;
    },
  };
}

async function answers(query: Promise<unknown>): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([
    query.then(
      () => true,
      () => false,
    ),
    timeout,
  ]);
}
