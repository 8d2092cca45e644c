import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Config, describeSettings, loadConfig } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'etude-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://etude.test',
  DATABASE_URL: 'postgres://etude@db/etude',
  SECRET_KEY: 'k7Q2vX9mT4pL8sW1zR6yB3nC5dF0gH2j',
  ENCRYPTION_KEYS: '2:mLTx7Xk4vGmUeaxWcR3cbyqEnNqYkKN0MNBxmVYwh5E=',
  STRIPE_SECRET_KEY: 'sk_live_51Habcdefghij',
  STRIPE_WEBHOOK_SECRET: 'whsec_abcdefghijklmno',
  SMTP_URL: 'smtps://mail.etude.test',
};

describe('the configuration', () => {
  it('needs nothing on a first local start, and keeps its secrets for the next (ID-15)', () => {
    const first = loadConfig({ DATA_DIR: folder });
    const second = loadConfig({ DATA_DIR: folder });
    expect(first.secretKey).toHaveLength(43);
    expect(second.secretKey).toBe(first.secretKey);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('gives a file of secrets from before a key existed that key, and changes nothing in it (ID-15)', () => {
    const old = mkdtempSync(join(tmpdir(), 'etude-config-'));
    const file = join(old, 'secrets.json');
    writeFileSync(file, JSON.stringify({ secretKey: 'kept', stripeSecretKey: 'kept too' }));
    const first = loadConfig({ DATA_DIR: old });
    const written = readFileSync(file, 'utf8');
    expect(first.secretKey).toBe('kept');
    expect(first.stripe.secretKey).toBe('kept too');
    expect([...first.encryptionKeys.keys.keys()]).toEqual([1]);
    const exported = ({ encryptionKeys }: Config) => encryptionKeys.keys.get(1)!.export();
    expect(exported(loadConfig({ DATA_DIR: old }))).toEqual(exported(first));
    expect(readFileSync(file, 'utf8')).toBe(written);
    expect(readdirSync(old)).toEqual(['secrets.json']);
    rmSync(old, { recursive: true });
  });

  it('names every missing secret in production, and makes none up (ID-15)', () => {
    const start = () => loadConfig({ NODE_ENV: 'production', DATA_DIR: folder });
    for (const name of [
      'PUBLIC_URL',
      'SECRET_KEY',
      'ENCRYPTION_KEYS',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'SMTP_URL',
    ])
      expect(start).toThrow(name);
    expect(loadConfig(production).demo).toBe(false);
  });

  it.each([
    [
      'a placeholder secret',
      { SECRET_KEY: 'changeme-changeme-changeme-changeme' },
      /SECRET_KEY looks like a placeholder/,
    ],
    ['a short secret', { SECRET_KEY: 'short' }, /SECRET_KEY needs at least 32/],
    [
      'an encryption key of the wrong length',
      { ENCRYPTION_KEYS: '1:c2hvcnQ=' },
      /ENCRYPTION_KEYS lists keys as NUMBER:KEY/,
    ],
    ['any origin', { CORS_ORIGINS: '*' }, /CORS_ORIGINS .*"\*" is refused/],
    ['demo data', { DEMO: 'true' }, /DEMO is never loaded in production/],
    [
      'a sender that is none',
      { MAIL_FROM: 'Etude\r\nBcc: x@y.example' },
      /MAIL_FROM is an address/,
    ],
    ['a port that is none', { PORT: '80x' }, /PORT is a whole number/],
    [
      'an account of a market without its secret',
      { STRIPE_PLATFORMS: '{"in":{"secretKey":"sk_live_51Habcdefghij"}}' },
      /STRIPE_PLATFORMS in needs secretKey and webhookSecret/,
    ],
    ['accounts that are no JSON', { STRIPE_PLATFORMS: 'in=sk_live' }, /STRIPE_PLATFORMS is JSON/],
    [
      'a market that is none',
      { STRIPE_PLATFORMS: '{"__proto__x":{}}' },
      /STRIPE_PLATFORMS names markets by their code/,
    ],
    ['a proxy that is none', { TRUSTED_PROXIES: '10.0.0.0/40' }, /TRUSTED_PROXIES/],
    [
      'an identity provider without encryption',
      { OIDC_ISSUER: 'http://id.example' },
      /OIDC_ISSUER is an https:\/\/ address/,
    ],
    [
      'a local identity provider',
      { OIDC_ISSUER: 'http://127.0.0.1:8080' },
      /OIDC_ISSUER must begin with https:/,
    ],
    [
      'an identity provider that does not know us',
      { OIDC_ISSUER: 'https://id.example' },
      /OIDC_CLIENT_ID is missing[^]*OIDC_CLIENT_SECRET is missing/,
    ],
    ['an address with a path', { PUBLIC_URL: 'https://etude.test/app' }, /PUBLIC_URL is an origin/],
  ])('refuses %s and says why', (_what, wrong, reason) => {
    expect(() => loadConfig({ ...production, ...wrong })).toThrow(reason);
  });

  it('stands in for an identity provider on a local demo, and nowhere else (ID-02)', () => {
    const local = { DATA_DIR: folder, PORT: '4700' };
    expect(loadConfig(local).oidc).toMatchObject({
      issuer: 'http://localhost:4700/dev/oidc',
      name: 'Demo ID (local)',
    });
    expect(loadConfig({ ...local, DEMO: 'false' }).oidc).toBeUndefined();
    expect(loadConfig({ ...local, NODE_ENV: 'test' }).oidc).toBeUndefined();
    expect(loadConfig(production).oidc).toBeUndefined();
    const own = {
      OIDC_ISSUER: 'https://id.example/realms/etude',
      OIDC_CLIENT_ID: 'etude',
      OIDC_CLIENT_SECRET: 'kept between the two',
    };
    for (const env of [local, production])
      expect(loadConfig({ ...env, ...own }).oidc).toEqual({
        issuer: own.OIDC_ISSUER,
        clientId: 'etude',
        clientSecret: own.OIDC_CLIENT_SECRET,
        name: 'single sign-on',
      });
  });

  it('shows an operator what is set, with secrets masked (ID-15)', () => {
    const shown = describeSettings(production);
    for (const secret of [production.SECRET_KEY, production.ENCRYPTION_KEYS])
      expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.find(({ name }) => name === 'SECRET_KEY')).toMatchObject({
      value: '••••',
      source: 'environment',
    });
    expect(shown.find(({ name }) => name === 'PORT')).toMatchObject({
      value: '4600',
      source: 'default',
    });
  });
});
