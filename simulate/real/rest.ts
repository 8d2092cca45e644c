import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../src/dev/demo/random.ts';
import { type Db, sql } from '../../src/platform/db/index.ts';
import { settleProblems } from './actors.ts';
import type { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

/** No smaller steps: half a month has to pass within seconds. */
const stepSeconds = 6 * 3_600;
const stepsMax = 120;
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
async function untilQuiet({ provider, db, product, surprises }: Stage): Promise<void> {
  for (let waited = 0; waited < quietMsMax; waited += 30) {
    await provider.drain();
    if ((await countDue(db, product.startedAt)) === 0) return;
    await pause(30);
  }
  surprises.push(`jobs still run after ${quietMsMax / 1_000} s`);
}

async function countDue(db: Db, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select count(*)::int as due from jobs.job
    where name not like '\\_\\_pgboss%'
      and (state in ('created', 'retry') and start_after <= jobs.job_now()
        or state = 'active' and started_on >= ${since.toString()}::timestamptz)`.execute(db);
  return rows[0]!.due;
}
