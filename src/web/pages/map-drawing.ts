import { drawMarket, type Geography } from '../map/draw-market.ts';
import type { Route } from './+types/map-drawing';

const geographies: Record<string, () => Promise<{ default: unknown }>> = {
  'gb.svg': () => import('../map/data/gb.json'),
  'in.svg': () => import('../map/data/in.json'),
  'jp.svg': () => import('../map/data/jp.json'),
  'us.svg': () => import('../map/data/us.json'),
};

const drawings = new Map<string, string>();

/** The drawn map of a market, which stands in for the movable one. */
export async function loader({ params }: Route.LoaderArgs) {
  const load = geographies[params.file];
  if (!load) throw new Response(null, { status: 404 });
  const drawing =
    drawings.get(params.file) ??
    drawMarket(params.file.slice(0, 2), (await load()).default as Geography);
  drawings.set(params.file, drawing);
  return new Response(drawing, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
}
