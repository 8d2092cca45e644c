import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../test/support/databases.ts';
import { testClock } from '../../../platform/clock/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, isConstraint, newId, sql } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { tables } from '../tables.ts';
import { book, ofCharge } from './book.ts';
import { accountCodes, postingKinds } from './chart.ts';
import {
  authorisePosting,
  capturePosting,
  type Posting,
  refundPosting,
  voidPosting,
} from './postings.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: Ctx;

beforeAll(async () => {
  database = await freshDatabase();
  // The ledger needs a database and a clock, nothing else of the context.
  ctx = { db: database.db, clock: testClock('2026-11-23T09:00:00Z') } as unknown as Ctx;
});

afterAll(async () => {
  await database.close();
  await database.drop();
});

const price = money(3800, 'GBP');

async function newCharge(): Promise<{ id: string; market_code: string; platform: string }> {
  const id = newId(ctx.clock);
  const now = ctx.clock.now().toString();
  const row = {
    id,
    reference: `booking:${id}`,
    market_code: 'gb',
    currency: 'GBP',
    amount_minor: price.minor,
    fee_minor: 380,
    capture: 'manual' as const,
    status: 'created' as const,
    last_known_status: 'created' as const,
    expires_at: now,
    created_at: now,
    updated_at: now,
  };
  await tables(ctx).insertInto('payments.charges').values(row).execute();
  return { id, market_code: 'gb', platform: 'main' };
}

const bookAll = (charge: Parameters<typeof ofCharge>[0], ...postings: Posting[]) =>
  inTransaction(ctx, async (ctx) => {
    for (const posting of postings) await book(ctx, ofCharge(charge), posting);
  });

async function balances(chargeId: string): Promise<Record<string, number>> {
  const rows = await tables(ctx)
    .selectFrom('payments.ledger_entries as entry')
    .innerJoin('payments.ledger_transactions as posted', 'posted.id', 'entry.transaction_id')
    .where('posted.charge_id', '=', chargeId)
    .groupBy('entry.account')
    .select(['entry.account', sql<number>`sum(entry.amount_minor)::bigint`.as('minor')])
    .execute();
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { constraint?: string }).constraint,
  );

describe('the ledger', () => {
  it('keeps what was captured in escrow and lets the rest of the authorisation go (PY-08)', async () => {
    const charge = await newCharge();
    await bookAll(charge, authorisePosting(charge.id, price));
    expect(await balances(charge.id)).toEqual({ provider_pending: 3800, escrow_pending: -3800 });
    await bookAll(charge, capturePosting(charge.id, price, money(1900, 'GBP')));
    expect(await balances(charge.id)).toEqual({
      provider_pending: 0,
      escrow_pending: 0,
      provider: 1900,
      escrow: -1900,
    });
  });

  it('books each fact once, however often it is told (PY-08)', async () => {
    const charge = await newCharge();
    const authorise = authorisePosting(charge.id, price);
    await bookAll(charge, authorise, authorise);
    await Promise.all(Array.from({ length: 8 }, () => bookAll(charge, authorise)));
    await bookAll(charge, voidPosting(charge.id, price), voidPosting(charge.id, price));
    expect(await balances(charge.id)).toEqual({ provider_pending: 0, escrow_pending: 0 });
  });

  it('refuses lines that do not sum to zero, and a posting without lines (PY-08)', async () => {
    const charge = await newCharge();
    const posting = authorisePosting(charge.id, price);
    const lopsided = { ...posting, lines: posting.lines.slice(0, 1) };
    expect(await refusal(bookAll(charge, lopsided))).toBe('ledger_transactions_balanced');
    const mixed = {
      ...posting,
      lines: [posting.lines[0]!, { ...posting.lines[1]!, amount: money(-3800, 'USD') }],
    };
    expect(await refusal(bookAll(charge, mixed))).toBe('ledger_transactions_balanced');
    const bare = {
      id: newId(ctx.clock),
      subject_kind: 'charge' as const,
      subject_id: charge.id,
      charge_id: charge.id,
      kind: 'void' as const,
      source_key: `bare:${charge.id}`,
      posted_at: ctx.clock.now().toString(),
    };
    expect(
      await refusal(tables(ctx).insertInto('payments.ledger_transactions').values(bare).execute()),
    ).toBe('ledger_transactions_balanced');
    expect(await balances(charge.id)).toEqual({});
  });

  it('refuses to give back more than a charge holds, even if it would balance (PY-08)', async () => {
    const charge = await newCharge();
    await bookAll(
      charge,
      authorisePosting(charge.id, price),
      capturePosting(charge.id, price, price),
    );
    await bookAll(charge, refundPosting(`re_a_${charge.id}`, money(3000, 'GBP')));
    const tooMuch = refundPosting(`re_b_${charge.id}`, money(801, 'GBP'));
    expect(await refusal(bookAll(charge, tooMuch))).toBe('ledger_entries_escrow_covers');
    expect((await balances(charge.id))['escrow']).toBe(-800);
  });

  it('can be added to, never changed or emptied (PY-08)', async () => {
    const charge = await newCharge();
    await bookAll(charge, authorisePosting(charge.id, price));
    const attempts = [
      sql`update payments.ledger_entries set amount_minor = 1`,
      sql`delete from payments.ledger_entries`,
      sql`truncate payments.ledger_entries`,
      sql`update payments.ledger_transactions set kind = 'void'`,
      sql`delete from payments.ledger_transactions`,
      sql`truncate payments.ledger_transactions cascade`,
    ];
    for (const attempt of attempts)
      expect(await refusal(attempt.execute(ctx.db))).toMatch(
        /^ledger_(entries|transactions)_append_only$/,
      );
    // A line added to an old posting would unbalance it.
    const late = sql`insert into payments.ledger_entries select transaction_id, 9, market_code, currency, account, 1 from payments.ledger_entries limit 1`;
    expect(
      isConstraint(
        await late.execute(ctx.db).catch((error: unknown) => error),
        'ledger_transactions_balanced',
      ),
    ).toBe(true);
  });

  it('knows the same accounts and kinds of postings in the code and in the database (PY-08)', async () => {
    const { rows } = await sql<{ accounts: string[]; kinds: string[] }>`select
      (select array_agg(code order by code) from payments.ledger_account_codes) as accounts,
      (select array_agg(kind order by kind) from payments.ledger_posting_kinds) as kinds`.execute(
      ctx.db,
    );
    expect(rows[0]).toEqual({
      accounts: [...accountCodes].toSorted(),
      kinds: [...postingKinds].toSorted(),
    });
  });
});
