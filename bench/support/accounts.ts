import { pino } from 'pino';
import { createEtude, prepareDatabase } from '../../src/app.ts';
import { createPerson, hashPassword } from '../../src/domains/identity/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';

export const accountPassword = 'Tidy-Garden-42';

/** Adds confirmed accounts that all have `accountPassword`; returns their addresses. */
export async function addAccounts(
  settings: Record<string, string>,
  prefix: string,
  count: number,
): Promise<string[]> {
  const etude = await createEtude({ config: loadConfig(settings), log: pino({ level: 'silent' }) });
  try {
    await prepareDatabase(etude);
    const passwordHash = await hashPassword(accountPassword);
    const emails = Array.from({ length: count }, (_, n) => `${prefix}${n}@bench.example`);
    for (const email of emails)
      await createPerson(etude.ctx, { email, displayName: 'Ada', passwordHash, verified: true });
    return emails;
  } finally {
    await etude.close();
  }
}
