import { project, unitsOf, type Point } from './projection.ts';

const reachMeters = 40_000;

/** Where we begin when there is nothing to show. */
const cities: Record<string, Point> = {
  gb: { lat: 51.515, lng: -0.12 },
  us: { lat: 40.735, lng: -73.975 },
  in: { lat: 12.965, lng: 77.6 },
  jp: { lat: 35.675, lng: 139.74 },
};

/**
 * The points a map begins with: those of the place where most are, since results from a whole
 * country would show none of it.
 */
export function focusOf(points: readonly Point[], marketCode: string): Point[] {
  let best: Point[] = [];
  for (const center of points) {
    const near = points.filter((point) => isNear(center, point));
    if (near.length > best.length) best = near;
  }
  const city = cities[marketCode];
  return best.length > 0 || !city ? best : [city];
}

function isNear(a: Point, b: Point): boolean {
  const from = project(a);
  const to = project(b);
  return Math.hypot(from.x - to.x, from.y - to.y) <= unitsOf(reachMeters, a.lat);
}
