import type { FastifyReply, FastifyRequest } from 'fastify';
import { type App, Problem } from '../../platform/http/index.ts';
import { Type } from 'typebox';
import { personOf } from '../../platform/context.ts';
import { pictureNotFound } from './errors.ts';
import { byteRange } from './pictures/byte-range.ts';
import { viewPicture } from './pictures/picture-view.ts';
import { deleteUpload } from './pictures/pictures.queries.ts';
import { uploadPicture } from './pictures/upload-picture.ts';
import * as schemas from './schemas.ts';

const uploadBytesMax = 10 * 1024 * 1024;
const tags = ['media'];

export function routes(app: App): void {
  void app.register(async (uploads) => uploadRoute(uploads as unknown as App));
  app.delete(
    '/api/v1/me/pictures/:digest',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'deletePicture',
        summary: 'Keep a picture of mine no longer',
        params: schemas.PictureParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      if (!(await deleteUpload(ctx, personOf(ctx).id, params.digest))) throw pictureNotFound();
      return reply.code(204).send(null);
    },
  );
  fileRoute(app);
}

/** In a scope of its own: nowhere else is a body of raw bytes taken. */
function uploadRoute(app: App): void {
  const types = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.post(
    '/api/v1/me/pictures',
    {
      bodyLimit: uploadBytesMax,
      config: {
        access: 'signed_in',
        rateLimit: { name: 'upload-picture', points: 30, windowSeconds: 3600 },
      },
      schema: {
        tags,
        operationId: 'uploadPicture',
        summary: 'Upload a JPEG, PNG or WebP picture of at most 10 MB',
        body: {
          content: Object.fromEntries(
            types.map((type) => [
              type,
              { schema: Type.Unsafe<Buffer>({ description: 'the bytes of the file' }) },
            ]),
          ),
        },
        response: { 201: schemas.PictureView, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      // A request without a body has none of the bytes, whatever its type says.
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      return reply.code(201).send(viewPicture(await uploadPicture(ctx, bytes)));
    },
  );
}

function fileRoute(app: App): void {
  app.get(
    '/media/:digest/:file',
    { config: { access: 'public', actor: false }, schema: { params: schemas.FileParams } },
    async (request, reply) => {
      const { digest, file } = request.params;
      const etag = `"${digest}-${file}"`;
      reply.headers({
        etag,
        'cache-control': 'public, max-age=31536000, immutable',
        'accept-ranges': 'bytes',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      });
      if (isKnown(request, etag)) return reply.code(304).send();
      return sendFile(request, reply, `pictures/${digest}/${file}`);
    },
  );
}

const isKnown = ({ headers }: FastifyRequest, etag: string): boolean =>
  headers['if-none-match']
    ?.split(',')
    .some((one) => ['*', etag].includes(one.trim().replace(/^W\//, ''))) ?? false;

async function sendFile(
  { ctx, headers }: FastifyRequest,
  reply: FastifyReply,
  key: string,
): Promise<FastifyReply> {
  const bytes = await ctx.storage.find(key);
  if (!bytes) {
    reply.header('cache-control', 'no-store');
    throw pictureNotFound();
  }
  const size = bytes.length;
  const range = headers['if-range'] === undefined ? byteRange(headers.range, size) : 'whole';
  if (range === 'whole')
    return reply.type(key.endsWith('.avif') ? 'image/avif' : 'image/webp').send(bytes);
  if (!range) return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { first, last } = range;
  return reply
    .code(206)
    .type(key.endsWith('.avif') ? 'image/avif' : 'image/webp')
    .header('content-range', `bytes ${first}-${last}/${size}`)
    .send(bytes.subarray(first, last + 1));
}
