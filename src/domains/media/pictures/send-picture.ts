import type { FastifyReply, FastifyRequest } from 'fastify';
import { pictureNotFound } from '../errors.ts';
import { byteRange } from './byte-range.ts';

interface PictureFile {
  etag: string;
  type: `image/${string}`;
  /** For a year, where it is not said: what its address shows never changes. */
  cacheControl?: string;
  find(): Promise<Uint8Array | undefined>;
}

/**
 * Answers with a file that is kept by who asked, not sent again to who has it, in parts where a part
 * is asked for. Throws notFound `picture_not_found`.
 */
export async function sendPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, type, cacheControl = 'public, max-age=31536000, immutable', find }: PictureFile,
): Promise<FastifyReply> {
  reply.headers({
    etag,
    'cache-control': cacheControl,
    'accept-ranges': 'bytes',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
  if (isKnown(request, etag)) return reply.code(304).send();
  const bytes = await find().catch((error: unknown) => {
    reply.header('cache-control', 'no-store');
    throw error;
  });
  if (!bytes) {
    reply.header('cache-control', 'no-store');
    throw pictureNotFound();
  }
  const { range: wanted, 'if-range': condition } = request.headers;
  const size = bytes.length;
  const range = condition === undefined ? byteRange(wanted, size) : 'whole';
  if (range === 'whole') return reply.type(type).send(bytes);
  if (!range) return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { first, last } = range;
  return reply
    .code(206)
    .type(type)
    .header('content-range', `bytes ${first}-${last}/${size}`)
    .send(bytes.subarray(first, last + 1));
}

const isKnown = ({ headers }: FastifyRequest, etag: string): boolean =>
  headers['if-none-match']
    ?.split(',')
    .some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) ?? false;
