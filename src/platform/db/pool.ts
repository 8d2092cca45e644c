import pg from 'pg';
import type { PoolConfig } from 'pg';

const { INT8, TIMESTAMPTZ, DATE } = pg.types.builtins;

const int8Array = 1016;
const timestamptzArray = 1185;

function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 beyond a safe integer: ${text}`);
  return number;
}

/** PostgreSQL's "2026-11-23 09:00:00.5+00" as an instant. */
function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'));
}

const listOf = (parse: (text: string) => unknown) => (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => parse(item.replaceAll('"', '')));

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [int8Array, listOf(safeInteger)],
  [TIMESTAMPTZ, instant],
  [timestamptzArray, listOf(instant)],
  [DATE, (text) => text],
]);

/** Connections whose values arrive as the product uses them: instants, safe integers, plain dates. */
export function openPool(config: PoolConfig): pg.Pool {
  return new pg.Pool({
    application_name: 'etude',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
    } as NonNullable<PoolConfig['types']>,
  });
}
