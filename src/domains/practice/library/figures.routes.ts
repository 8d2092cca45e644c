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
import {
  cardPictureOf,
  cardWidths,
  type DrawnPicture,
  fileOf,
  sharePictureFor,
} from './share-picture.ts';

const config = { access: 'public', actor: false } as const;
/** Of what is named by its exercise, which may be edited. */
const aWeek = 'public, max-age=604800';

const FigureParams = Type.Object({
  library: Slug,
  file: Type.String({
    pattern: `^[a-z0-9]+(-[a-z0-9]+)*(~dark)?(\\.svg|~(${cardWidths.join('|')})\\.webp)$`,
    maxLength: 90,
  }),
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
    async (request, reply) => {
      const { ctx, params } = request;
      const { libraries } = await getPublished(ctx);
      const library = libraries.get(params.library);
      if (!library) throw libraryNotFound();
      const [, slug = '', isDark, width] = /^(.*?)(~dark)?(?:\.svg|~(\d+)\.webp)$/.exec(
        params.file,
      )!;
      const exercise = library.bySlug.get(slug);
      const illustration = exercise?.body.illustration;
      if (!illustration) throw exerciseNotFound();
      const palette = isDark ? dark : light;
      if (width === undefined)
        return reply
          .headers({
            'cache-control': aWeek,
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          })
          .type('image/svg+xml; charset=utf-8')
          .send(drawIllustration(illustration, { title: exercise.name, palette }));
      const picture = cardPictureOf(illustration, palette);
      const { digest } = picture;
      return sendPicture(request, reply, {
        etag: `"${digest}-${width}"`,
        type: 'image/webp',
        cacheControl: aWeek,
        find: () => fileOf(ctx, picture, { digest, width: Number(width) }),
      });
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
  picture: DrawnPicture | undefined,
): Promise<FastifyReply> {
  const { file } = request.params as { file: string };
  const [digest = '', width] = file.replace('.webp', '').split('-');
  return sendPicture(request, reply, {
    etag: `"${file}"`,
    type: 'image/webp',
    find: () => fileOf(request.ctx, picture, { digest, width: Number(width) }),
  });
}
