import { expect, it } from 'vitest';
import { startCopy } from '../../../../test/support/databases.ts';
import { loadConfig } from '../../config/index.ts';
import { openDatabase } from '../index.ts';

it('the embedded database stops while its last connection is closing', async () => {
  for (const round of [1, 2, 3]) {
    const embedded = await startCopy();
    const config = loadConfig({ NODE_ENV: 'test' });
    const { pool, close } = await openDatabase(config, { ...embedded, stop: async () => {} });
    const client = await pool.connect();
    const running = client.query('select pg_sleep(0.05)').catch(() => {});
    setTimeout(() => client.release(new Error('given up')), round * 10);
    void close();
    await new Promise((resolve) => setTimeout(resolve, round * 12));
    await expect(embedded.stop()).resolves.toBeUndefined();
    await running;
    await embedded.remove();
  }
});
