import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { dark, light } from '../../../figures/index.ts';
import type { App } from '../../../platform/http/index.ts';
import { pictureWidths, sendPicture } from '../../media/index.ts';
import { exerciseNotFound, libraryNotFound } from '../errors.ts';
import { Slug } from '../schemas.ts';
import { sharePictureOfSequence } from '../sequences/sequence-view.ts';
import { drawIllustration } from './draw-illustration.ts';
import { getPublished } from './published-library.ts';
import { fileOf, type SharePicture, sharePictureFor } from './share-picture.ts';

const config = { access: 'public', actor: false } as const;

const FigureParams = Type.Object({
  library: Slug,
  file: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*(~dark)?\\.svg$', maxLength: 90 }),
});
const SharePictureParams = Type.Object({
  library: Slug,
  slug: Slug,
  file: Type.String({ pattern: `^[0-9a-f]{32}-(${pictureWidths.join('|')})\\.webp$` }),
});

/** Drawings of exercises, and the pictures that links to them are shared with. */
export function figureRoutes(app: App): void {
  app.get(
    '/figures/:library/:file',
    { config, schema: { params: FigureParams } },
    async ({ ctx, params }, reply) => {
      const { libraries } = await getPublished(ctx);
      const library = libraries.get(params.library);
      if (!library) throw libraryNotFound();
      const [, slug = '', isDark] = /^(.*?)(~dark)?\.svg$/.exec(params.file)!;
      const exercise = library.bySlug.get(slug);
      if (!exercise?.body.illustration) throw exerciseNotFound();
      return reply
        .headers({
          'cache-control': 'public, max-age=604800',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        })
        .type('image/svg+xml; charset=utf-8')
        .send(
          drawIllustration(exercise.body.illustration, {
            title: exercise.name,
            palette: isDark ? dark : light,
          }),
        );
    },
  );
  app.get(
    '/figures/:library/exercises/:slug/:file',
    { config, schema: { params: SharePictureParams } },
    async (request, reply) => {
      const { library, slug } = request.params;
      const { libraries } = await getPublished(request.ctx);
      const exercise = libraries.get(library)?.bySlug.get(slug);
      return send(request, reply, exercise && sharePictureFor(exercise, [exercise]));
    },
  );
  app.get(
    '/figures/:library/sequences/:slug/:file',
    { config, schema: { params: SharePictureParams } },
    async (request, reply) => {
      const { library, slug } = request.params;
      const published = await getPublished(request.ctx);
      const sequence = published.libraries.get(library)?.sequences.find((one) => one.slug === slug);
      return send(request, reply, sequence && sharePictureOfSequence(published, sequence));
    },
  );
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  picture: SharePicture | undefined,
): Promise<FastifyReply> {
  const { file } = request.params as { file: string };
  const [digest = '', width] = file.replace('.webp', '').split('-');
  return sendPicture(request, reply, {
    etag: `"${file}"`,
    type: 'image/webp',
    find: () => fileOf(request.ctx, picture, { digest, width: Number(width) }),
  });
}
