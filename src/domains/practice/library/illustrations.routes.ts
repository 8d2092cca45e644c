import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { libraryNotFound } from '../errors.ts';
import { Slug } from '../schemas.ts';
import { getPublished } from './published-library.ts';

const perAnswerMax = 100;

const IllustrationsQuery = Type.Object({
  library: Slug,
  exercise: Type.Array(Slug, { minItems: 1, maxItems: perAnswerMax }),
});
const Illustrations = Type.Object({
  items: Type.Array(
    Type.Object({
      exercise: Type.String({ description: 'slug' }),
      illustration: Type.Object(
        { kind: Type.Enum(['figure', 'keys'], { type: 'string' }) },
        { additionalProperties: true, description: 'as src/figures draws it' },
      ),
    }),
  ),
  nextCursor: Type.Null(),
});

/** What drawings are made from, for whoever moves them. Exercises without a drawing are left out. */
export function illustrationRoutes(app: App): void {
  app.get(
    '/api/v1/illustrations',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags: ['practice'],
        operationId: 'listIllustrations',
        summary: 'What the figures of exercises are drawn from',
        querystring: IllustrationsQuery,
        response: { 200: Illustrations, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const published = await getPublished(ctx);
      if (!published.libraries.has(query.library)) throw libraryNotFound();
      const wanted = new Set(query.exercise);
      // A sequence may still have what the library no longer shows.
      const items = [...published.exercisesById.values()].flatMap(({ library, slug, body }) =>
        library === query.library && wanted.has(slug) && body.illustration
          ? [{ exercise: slug, illustration: body.illustration }]
          : [],
      );
      return { items, nextCursor: null };
    },
  );
}
