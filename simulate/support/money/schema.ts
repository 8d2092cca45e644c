import { freshDatabase } from '../../../test/support/databases.ts';
import { readSchema, type Schema } from '../memory-database/schema.ts';

/** The tables that payments reads and writes, as a migrated database has them, with its markets and plans. */
export async function readMoneySchema(): Promise<Schema> {
  const database = await freshDatabase();
  try {
    const schemas = ['payments', 'markets', 'identity'];
    return await readSchema(database.db, schemas, ['markets.markets', 'payments.plans']);
  } finally {
    await database.close();
    await database.drop();
  }
}
