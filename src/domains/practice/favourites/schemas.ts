import { Type } from 'typebox';
import { Cursor, Instant, Limit, Page } from '../../../platform/http/index.ts';
import { Nullable, Slug } from '../schemas.ts';
import { kinds } from './favourites.queries.ts';

const Kind = Type.Enum([...kinds], { type: 'string' });

export const FavouritesQuery = Type.Object({
  kind: Type.Optional(Kind),
  cursor: Cursor,
  limit: Limit(20),
});
export const FavouriteParams = Type.Object({ kind: Kind, slug: Slug });
export const FavouriteQuery = Type.Object({ library: Type.Optional(Slug) });

export const FavouritePage = Page(
  Type.Object(
    {
      kind: Kind,
      library: Nullable(Type.String({ description: 'of exercises and sequences' })),
      slug: Type.String(),
      name: Nullable(Type.String({ description: 'null when it is not to be seen any more' })),
      figure: Nullable(Type.String({ description: 'address of a drawing' })),
      available: Type.Boolean(),
      savedAt: Instant,
    },
    { title: 'Favourite' },
  ),
);
