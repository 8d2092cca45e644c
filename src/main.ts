import { createEtude, type Etude, prepareDatabase } from './app.ts';
import { ConfigError, type Config, loadConfig } from './platform/config/index.ts';
import { createLog } from './platform/telemetry/index.ts';
import { releaseStartMemory } from './platform/telemetry/release-start-memory.ts';

const closeMsMax = 30_000;
const settledMs = 1_000;

const config = readConfig();
const log = createLog(config.logLevel);
await start(config).catch((error: Error) => {
  log.fatal({ err: error }, `Etude could not start: ${error.message}`);
  process.exit(1);
});

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function start(config: Config): Promise<void> {
  const etude = await createEtude({ config, log });
  await prepareDatabase(etude);
  const local = config.production
    ? undefined
    : await import('./dev/index.ts').then(({ startLocal }) => startLocal(etude));
  if (config.role !== 'worker') await mountPages(etude);
  await etude.jobs.start(etude.ctx, { work: config.role !== 'web' });
  await local?.prepare();
  await etude.app.listen({ port: config.port, host: config.host });
  local?.announce();
  log.info(
    { address: config.publicUrl, engine: etude.database.engine, role: config.role },
    'ready',
  );
  stopOnSignal(etude, async () => local?.stop());
  setTimeout(() => void releaseStartMemory(), settledMs).unref();
}

async function mountPages({ app, ctx }: Etude): Promise<void> {
  const { mountWeb } = await import('./web/server/mount-web.ts');
  await mountWeb(app, ctx);
}

/** Readiness fails first, so that no new request comes; then running requests and jobs finish. */
function stopOnSignal({ ctx, readiness, close }: Etude, stopLocal: () => Promise<void>): void {
  const stop = async (signal: string) => {
    ctx.log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), closeMsMax + ctx.config.shutdownDelayMs).unref();
    readiness.startDraining();
    await new Promise((resolve) => setTimeout(resolve, ctx.config.shutdownDelayMs));
    await close();
    await stopLocal();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(signal));
}
