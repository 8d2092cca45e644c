import { type Database, sql } from '../../src/platform/db/index.ts';

/**
 * Remembers the rows a database has now. The returned function brings it back to them, or answers
 * false when tables have come or gone meanwhile: such a database is not to be used again.
 */
export async function rememberRows({ db }: Database): Promise<() => Promise<boolean>> {
  const shape = await shapeOf(db);
  const kept = await rowsOf(db);
  return async () => {
    if ((await shapeOf(db)) !== shape) return false;
    const dirty = await filledTables(db);
    await db
      .withoutPlugins()
      .transaction()
      .execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        if (dirty.length > 0)
          await sql`truncate ${sql.raw(dirty.join(', '))} restart identity cascade`.execute(tx);
        for (const [table, rows] of kept)
          await sql`insert into ${sql.raw(table)}
          select * from jsonb_populate_recordset(null::${sql.raw(table)}, ${rows}::jsonb)`.execute(
            tx,
          );
      });
    await sql`select pg_advisory_unlock_all()`.execute(db);
    await sql`unlisten *`.execute(db);
    return true;
  };
}

type Handle = Database['db'];

// PostGIS's and the migrations' own tables are in "public"; the job queue makes its schema at its first start.
const ownTables = sql`
  select c.oid, c.relname, format('%I.%I', n.nspname, c.relname) as name, n.nspname
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'public'`;

async function shapeOf(db: Handle): Promise<string | undefined> {
  const { rows } = await sql<{ shape: string }>`
    select md5(string_agg(oid::text || relname, ',' order by oid)) as shape
    from (${ownTables} and n.nspname <> 'jobs') tables`.execute(db);
  return rows[0]?.shape;
}

async function filledTables(db: Handle): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    ${ownTables} and c.relkind in ('r', 'p') and not c.relispartition
      and format('%I.%I', n.nspname, c.relname) not in ('jobs.version', 'jobs.queue', 'jobs.bam')`.execute(
    db,
  );
  if (rows.length === 0) return [];
  const looks = rows.map(
    ({ name }) => `select '${name}' as name where exists (select from ${name})`,
  );
  const filled = await sql<{ name: string }>`${sql.raw(looks.join(' union all '))}`.execute(db);
  return filled.rows.map(({ name }) => name);
}

async function rowsOf(db: Handle): Promise<[table: string, rows: string][]> {
  const kept: [string, string][] = [];
  for (const table of await filledTables(db)) {
    const { rows } = await sql<{ rows: string }>`
      select jsonb_agg(t)::text as rows from ${sql.raw(table)} t`.execute(db);
    kept.push([table, rows[0]!.rows]);
  }
  return kept;
}
