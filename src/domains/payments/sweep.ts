import type { Ctx } from '../../platform/context.ts';
import { sql } from '../../platform/db/index.ts';
import { jobNames } from './job-names.ts';
import { tables } from './tables.ts';

const rowsMax = 200;

/**
 * Starts again what a long outage of the provider has worn out: instructions not carried out for
 * a quarter of an hour, and events whose jobs have used up their tries. Charges whose call the
 * provider refused are left to a person.
 */
export async function sweep(ctx: Ctx): Promise<void> {
  for (const chargeId of await findUnfinished(ctx))
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: chargeId });
  for (const eventId of await findForgottenEvents(ctx))
    await ctx.jobs.enqueue(ctx, jobNames.processEvent, { eventId });
}

async function findUnfinished(ctx: Ctx): Promise<string[]> {
  const before = ctx.clock.now().subtract({ minutes: 15 }).toString();
  const { rows } = await sql<{ id: string }>`
    select id from payments.charges as charge
    where ((last_known_status in ('created', 'open') and (abandoned_at is not null or keep_minor is not null))
        or (last_known_status = 'authorised' and keep_minor is not null)
        or captured_minor - refunded_minor > keep_minor)
      and not dispute_open
      and (captured_minor = 0 or captured_minor - refunded_minor - lost_minor > keep_minor)
      and updated_at < ${before}::timestamptz
      and not exists (
        select from payments.provider_calls
        where subject_kind = 'charge' and subject_id = charge.id and status = 'failed' and needs_person_at is not null
      )
    order by updated_at limit ${rowsMax}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function findForgottenEvents(ctx: Ctx): Promise<string[]> {
  const before = ctx.clock.now().subtract({ hours: 3 }).toString();
  const rows = await tables(ctx)
    .selectFrom('payments.webhook_events')
    .select('id')
    .where('status', '=', 'received')
    .where('received_at', '<', sql<Temporal.Instant>`${before}::timestamptz`)
    .orderBy('received_at')
    .limit(rowsMax)
    .execute();
  return rows.map(({ id }) => id);
}
