import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { storageUnavailable } from './unavailable.ts';
import type { Storage } from './index.ts';

export interface Bucket {
  /** Address of the S3 interface, without the bucket. */
  endpoint: string;
  name: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const timeoutMs = 15_000;
const retries = 2;

/** Any S3-compatible bucket, addressed by path, which every such server understands. */
export function bucketStorage({ endpoint, name, ...access }: Bucket): Storage {
  const client = new AwsClient({ ...access, service: 's3', retries, initRetryMs: 100 });
  const call = async (method: string, key: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client
      .fetch(`${endpoint.replace(/\/$/, '')}/${name}/${key}`, {
        ...init,
        method,
        signal: AbortSignal.timeout(timeoutMs),
      })
      .catch(throwUnavailable);
    if (response.ok || response.status === 404) return response;
    throw storageUnavailable(new Error(`${method} ${key}: the bucket answered ${response.status}`));
  };
  return {
    async put(key, bytes, contentType) {
      const { status } = await call('PUT', key, {
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: {
          'content-type': contentType,
          'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
        },
      });
      if (status === 404) throw storageUnavailable(new Error(`there is no bucket ${name}`));
    },
    async find(key) {
      const response = await call('GET', key);
      if (response.status === 404) return undefined;
      return new Uint8Array(await response.arrayBuffer().catch(throwUnavailable));
    },
    async delete(key) {
      await call('DELETE', key);
    },
  };
}

function throwUnavailable(cause: unknown): never {
  throw storageUnavailable(cause);
}
