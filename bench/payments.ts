// bin/bench payments [--rounds 5] [--seconds 5] [--clients 16]: how many events of the provider are taken in
// and how many postings are booked a second, each beside pgbench sending the very same statements; and how
// long the provider waits for its answer while the events are worked on. Exit code 1 below the aim.
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { runNode } from '../bin/lib/run.ts';
import { createEtude, type Etude, prepareDatabase } from '../src/app.ts';
import { book } from '../src/domains/payments/ledger/book.ts';
import { capturePosting } from '../src/domains/payments/ledger/postings.ts';
import { loadConfig } from '../src/platform/config/index.ts';
import { inTransaction, newId } from '../src/platform/db/index.ts';
import { money } from '../src/platform/money/index.ts';
import { scratchDatabase } from './support/databases.ts';
import { median } from './support/load.ts';
import type { IntakeResult, IntakeWork } from './support/payments/intake-child.ts';
import { freshUuid, runPgbench, scriptOf } from './support/payments/pgbench.ts';
import { startEtude } from './support/processes.ts';
import { recordDuring } from './support/record-queries.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '16' },
  },
});
const [rounds, seconds, clients] = [options.rounds, options.seconds, options.clients].map(
  Number,
) as [number, number, number];
/** The provider gives up much later; nothing of ours should ever make it wait. */
const answerMsMax = 200;

const secret = 'whsec_of_the_bench';
const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const database = await scratchDatabase();
const settings = {
  DATABASE_URL: database.url,
  DATA_DIR: folder,
  DEMO: 'false',
  LOG_LEVEL: 'error',
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_SECRET_KEY: 'sk_test_of_the_bench',
};

/** As large as the provider's, about nothing that is known here. */
const event = JSON.stringify({
  id: 'EVENT',
  object: 'event',
  api_version: '2025-03-31',
  created: 1_795_000_000,
  livemode: false,
  type: 'payment_intent.succeeded',
  data: {
    object: {
      id: 'pi_of_the_bench',
      object: 'payment_intent',
      metadata: {},
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [`field_${n}`, `value ${n} of sixty`]),
      ),
    },
  },
});

const perSecond = (values: number[]) => Math.round(median(values)).toLocaleString('en').padStart(7);

async function postEvents(url: string): Promise<IntakeResult> {
  const work: IntakeWork = { url, secret, event, clients, seconds };
  const { code, output } = await runNode(
    join(import.meta.dirname, 'support/payments/intake-child.ts'),
    [JSON.stringify(work)],
    { secondsMax: seconds + 60 },
  );
  if (code !== 0) throw new Error(output);
  const result = JSON.parse(output) as IntakeResult;
  if (result.refused > 0) throw new Error(`${result.refused} events were refused`);
  return result;
}

async function withEtude<T>(work: (etude: Etude) => Promise<T>): Promise<T> {
  const etude = await createEtude({ config: loadConfig(settings), log: pino({ level: 'silent' }) });
  try {
    await prepareDatabase(etude);
    await etude.app.ready();
    return await work(etude);
  } finally {
    await etude.close();
  }
}

/** (a) One event costs one transaction: its row, and the job that works on it. */
async function intake(): Promise<void> {
  const script = await withEtude(async (etude) => {
    await etude.jobs.start(etude.ctx, { work: false });
    const queries = await recordDuring(() => takeOne(etude));
    return scriptOf(queries, [oneId], `evt_${freshUuid}`);
  });
  const product = await startEtude({ ...settings, ROLE: 'web' });
  try {
    await postEvents(product.url);
    const [ours, limit]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const { taken, seconds: took } = await postEvents(product.url);
      ours.push(taken / took);
      const file = join(folder, 'intake.sql');
      limit.push(await runPgbench(database.url, script, { file, clients, seconds }));
    }
    const ratio = median(ours.map((rate, round) => rate / limit[round]!));
    console.log(
      `(a) events taken in  ${perSecond(ours)}/s  pgbench ${perSecond(limit)}/s  ratio ${ratio.toFixed(2)}`,
    );
  } finally {
    await product.stop();
  }
}

const oneId = 'evt_recorded';

async function takeOne({ app }: Etude): Promise<void> {
  const payload = event.replaceAll('EVENT', oneId);
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/v1/webhooks/payments',
    payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` },
  });
  if (statusCode !== 200) throw new Error(body);
}

/** (b) One capture: a posting of four lines, with what the database checks about it. */
async function postings(): Promise<void> {
  await withEtude(async ({ ctx }) => {
    const amount = money(4_000, 'GBP');
    const bookOne = async (): Promise<void> => {
      const id = newId(ctx.clock);
      const about = { kind: 'charge', id, chargeId: null, platform: 'main', market: 'gb' } as const;
      await inTransaction(ctx, (ctx) => book(ctx, about, capturePosting(id, amount, amount)));
    };
    await bookOne();
    const recorded = await recordDuring(bookOne);
    const { values } = recorded.find(({ text }) => text.includes('ledger_transactions'))!;
    const ids = values.map(String).filter((value) => /^[0-9a-f-]{36}$/.test(value));
    const script = scriptOf(recorded, ids, freshUuid);
    const [ours, limit]: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const rate = await keepBooking(bookOne);
      if (round >= 0) ours.push(rate);
      const file = join(folder, 'postings.sql');
      const pgbenchRate = await runPgbench(database.url, script, { file, clients, seconds });
      if (round >= 0) limit.push(pgbenchRate);
    }
    const ratio = median(ours.map((rate, round) => rate / limit[round]!));
    console.log(
      `(b) postings booked  ${perSecond(ours)}/s  pgbench ${perSecond(limit)}/s  ratio ${ratio.toFixed(2)}`,
    );
  });
}

async function keepBooking(bookOne: () => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      await bookOne();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, worker));
  return done / ((performance.now() - began) / 1000);
}

/** (c) The provider waits for its answer while the same process works on what it sent. */
async function acknowledgement(): Promise<boolean> {
  const product = await startEtude({ ...settings, ROLE: 'all' });
  try {
    await postEvents(product.url);
    const waits: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      waits.push((await postEvents(product.url)).p99Ms);
    const met = median(waits) < answerMsMax;
    console.log(
      `(c) answers to the provider while jobs run  p99 ${median(waits).toFixed(0)} ms  aim < ${answerMsMax} ms ${met ? 'met' : 'MISSED'}`,
    );
    return met;
  } finally {
    await product.stop();
  }
}

try {
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, ${clients} at once`,
  );
  await intake();
  await postings();
  if (!(await acknowledgement())) process.exitCode = 1;
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
