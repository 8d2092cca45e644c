import { newId, sql } from '../../src/platform/db/index.ts';
import type { Ask, Cast } from './access-cast.ts';

const run = (cast: Cast, query: ReturnType<typeof sql>) => query.execute(cast.world.ctx.db);

/** A payment that was taken; nothing of it is at the provider. */
async function taken(cast: Cast): Promise<string> {
  const id = newId(cast.world.clock);
  await run(
    cast,
    sql`insert into payments.charges (id, reference, market_code, currency, amount_minor, fee_minor, capture,
      status, last_known_status, captured_minor, provider_intent_id, expires_at, created_at, updated_at)
    values (${id}, ${`booking:${id}`}, 'gb', 'GBP', 3800, 380, 'automatic', 'captured', 'captured', 3800,
      ${`pi_${id}`}, now(), now(), now())`,
  );
  return id;
}

async function disputed(cast: Cast): Promise<string> {
  const [id, chargeId] = [newId(cast.world.clock), await taken(cast)];
  await run(
    cast,
    sql`insert into payments.disputes (id, provider_dispute_id, charge_id, platform, market_code, status, reason,
      currency, amount_minor, opened_at, evidence, created_at, updated_at)
    values (${id}, ${`du_${id}`}, ${chargeId}, 'main', 'gb', 'needs_response', 'fraudulent', 'GBP', 3800, now(),
      '{"customer_name": "Ada"}', now(), now())`,
  );
  return id;
}

async function compared(cast: Cast): Promise<string> {
  const id = newId(cast.world.clock);
  await run(
    cast,
    sql`insert into payments.reconciliations (id, platform, status, from_at, until_at, started_at, finished_at)
    values (${id}, 'main', 'done', now() - interval '1 day', now(), now(), now())`,
  );
  return id;
}

/** What operators who look after payments send. */
export const operationsRequests = {
  takenPayment: async (cast) => ({ params: { id: await taken(cast) } }),
  refundOfPayment: async (cast) => ({
    params: { id: await taken(cast) },
    body: { amountMinor: 100, expectedRefundedMinor: 0, reason: 'goodwill', note: '' },
  }),
  waitingCall: async (cast) => {
    const [id, chargeId] = [newId(cast.world.clock), await taken(cast)];
    await run(
      cast,
      sql`insert into payments.provider_calls (id, subject_kind, subject_id, platform, operation, attempt,
        idempotency_key, params, params_hash, status, created_at)
      values (${id}, 'charge', ${chargeId}, 'main', 'refund', 1, ${`booking:${id}:refund:1`}, '{}', '', 'unknown', now())`,
    );
    return { params: { id } };
  },
  parkedEvent: async (cast) => {
    const id = `evt_${newId(cast.world.clock)}`;
    await run(
      cast,
      sql`insert into payments.webhook_events (id, type, payload, status, received_at)
      values (${id}, 'charge.updated', '{}', 'parked', now())`,
    );
    return { params: { id } };
  },
  dispute: async (cast) => ({ params: { id: await disputed(cast) } }),
  evidence: async (cast) => ({
    params: { id: await disputed(cast) },
    body: { evidence: { customer_name: 'Ada Vega' } },
  }),
  evidenceFile: async (cast) => ({
    params: { id: await disputed(cast) },
    query: 'field=receipt&name=receipt.pdf',
    body: Buffer.from('%PDF-1.7'),
    headers: { 'content-type': 'application/pdf' },
  }),
  disputeAnswer: async (cast) => ({
    params: { id: await disputed(cast) },
    body: { answer: 'contest' },
  }),
  comparison: async (cast) => ({ params: { id: await compared(cast) } }),
  openCase: async (cast) => {
    const [id, movement] = [newId(cast.world.clock), `txn_${newId(cast.world.clock)}`];
    await run(
      cast,
      sql`insert into payments.balance_transactions (id, platform, type, category, currency, amount_minor,
        fee_minor, net_minor, created_at, seen_at)
      values (${movement}, 'main', 'charge', 'charge', 'GBP', 100, 0, 100, now(), now())`,
    );
    await run(
      cast,
      sql`insert into payments.reconciliation_cases (id, reconciliation_id, platform, kind, balance_transaction_id,
        currency, provider_minor, ledger_minor, state, opened_at)
      values (${id}, ${await compared(cast)}, 'main', 'not_booked', ${movement}, 'GBP', 100, 0, 'open', now())`,
    );
    return { params: { id }, body: { note: 'A test.' } };
  },
} satisfies Record<string, Ask>;
