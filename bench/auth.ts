// bin/bench auth [--only sign-ins,session,flood,lockout,timing] [--rounds 5] [--seconds 10]
// [--pairs 5000] [--endpoints register,login,forgot-password,resend-verification] [--attack-seconds 180]:
// what signing in costs, and what attacking it gains. Exit code 1 below the aims.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addAccounts } from './support/accounts.ts';
import { flood, type Latencies, percentile, probe } from './support/auth/flood.ts';
import { attackAccount } from './support/auth/lockout-attack.ts';
import { rawHashesPerSecond, signInsPerSecond } from './support/auth/sign-ins.ts';
import { type Endpoint, endpoints, timeAnswers } from './support/auth/timing.ts';
import { measure, report } from './support/beside-limit.ts';
import { scratchDatabase } from './support/databases.ts';
import { signIn } from './support/demo.ts';
import { median } from './support/load.ts';
import { pause, type Server, startEtude } from './support/processes.ts';
import { recordQueries } from './support/record-queries.ts';

const parts = { 'sign-ins': signIns, session, flood: loginFlood, lockout, timing };
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    pairs: { type: 'string', default: '5000' },
    endpoints: { type: 'string', default: endpoints.join(',') },
    'attack-seconds': { type: 'string', default: '180' },
  },
});
const [rounds, seconds, pairs] = [options.rounds, options.seconds, options.pairs].map(Number) as [
  number,
  number,
  number,
];

const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const database = await scratchDatabase();
/** Without the limits on tries, which would otherwise be all that is measured. */
const unlimited = {
  DATABASE_URL: database.url,
  DATA_DIR: folder,
  DEMO: 'false',
  RATE_LIMIT_FACTOR: '1000000',
  LOG_LEVEL: 'warn',
};

async function withProduct<T>(
  settings: Record<string, string>,
  work: (product: Server) => Promise<T>,
): Promise<T> {
  const product = await startEtude(settings);
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

const judge = (met: boolean) => (met ? 'met' : 'MISSED');

/** (a) What HTTP, limits, sessions and records leave of the bare hashing. */
async function signIns(): Promise<boolean> {
  const emails = await addAccounts(unlimited, 'signer', 64);
  return withProduct(unlimited, async ({ url }) => {
    await signInsPerSecond(url, emails, 3);
    const [ours, raw]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await signInsPerSecond(url, emails, seconds / 2));
      raw.push(await rawHashesPerSecond(seconds / 2));
    }
    const ratio = median(ours.map((rate, round) => rate / raw[round]!));
    console.log(
      `(a) sign-ins  ${median(ours).toFixed(1)}/s  limit ${median(raw).toFixed(1)}/s (Argon2id alone, as many at once)  ratio ${ratio.toFixed(2)}  aim ≥ 0.90 ${judge(ratio >= 0.9)}`,
    );
    return ratio >= 0.9;
  });
}

/** (b) What finding out who asks costs, beside the least that could. */
async function session(): Promise<boolean> {
  const settings = { ...unlimited, DEMO: 'true' };
  return withProduct(settings, async (product) => {
    const headers = { cookie: await signIn(product.url) };
    const [queries = []] = await recordQueries(database.url, [{ path: '/api/v1/me', headers }]);
    const lookup = queries.filter(({ text }) => text.startsWith('select')).slice(0, 1);
    if (lookup.length === 0) throw new Error('no query was recorded');
    const item = {
      name: '(b) session check, GET /api/v1/me',
      path: '/api/v1/me',
      headers,
      limit: { kind: 'fastify' as const, name: 'Fastify + one query', queries: lookup },
      ratioMin: 0.6,
    };
    const plan = { rounds, seconds: Math.ceil(seconds / 3), databaseUrl: database.url, folder };
    return report(item, await measure(item, product, plan));
  });
}

