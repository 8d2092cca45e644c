import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BucketServer, startBucketServer } from '../../../test/support/bucket-server.ts';
import { openStorage, type Storage } from './index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'etude-storage-'));
let server: BucketServer;
const storages = {} as Record<'a folder' | 'a bucket', Storage>;
beforeAll(async () => {
  server = await startBucketServer();
  storages['a folder'] = openStorage({ dataDir });
  storages['a bucket'] = openStorage({ dataDir, bucket: server.bucket });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const bytes = Buffer.from([0, 1, 2, 255, 13, 10]);
const unavailable = { kind: 'unavailable', code: 'storage_unavailable' };

describe.each(['a folder', 'a bucket'] as const)('files kept in %s', (kind) => {
  it('come back as they were, are overwritten and deleted (MD-02)', async () => {
    const storage = storages[kind];
    const key = 'pictures/0af3/600.webp';
    expect(await storage.find(key)).toBeUndefined();
    await storage.put(key, Buffer.from('first'), 'image/webp');
    await storage.put(key, bytes, 'image/webp');
    expect(Buffer.from((await storage.find(key))!)).toEqual(bytes);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.find(key)).toBeUndefined();
  });

  it.each([
    '../secrets.json',
    '/etc/passwd',
    'a/../b',
    'a//b',
    'A',
    'a\0b',
    '',
    `a${'/b'.repeat(120)}`,
  ])('are never reached under the key %j (MD-02)', async (key) => {
    await expect(storages[kind].find(key)).rejects.toThrow('not a storage key');
    await expect(storages[kind].put(key, bytes, 'image/webp')).rejects.toThrow('not a storage key');
  });
});

describe('a folder', () => {
  it('holds no half-written file, and says when it can not be written (MD-02)', async () => {
    await storages['a folder'].put('whole/file', bytes, 'image/webp');
    expect(readdirSync(join(dataDir, 'files/whole'))).toEqual(['file']);
    writeFileSync(join(dataDir, 'files/taken'), '');
    await expect(storages['a folder'].put('taken/file', bytes, 'x')).rejects.toMatchObject(
      unavailable,
    );
  });
});

describe('a bucket', () => {
  it('gets the type of what it keeps, in a request that is signed whole (MD-02)', async () => {
    await storages['a bucket'].put('typed.avif', bytes, 'image/avif');
    expect(server.files.get('typed.avif')).toEqual({ bytes, contentType: 'image/avif' });
    const stranger = openStorage({
      dataDir,
      bucket: { ...server.bucket, secretAccessKey: 'another secret' },
    });
    await expect(stranger.put('typed.avif', bytes, 'x')).rejects.toMatchObject(unavailable);
    await expect(
      openStorage({ dataDir, bucket: { ...server.bucket, name: 'elsewhere' } }).put(
        'a',
        bytes,
        'x',
      ),
    ).rejects.toMatchObject(unavailable);
  });

  it('is asked again after a short outage, and given up after a long one (MD-02)', async () => {
    server.faults.push(503, 500);
    await storages['a bucket'].put('patient', bytes, 'image/webp');
    expect(server.files.has('patient')).toBe(true);
    server.faults.push(503, 503, 503);
    await expect(storages['a bucket'].find('patient')).rejects.toMatchObject(unavailable);
    server.faults.push('cut');
    await expect(storages['a bucket'].find('patient')).rejects.toMatchObject(unavailable);
    expect(Buffer.from((await storages['a bucket'].find('patient'))!)).toEqual(bytes);
  });
});
