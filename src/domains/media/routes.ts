import { type App, Problem } from '../../platform/http/index.ts';
import { Type } from 'typebox';
import { personOf } from '../../platform/context.ts';
import { pictureNotFound } from './errors.ts';
import { viewPicture } from './pictures/picture-view.ts';
import { deleteUpload } from './pictures/pictures.queries.ts';
import { sendPicture } from './pictures/send-picture.ts';
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
    (request, reply) => {
      const { digest, file } = request.params;
      return sendPicture(request, reply, {
        etag: `"${digest}-${file}"`,
        type: file.endsWith('.avif') ? 'image/avif' : 'image/webp',
        find: () => request.ctx.storage.find(`pictures/${digest}/${file}`),
      });
    },
  );
}
