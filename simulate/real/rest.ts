import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../src/dev/demo/random.ts';
import { type Db, sql } from '../../src/platform/db/index.ts';
import { settleProblems } from './actors.ts';
import type { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

/** No smaller steps: half a month has to pass within seconds. */
const stepSeconds = 12 * 3_600;
const stepsMax = 100;
const quietMsMax = 20_000;

/** Nothing goes wrong any more; what people have to decide is decided; time passes until all is quiet. */
export async function comeToRest(stage: Stage, dice: Chance): Promise<void> {
  const { provider, stripe, decide } = stage;
  const operator = new Visitor(stage, stage.cast.operator);
  provider.faults.clear();
  for (const { id } of (await stripe.accounts.list({ limit: 100 })).data)
    await decide(`/accounts/${id}`, { state: 'enabled' });
  await untilQuiet(stage);
  let swept = 0;
  for (let step = 0; step < stepsMax && swept < 2; step++) {
    for (const { id } of (await stripe.disputes.list({ limit: 100 })).data)
      await decide(`/disputes/${id}`, { outcome: 'lost' });
    await settleProblems(operator, dice);
    const seconds = await secondsToNext(stage);
    swept = seconds === undefined ? swept + 1 : 0;
    await stage.advance(Math.max(seconds ?? 0, stepSeconds));
    await untilQuiet(stage);
  }
  if (swept < 2) stage.surprises.push('it never comes to rest');
}

/** How long until the next thing of the money's is due; undefined: nothing waits. */
async function secondsToNext({ clock, db }: Stage): Promise<number | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`select min(at) as at from (
    select wake_at as at from payments.charges
    union all select next_try_at from payments.transfers
    union all select hold_expires_at from scheduling.bookings where status = 'held'
    union all select answer_by from scheduling.bookings where status = 'requested'
    union all select ends_at from scheduling.bookings where status in ('confirmed', 'in_progress')
    union all select start_after from jobs.job where state in ('created', 'retry')
      and (name like 'payments.%' or name like '%charge%')
    union all select started_on + expire_seconds * interval '1s' from jobs.job where state = 'active'
  ) as waiting`.execute(db);
  const at = rows[0]?.at;
  if (!at) return undefined;
  return Math.max(1, Math.ceil(clock.now().until(at).total('seconds')));
}

/** Until every event was delivered and no job is due; one that a dead process took is not. */
export async function untilQuiet({ provider, db, product, surprises }: Stage): Promise<void> {
  let due: string[] = [];
  const until = performance.now() + quietMsMax;
  while (performance.now() < until) {
    await provider.drain();
    due = await dueJobs(db, product.startedAt);
    if (due.length === 0) return;
    await pause(20);
  }
  surprises.push(`still due after ${quietMsMax / 1_000} s: ${due.join(', ')}`);
}

async function dueJobs(db: Db, since: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name || ' ' || state as name from jobs.job
    where name not like '\\_\\_pgboss%'
      and (state in ('created', 'retry') and start_after <= jobs.job_now()
        or state = 'active' and started_on >= ${since.toString()}::timestamptz)`.execute(db);
  return rows.map(({ name }) => name);
}
