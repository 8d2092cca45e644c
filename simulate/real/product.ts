// Started by product-process.ts: the product as src/main.ts runs it, API and jobs on PostgreSQL, without pages.
// Its clock is ahead of the machine's by as much as its parent says; its mails go nowhere.
import { createEtude, prepareDatabase } from '../../src/app.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { systemCtx } from '../../src/platform/context.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';
import { clockAhead, nowhere } from './stand-ins.ts';

let aheadMs = Number(process.argv[2]);
const config = loadConfig();
const etude = await createEtude({
  config,
  log: createLog(config.logLevel),
  clock: clockAhead(() => aheadMs),
  mail: nowhere,
});
await prepareDatabase(etude);
await etude.jobs.start(etude.ctx, { work: true });
await etude.app.listen({ port: config.port, host: config.host });

/** Time has moved on: what runs by the clock is started, and jobs of a dead process are given up. */
async function moveTo(ms: number): Promise<void> {
  aheadMs = ms;
  const { ctx, jobs } = etude;
  for (const [name, { cron }] of jobs.definitions)
    if (cron) await jobs.enqueue(systemCtx(ctx, 'clock'), name, {});
  await jobs.boss.supervise();
  for (const { id } of jobs.boss.getWipData()) jobs.boss.notifyWorker(id);
}

process.on('message', (message: { aheadMs: number }) => {
  void moveTo(message.aheadMs).then(() => process.send?.('moved'));
});
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
