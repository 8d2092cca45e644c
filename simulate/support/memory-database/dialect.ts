import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  type QueryResult,
} from 'kysely';
import { type Db } from '../../../src/platform/db/index.ts';
import { refuseOuterHandle } from '../../../src/platform/db/transaction.ts';
import { Interpreter, type Raw } from './interpret.ts';
import type { Row } from './schema.ts';
import type { Store } from './store.ts';

/** What may go wrong around a change that becomes lasting; throws to end the process there. */
export interface Boundary {
  /** Throws once this process is dead. */
  alive(): void;
  beforeCommit(): void;
  afterCommit(): void;
}

const reading = new Set(['SelectQueryNode']);

/**
 * The product's own queries, carried out on rows in memory. One connection, as with the embedded
 * engine: a transaction has the store for itself, and each statement outside one commits by itself.
 */
export function memoryDb(store: Store, raw: Raw, boundary: Boundary): Db {
  const interpreter = new Interpreter(store, raw);
  const queue = new Turns();
  let open = false;

  const connection: DatabaseConnection = {
    async executeQuery<R>({ query }: CompiledQuery): Promise<QueryResult<R>> {
      boundary.alive();
      if (open || reading.has(query.kind))
        return interpreter.run(query) as QueryResult<R & Row> as QueryResult<R>;
      store.begin();
      try {
        const result = interpreter.run(query);
        boundary.beforeCommit();
        store.commit();
        boundary.afterCommit();
        return result as QueryResult<R & Row> as QueryResult<R>;
      } catch (error) {
        store.rollback();
        throw error;
      }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('the memory database does not stream');
    },
  };

  const driver: Driver = {
    async init() {},
    async acquireConnection() {
      await queue.take();
      return connection;
    },
    async releaseConnection() {
      queue.give();
    },
    async beginTransaction() {
      boundary.alive();
      store.begin();
      open = true;
    },
    async commitTransaction() {
      boundary.beforeCommit();
      store.commit();
      open = false;
      boundary.afterCommit();
    },
    async rollbackTransaction() {
      if (open) store.rollback();
      open = false;
    },
    async destroy() {},
  };

  const dialect: Dialect = {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => ({
      compileQuery: (query, queryId) => ({
        query: query as CompiledQuery['query'],
        queryId,
        sql: '',
        parameters: [],
      }),
    }),
    createIntrospector: () => {
      throw new Error('the memory database can not be looked into');
    },
  };
  return new Kysely<Record<never, never>>({ dialect, plugins: [refuseOuterHandle] });
}

/** First come, first served. */
class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}
