import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bucket } from '../../src/platform/storage/bucket.ts';

export interface BucketServer {
  bucket: Bucket;
  files: Map<string, { bytes: Buffer; contentType: string }>;
  /** What the next requests suffer, in order: a status instead of an answer, or a cut connection. */
  faults: (number | 'cut')[];
  close(): Promise<void>;
}

const secretAccessKey = 'bucket-secret-of-a-test';

/** A bucket over HTTP that keeps files in memory and takes only requests signed as AWS Signature 4 says. */
export async function startBucketServer(): Promise<BucketServer> {
  const files: BucketServer['files'] = new Map();
  const faults: BucketServer['faults'] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const fault = faults.shift();
    if (fault === 'cut') return response.destroy();
    const key = request.url!.replace('/etude-test/', '');
    const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes);
    if (fault) return answer(fault);
    if (!isSigned(request, body)) return answer(403);
    if (!request.url!.startsWith('/etude-test/')) return answer(404);
    if (request.method === 'PUT') {
      files.set(key, { bytes: body, contentType: String(request.headers['content-type']) });
      return answer(200);
    }
    if (request.method === 'DELETE') {
      files.delete(key);
      return answer(204);
    }
    const found = files.get(key);
    return found ? answer(200, found.bytes) : answer(404);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      name: 'etude-test',
      region: 'eu-test-1',
      accessKeyId: 'AKTEST',
      secretAccessKey,
    },
    files,
    faults,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) =>
  createHmac('sha256', key).update(data).digest();

/** Signature Version 4 as its specification tells it, for requests without a query. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const found =
    /^AWS4-HMAC-SHA256 Credential=AKTEST\/(\d{8})\/eu-test-1\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!found) return false;
  const [, day, signedHeaders, signature] = found as unknown as [string, string, string, string];
  const payload = String(headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, '', lines.join(''), signedHeaders, payload].join('\n');
  const scope = `${day}/eu-test-1/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['eu-test-1', 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    hmac(`AWS4${secretAccessKey}`, day),
  );
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
}
