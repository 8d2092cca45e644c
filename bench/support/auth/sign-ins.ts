import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { accountPassword } from '../accounts.ts';
import { connect } from '../exchange.ts';

// The product's own, see identity/passwords/password-hash.ts; it leaves one core free.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const hashesAtOnce = Math.max(1, Math.min(4, availableParallelism() - 1));

const connections = 16;

/** Comparisons per second that the library does by itself, as many at once as the product. */
export async function rawHashesPerSecond(seconds: number): Promise<number> {
  const stored = await hash(accountPassword, parameters);
  let done = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: hashesAtOnce }, async () => {
      while (performance.now() < until) {
        await verify(stored, accountPassword);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - began) / 1000);
}

/** What each person's browser keeps, so that after the first sign-in it is a known one, as most are. */
const browsers = new Map<string, string>();

/** Successful sign-ins per second, each answered before its connection sends the next. */
export async function signInsPerSecond(
  url: string,
  emails: string[],
  seconds: number,
): Promise<number> {
  let done = 0;
  let next = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = connect(url);
      while (performance.now() < until) {
        const email = emails[(next += 1) % emails.length]!;
        const cookie = browsers.get(email);
        const answer = await connection.post(
          '/api/v1/auth/login',
          { email, password: accountPassword },
          cookie ? { cookie } : {},
        );
        if (answer.status >= 300)
          throw new Error(`signing in answers ${answer.status}: ${answer.body}`);
        const device = answer.cookies.find((one) => one.startsWith('etude_device='));
        if (device) browsers.set(email, device);
        done += 1;
      }
      connection.close();
    }),
  );
  return done / ((performance.now() - began) / 1000);
}
