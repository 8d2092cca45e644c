import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes, randomToken } from '../crypto/index.ts';

export interface LocalSecrets {
  secretKey: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  /** A key ring of one, see `readKeyRing`. */
  encryptionKeys: string;
}

const generate: { [Name in keyof LocalSecrets]: () => string } = {
  secretKey: () => randomToken(),
  stripeSecretKey: () => `sk_test_${randomToken(24).replaceAll(/[-_]/g, '0')}`,
  stripeWebhookSecret: () => `whsec_${randomToken(24).replaceAll(/[-_]/g, '0')}`,
  encryptionKeys: () => `1:${randomBytes(32).toString('base64')}`,
};

/**
 * The secrets of a local start: generated once, kept in a file only its owner can read. A file from
 * before some secret existed gains that one; what is there never changes.
 */
export function loadSecrets(dataDir: string): LocalSecrets {
  const file = join(dataDir, 'secrets.json');
  const kept: Partial<LocalSecrets> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<LocalSecrets>)
    : {};
  const missing = Object.entries(generate).filter(([name]) => !(name in kept));
  const secrets = {
    ...kept,
    ...Object.fromEntries(missing.map(([name, make]) => [name, make()])),
  } as LocalSecrets;
  if (missing.length > 0) writeSecrets(dataDir, file, secrets);
  return secrets;
}

/** Whole or not at all: a half-written file would lose what is there. */
function writeSecrets(dataDir: string, file: string, secrets: LocalSecrets): void {
  const written = `${file}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(written, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(written, file);
}
