import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomToken } from '../crypto/index.ts';

export interface LocalSecrets {
  secretKey: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
}

/** The secrets of a local start: generated once, kept in a file only its owner can read. */
export function loadSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets;
  const secrets: LocalSecrets = {
    secretKey: randomToken(),
    stripeSecretKey: `sk_test_${randomToken(24).replaceAll(/[-_]/g, '0')}`,
    stripeWebhookSecret: `whsec_${randomToken(24).replaceAll(/[-_]/g, '0')}`,
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
