// bin/race [--attempts 20000] [--clients 64] [--slots 12] [--processes 2]: clients fight for few slots
// through the HTTP API of several processes on one PostgreSQL. No hour may have two holders: judged by
// what the clients were told, and by the table. Exit code 1 when one has, or when the race was none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { scratchDatabase } from './support/databases.ts';
import { pause, type Server, startEtude } from './support/processes.ts';
import { findSlots, type Slot } from './support/slots.ts';

const { values: options } = parseArgs({
  options: {
    attempts: { type: 'string', default: '20000' },
    clients: { type: 'string', default: '64' },
    slots: { type: 'string', default: '12' },
    processes: { type: 'string', default: '2' },
  },
});
const attemptsMax = Number(options.attempts);
const clientsCount = Number(options.clients);
/** Of the holds that were won, how many are left to lapse instead of being released. */
const lapseShare = 0.1;
const keepMsMax = 40;

/** A hold as its client knows it: surely its own from the answer until it began to let go. */
interface Hold {
  slot: Slot;
  from: number;
  until: number;
}

const history: Hold[] = [];
const tally = { attempts: 0, wins: 0, conflicts: 0, released: 0, lapsed: 0 };
const others = new Map<string, number>();

const folder = mkdtempSync(`${tmpdir()}/etude-race-`);
const database = await scratchDatabase();
const servers: Server[] = [];
const pool = new pg.Pool({ connectionString: database.url, max: 4 });

class Client {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async post(
    path: string,
    body?: object,
  ): Promise<{ status: number; body: { id?: string; code?: string } }> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: {
        origin: this.#url,
        cookie: this.#cookie,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (cookies.length > 0) this.#cookie = cookies.join('; ');
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }
}

async function compete(client: Client, slots: Slot[]): Promise<void> {
  while (tally.attempts < attemptsMax) {
    tally.attempts += 1;
    const slot = slots[Math.trunc(Math.random() * slots.length)]!;
    const wish = { serviceId: slot.serviceId, startsAt: slot.startsAt, timeZone: 'Europe/London' };
    const { status, body } = await client.post('/api/v1/bookings', wish);
    if (status === 201 && body.id) {
      tally.wins += 1;
      await keep(client, slot, body.id);
    } else if (status === 409) {
      tally.conflicts += 1;
    } else {
      count(`${status} ${body.code ?? ''}`);
    }
  }
}

async function keep(client: Client, slot: Slot, id: string): Promise<void> {
  const hold: Hold = { slot, from: performance.now(), until: Infinity };
  history.push(hold);
  await pause(Math.random() * keepMsMax);
  hold.until = performance.now();
  if (Math.random() < lapseShare) {
    // Ten minutes pass at once for this hold; whoever asks next finds it stale.
    await pool.query(
      `update scheduling.bookings set hold_expires_at = now() - interval '1 second' where id = $1`,
      [id],
    );
    tally.lapsed += 1;
    return;
  }
  const { status, body } = await client.post(`/api/v1/bookings/${id}/release`);
  if (status >= 300) count(`release: ${status} ${body.code ?? ''}`);
  else tally.released += 1;
}

const count = (what: string) => void others.set(what, (others.get(what) ?? 0) + 1);

const overlaps = (a: Slot, b: Slot) =>
  a.instructorId === b.instructorId && a.startsMs < b.endsMs && b.startsMs < a.endsMs;

/** Pairs of holds on overlapping hours of one instructor that two clients had at the same moment. */
function doubleHoldsInHistory(): number {
  const ordered = history.toSorted((a, b) => a.from - b.from);
  let doubles = 0;
  let open: Hold[] = [];
  for (const hold of ordered) {
    open = open.filter((other) => other.until > hold.from);
    doubles += open.filter((other) => overlaps(other.slot, hold.slot)).length;
    open.push(hold);
  }
  return doubles;
}

/** Pairs of live bookings in the table that share an instructor and some of the time. */
async function doubleBookingsInTable(): Promise<number> {
  const { rows } = await pool.query(`
    select count(*)::int as doubles
    from scheduling.bookings a join scheduling.bookings b
      on a.instructor_id = b.instructor_id and a.id < b.id
      and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
    where a.status in ('held', 'requested', 'confirmed', 'in_progress')
      and b.status in ('held', 'requested', 'confirmed', 'in_progress')`);
  return rows[0].doubles;
}

async function startServers(): Promise<void> {
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    RATE_LIMIT_FACTOR: '1000000',
    LOG_LEVEL: 'error',
  };
  for (let index = 0; index < Number(options.processes); index += 1) {
    servers.push(await startEtude({ ...env, DEMO: index === 0 ? 'true' : 'false' }));
  }
}

/** Looks into the table again and again while the race is on. */
async function watchTable(isOver: () => boolean): Promise<number> {
  let doubles = 0;
  while (!isOver()) {
    doubles += await doubleBookingsInTable();
    await pause(250);
  }
  return doubles;
}

try {
  await startServers();
  const slots = await findSlots(servers[0]!.url, Number(options.slots));
  console.log(
    `${clientsCount} clients, ${servers.length} processes, one PostgreSQL, ${slots.length} slots`,
  );
  const began = performance.now();
  let over = false;
  const watching = watchTable(() => over);
  const clients = Array.from(
    { length: clientsCount },
    (_, index) => new Client(servers[index % servers.length]!.url),
  );
  await Promise.all(clients.map((client) => compete(client, slots)));
  over = true;
  const seconds = (performance.now() - began) / 1000;
  const inTable = (await watching) + (await doubleBookingsInTable());
  const inHistory = doubleHoldsInHistory();
  const other = [...others.values()].reduce((sum, number) => sum + number, 0);

  console.log(`attempts: ${tally.attempts} in ${seconds.toFixed(1)} s`);
  console.log(`wins: ${tally.wins} (released ${tally.released}, left to lapse ${tally.lapsed})`);
  console.log(`conflicts: ${tally.conflicts}`);
  console.log(
    `other: ${other}${[...others].map(([what, number]) => `\n  ${number} × ${what}`).join('')}`,
  );
  console.log(`holds of two clients at once, by their own history: ${inHistory}`);
  console.log(`overlapping bookings seen in the table: ${inTable}`);
  console.log(`double bookings: ${inHistory + inTable}`);
  const isRace = tally.wins > slots.length && tally.conflicts > 0;
  if (!isRace) console.log('That was no race: nobody won a slot anew, or nobody lost one.');
  if (inHistory + inTable > 0 || other > 0 || !isRace) process.exitCode = 1;
} finally {
  for (const server of servers) await server.stop();
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
