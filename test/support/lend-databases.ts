// Runs beside the test files, for as long as all of them: starting an embedded database takes seconds,
// putting one back as it was does not. A file that dies, or changes tables, gives none back.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asBeforeMark } from './borrow-database.ts';
import { startCopy } from './databases.ts';

/** As many test files run at once (vitest.config.ts); each database takes more than half a GiB. */
const workersMax = 2;

type Lent = Awaited<ReturnType<typeof startCopy>>;

export default async function lendDatabases() {
  if (process.env['DATABASE_URL']) return undefined;
  const started = new Set<Lent>();
  const idle: Lent[] = [];

  async function lend(socket: Socket): Promise<void> {
    const lent = idle.pop() ?? (await startCopy());
    started.add(lent);
    let asBefore = false;
    socket.on('data', (mark) => (asBefore = mark.toString() === asBeforeMark));
    socket.once('close', () => {
      if (asBefore && idle.length < workersMax) idle.push(lent);
      else void end(lent);
    });
    socket.write(JSON.stringify(lent.connection));
  }

  async function end(lent: Lent): Promise<void> {
    if (!started.delete(lent)) return;
    await lent.stop();
    await lent.remove();
  }

  const server = createServer((socket) => {
    socket.on('error', () => {}); // the file that borrowed it died; "close" follows
    lend(socket).catch((error: unknown) => {
      console.error(error);
      socket.destroy();
    });
  });
  const folder = mkdtempSync(join(tmpdir(), 'etude-lender-'));
  const path = join(folder, 'lender.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  process.env['TEST_DATABASES'] = path;
  return async () => {
    server.close();
    await Promise.all([...started].map(end));
    rmSync(folder, { recursive: true, force: true });
  };
}
