import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import type { Ctx } from '../context.ts';

interface OpenTransaction {
  afterCommit: (() => void | Promise<void>)[];
}

const open = new AsyncLocalStorage<OpenTransaction | undefined>();

/** Whether this call runs within a transaction; provider calls refuse to. */
export function insideTransaction(): boolean {
  return open.getStore() !== undefined;
}

/**
 * Refuses a query on the outer handle while a transaction is open: on the embedded database it
 * would wait for ever, on a pool it would silently miss the transaction.
 */
export const refuseOuterHandle: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (insideTransaction())
      throw new Error(
        'query on the outer database handle inside a transaction: use the ctx given to the work',
      );
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** Runs the work in one transaction and commits; joins the transaction that ctx is already in. */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    const transaction: OpenTransaction = { afterCommit: [] };
    try {
      const result = await open.run(transaction, () =>
        // The guard looks at the outer handle only, so the handle inside goes without it.
        ctx.db
          .withoutPlugins()
          .transaction()
          .execute((db) => work({ ...ctx, db })),
      );
      await detached(async () => {
        for (const effect of transaction.afterCommit) await effect();
      });
      return result;
    } catch (error) {
      if (attempt === attemptsMax || !lostRace(error)) throw error;
    }
  }
}

const attemptsMax = 4;

/** Deadlock victim or serialisation failure: PostgreSQL asks to run the whole transaction again. */
function lostRace(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '40P01' || code === '40001';
}

/** Runs an in-process effect once the transaction has committed; at once when none is open. */
export function afterCommit(_ctx: Ctx, effect: () => void | Promise<void>): void {
  const transaction = open.getStore();
  if (transaction) transaction.afterCommit.push(effect);
  else void effect();
}

/** Runs fn outside any transaction context: for work that is only started here. */
export function detached<T>(fn: () => T): T {
  return open.run(undefined, fn);
}
