// Runs in a worker thread, so that a long query does not stop the server from answering.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { readyOnlyOnce } from './one-ready.ts';

const { folder, socket } = workerData as { folder: string; socket: string };

const db = await PGlite.create({
  dataDir: folder,
  extensions: { postgis, pg_trgm, btree_gist, unaccent },
});
readyOnlyOnce(db);
// One pool with one connection uses this: the socket server would mix the messages of two. The second
// place is for the connection that takes over when one has broken and is not closed yet.
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 2 });
await server.start();

parentPort!.on('message', async () => {
  await server.stop();
  // A connection that has just closed is seen to in the next turn, and looks at the database once more.
  await nextTurn();
  await db.close();
  parentPort!.postMessage('stopped');
  parentPort!.close();
});
parentPort!.postMessage('ready');
