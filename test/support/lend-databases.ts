// Runs beside the test files, for as long as all of them: starting an embedded database takes seconds,
// putting one back as it was does not. A file that dies, or changes tables, gives none back.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asBeforeMark } from './borrow-database.ts';
import { startCopy } from './databases.ts';

type Lent = Awaited<ReturnType<typeof startCopy>>;

export default async function lendDatabases() {
  if (process.env['DATABASE_URL']) return undefined;
  const idle: Lent[] = [];
  const server = createServer(async (socket) => {
    let asBefore = false;
    socket.setEncoding('utf8').on('data', (mark) => (asBefore = mark.toString() === asBeforeMark));
    socket.on('error', () => {}); // the file that borrowed it died
    const lent = idle.pop() ?? (await startCopy());
    socket.once('close', () => (asBefore ? void idle.push(lent) : void end(lent)));
    socket.write(JSON.stringify(lent.connection));
  });
  const folder = mkdtempSync(join(tmpdir(), 'etude-lender-'));
  const path = join(folder, 'lender.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  process.env['TEST_DATABASES'] = path;
  return async () => {
    server.close();
    await Promise.all(idle.map(end));
    rmSync(folder, { recursive: true, force: true });
  };
}

async function end(lent: Lent): Promise<void> {
  await lent.stop();
  await lent.remove();
}