/** (c) What everybody else notices of ten times as many sign-ins as can be hashed. */
async function loginFlood(): Promise<boolean> {
  const settings = { ...unlimited, DEMO: 'true' };
  return withProduct(settings, async ({ url }) => {
    const headers = { cookie: await signIn(url) };
    const probes = [
      { name: 'GET /api/v1/subjects', path: '/api/v1/subjects', headers: {} },
      { name: 'GET /api/v1/me', path: '/api/v1/me', headers },
      { name: 'search of 20 results', path: '/api/v1/search?market=gb&limit=20', headers: {} },
    ];
    const perSecond = Math.round(10 * (await rawHashesPerSecond(2)));
    const login = `${url}/api/v1/auth/login`;
    await Promise.all([
      flood({ url: login, perSecond, seconds: 3 }),
      probe(url, probes, pause(4_000)),
    ]);
    const [idle, flooded]: [Latencies[], Latencies[]] = [[], []];
    let answered: Record<number, number> = {};
    for (let round = 0; round < rounds; round += 1) {
      idle.push(await probe(url, probes, pause(seconds * 1000)));
      const flooding = flood({ url: login, perSecond, seconds: seconds + 1 });
      await pause(1_000);
      flooded.push(await probe(url, probes, pause(seconds * 1000)));
      answered = (await flooding).statuses;
    }
    console.log(
      `(c) login flood of ${perSecond}/s, ten times what can be hashed; answered ${JSON.stringify(answered)}`,
    );
    return probes.map(({ name }) => reportFlood(name, idle, flooded)).every(Boolean);
  });
}

function reportFlood(name: string, idle: Latencies[], flooded: Latencies[]): boolean {
  const p99 = (rounds: Latencies[]) => median(rounds.map((one) => percentile(one[name]!, 0.99)));
  const factor = p99(flooded) / p99(idle);
  console.log(
    `    ${name.padEnd(24)} p99 ${p99(idle).toFixed(2)} ms idle, ${p99(flooded).toFixed(2)} ms flooded  factor ${factor.toFixed(2)}  aim ≤ 3.00 ${judge(factor <= 3)}`,
  );
  return factor <= 3;
}

/** (d) Whether guessing at an account keeps its owner out: with the product's own limits. */
async function lockout(): Promise<boolean> {
  const settings = { ...unlimited, RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: '127.0.0.1' };
  const [email] = await addAccounts(unlimited, `owner${Date.now()}-`, 1);
  return withProduct(settings, async ({ url }) => {
    const attackSeconds = Number(options['attack-seconds']);
    const attack = await attackAccount(url, email!, { failures: 10_000, seconds: attackSeconds });
    const met = attack.failures === 10_000 && attack.ownerSignedIn === attack.ownerTried;
    console.log(
      `(d) an hour's attack in ${attackSeconds} s: ${attack.failures} failures from as many addresses, answered ${JSON.stringify(attack.statuses)}; the owner signed in ${attack.ownerSignedIn} of ${attack.ownerTried} times  aim 100 % ${judge(met)}`,
    );
    return met;
  });
}

/** (e) Whether the time of an answer tells that an account exists. */
async function timing(): Promise<boolean> {
  const known = await addAccounts(unlimited, 'known', pairs);
  return withProduct(unlimited, async ({ url }) => {
    let met = true;
    console.log(`(e) ${pairs} known and ${pairs} unknown addresses in random order`);
    for (const endpoint of options.endpoints.split(',') as Endpoint[]) {
      const { areaUnderCurve, statuses, ...medians } = await timeAnswers(url, endpoint, known);
      const alike = String(statuses[0]) === String(statuses[1]);
      const good = areaUnderCurve <= 0.55 && alike;
      met &&= good;
      console.log(
        `    ${endpoint.padEnd(20)} known ${medians.medianKnownMs.toFixed(2)} ms, unknown ${medians.medianUnknownMs.toFixed(2)} ms  answered ${String(statuses[0])} and ${String(statuses[1])}  AUC ${areaUnderCurve.toFixed(3)}  aim ≤ 0.550 ${judge(good)}`,
      );
    }
    return met;
  });
}

try {
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL\n`,
  );
  for (const name of options.only.split(',')) {
    const part = parts[name as keyof typeof parts];
    if (!part) throw new Error(`--only names ${Object.keys(parts).join(', ')}, not "${name}"`);
    if (!(await part())) process.exitCode = 1;
  }
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
