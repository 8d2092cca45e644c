import { accountPassword } from '../accounts.ts';
import { connect } from '../exchange.ts';
import { pause } from '../processes.ts';

export interface Attack {
  failures: number;
  /** What the strangers were answered, by status. */
  statuses: Record<number, number>;
  ownerTried: number;
  ownerSignedIn: number;
}

const strangers = 8;
/** The owner's own limit is five a minute. */
const ownerEveryMs = 13_000;

const address = (n: number) => `203.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/**
 * Strangers guess one account's password, each time from another address, while its owner signs in
 * with a browser that has signed in before.
 */
export async function attackAccount(
  url: string,
  email: string,
  { failures, seconds }: { failures: number; seconds: number },
): Promise<Attack> {
  const attack: Attack = { failures: 0, statuses: {}, ownerTried: 0, ownerSignedIn: 0 };
  const owner = knownBrowser(url, email);
  if (!(await owner.signIn())) throw new Error('the owner could not sign in before the attack');
  let over = false;
  const guessing = guess(url, email, { failures, seconds }, attack).finally(() => (over = true));
  while (!over) {
    await Promise.race([guessing, pause(ownerEveryMs)]);
    attack.ownerTried += 1;
    if (await owner.signIn()) attack.ownerSignedIn += 1;
  }
  await guessing;
  owner.close();
  return attack;
}

function knownBrowser(url: string, email: string) {
  const connection = connect(url);
  const cookies = new Map<string, string>();
  const headers = () => ({
    'x-forwarded-for': '198.51.100.7',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    cookie: [...cookies.values()].filter((pair) => !pair.includes('_session=')).join('; '),
  });
  return {
    async signIn(): Promise<boolean> {
      const body = { email, password: accountPassword };
      const answer = await connection.post('/api/v1/auth/login', body, headers());
      for (const pair of answer.cookies) cookies.set(pair.split('=')[0]!, pair);
      return answer.status === 200;
    },
    close: () => connection.close(),
  };
}

async function guess(
  url: string,
  email: string,
  { failures, seconds }: { failures: number; seconds: number },
  attack: Attack,
): Promise<void> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: strangers }, async () => {
      const connection = connect(url);
      while (next < failures) {
        const n = (next += 1);
        const dueMs = (n / failures) * seconds * 1000 - (performance.now() - began);
        if (dueMs > 0) await pause(dueMs);
        const { status } = await connection.post(
          '/api/v1/auth/login',
          { email, password: `Wrong-Garden-${n}` },
          { 'x-forwarded-for': address(n) },
        );
        if (status === 200) throw new Error('a wrong password signed in');
        attack.failures += 1;
        attack.statuses[status] = (attack.statuses[status] ?? 0) + 1;
      }
      connection.close();
    }),
  );
}
