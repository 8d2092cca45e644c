import type { Favourite } from '../../../api/types.ts';
import type { WebRequest } from '../../../server/request-context.ts';

/** Whether the visitor keeps it; nobody does who is not signed in, or whose session just ended. */
export async function isFavourite(
  web: WebRequest,
  { kind, slug, library }: { kind: Favourite['kind']; slug: string; library?: string },
): Promise<boolean> {
  if (!web.visitor) return false;
  const { data } = await web.client.GET('/api/v1/me/favourites/{kind}/{slug}', {
    params: { path: { kind, slug }, query: { library } },
  });
  return data?.favourite ?? false;
}
