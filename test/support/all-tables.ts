import type { Ctx } from '../../src/platform/context.ts';
import { sql } from '../../src/platform/db/index.ts';

interface Column {
  table: string;
  name: string;
}

async function allColumns(ctx: Ctx): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select format('%I.%I', table_schema, table_name) as table, column_name as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1, ordinal_position`.execute(ctx.db);
  return rows;
}

/** Every column of every table that holds the text, as itself or inside bytes, as "schema.table.column". */
export async function placesOfText(ctx: Ctx, text: string): Promise<string[]> {
  const found: string[] = [];
  const hex = Buffer.from(text).toString('hex');
  for (const { table, name } of await allColumns(ctx)) {
    const column = sql.ref(name);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.raw(table)}
      where ${column}::text ilike ${`%${text}%`} or ${column}::text ilike ${`%${hex}%`}`.execute(
      ctx.db,
    );
    if (rows[0]!.count > 0) found.push(`${table}.${name}`);
  }
  return found;
}

/** What the books say of every booking, charge and entry, whoever they are about. */
export async function booksOf(ctx: Ctx) {
  const all = async (query: ReturnType<typeof sql>) => (await query.execute(ctx.db)).rows;
  return {
    bookings: await all(
      sql`select id, reference, status, price_minor, commission_minor, refund_minor from scheduling.bookings order by id`,
    ),
    charges: await all(
      sql`select id, reference, status, amount_minor, captured_minor, refunded_minor from payments.charges order by id`,
    ),
    entries: await all(sql`select * from payments.ledger_entries order by transaction_id, line`),
  };
}
