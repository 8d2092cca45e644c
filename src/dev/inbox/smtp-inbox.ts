import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { systemClock } from '../../platform/clock/index.ts';
import { newId } from '../../platform/db/index.ts';

const mailBytesMax = 5 * 1024 * 1024;
const mailsKept = 500;

export interface Inbox {
  /** The port it listens on; the one asked for, or a free one for 0. */
  port: number;
  close(): Promise<void>;
}

/**
 * A real SMTP server on loopback that keeps every mail as a file instead of sending it on, so that
 * the product delivers here just as it does in production. Rejects when the port is taken.
 */
export async function startInbox({
  smtpPort,
  dir,
}: {
  smtpPort: number;
  dir: string;
}): Promise<Inbox> {
  await mkdir(dir, { recursive: true });
  const server = new SMTPServer({
    banner: 'Etude local inbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mailBytesMax,
    onData: (stream, session, done) => {
      void answerWith(keep(stream, session, dir), done);
    },
  });
  server.on('error', () => {}); // a client hung up; the next one is served
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(smtpPort, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answerWith(work: Promise<void>, done: (error?: Error) => void): Promise<void> {
  try {
    await work;
  } catch (error) {
    return done(error as Error);
  }
  done();
}

/** Written aside and renamed, so that no reader meets half a mail. Names sort by time (UUIDv7). */
async function keep(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  dir: string,
): Promise<void> {
  const id = newId(systemClock);
  const partial = join(dir, `${id}.partial`);
  const file = createWriteStream(partial);
  for (const { address } of session.envelope.rcptTo) file.write(`Delivered-To: ${address}\r\n`);
  await pipeline(stream, file);
  if (stream.sizeExceeded) {
    await rm(partial);
    throw Object.assign(new Error('the mail is larger than the inbox takes'), {
      responseCode: 552,
    });
  }
  await rename(partial, join(dir, `${id}.eml`));
  await forgetOldest(dir);
}

async function forgetOldest(dir: string): Promise<void> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.eml')).toSorted();
  for (const name of names.slice(0, -mailsKept)) await rm(join(dir, name), { force: true });
}
