import { domains } from '../../src/domains.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { rekeyColumn } from '../../src/platform/crypto/rekey.ts';
import { openDatabase } from '../../src/platform/db/index.ts';

async function rekey(): Promise<void> {
  const config = loadConfig();
  const { db, close } = await openDatabase(config);
  console.log(`current key: ${config.encryptionKeys.current}`);
  try {
    for (const column of domains.flatMap(({ sealed = [] }) => sealed)) {
      const name = `${column.table}.${column.value}`;
      const { done, failed } = await rekeyColumn({ db, config }, column, (count) =>
        console.log(`${name}: ${count} sealed anew so far`),
      );
      console.log(`${name}: ${done} sealed anew, ${failed.length} did not open`);
      for (const { owner, reason } of failed) console.error(`  ${owner}: ${reason}`);
      if (failed.length > 0) process.exitCode = 1;
    }
  } finally {
    await close();
  }
}

await rekey().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
