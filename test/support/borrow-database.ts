import { createConnection } from 'node:net';
import type { EmbeddedDatabase } from '../../src/platform/db/embedded/start.ts';

/** What the lender understands: the database it lent is as it was before. */
export const asBeforeMark = 'as before';

/** Borrows an embedded database from the test run (see lend-databases.ts). */
export function borrow(lender: string): Promise<{
  connection: EmbeddedDatabase['connection'];
  end(how: { asBefore: boolean }): void;
}> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(lender).setEncoding('utf8').unref();
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('no database was lent; the test run says why')));
    socket.once('data', (connection: string) =>
      resolve({
        connection: JSON.parse(connection) as EmbeddedDatabase['connection'],
        end: ({ asBefore }) => void socket.end(asBefore ? asBeforeMark : ''),
      }),
    );
  });
}
