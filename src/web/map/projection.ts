export interface Point {
  lat: number;
  lng: number;
}

/** A rectangle on the drawing. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Units of the drawing around the whole earth: one unit is some 20 m in London. */
const worldUnits = 1_250_000;

/** Spherical Mercator (EPSG:3857), in units of the drawing, from its north-west corner. */
export function project({ lat, lng }: Point): { x: number; y: number } {
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: (lng / 360 + 0.5) * worldUnits,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldUnits,
  };
}

const earthMeters = 40_075_016.7;

/** Units of the drawing that a distance on the ground takes at a latitude. */
export function unitsOf(meters: number, lat: number): number {
  return (meters / (earthMeters * Math.cos((lat * Math.PI) / 180))) * worldUnits;
}

/** The smallest frame of a shape (width : height) around points, with some air. */
export function frameAround(
  points: readonly Point[],
  ratio: number,
  smallestMeters: number,
): Frame {
  const spots = points.map(project);
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const smallest = unitsOf(smallestMeters, points[0]?.lat ?? 0);
  const wanted = Math.max((right - left) * 1.25, (bottom - top) * 1.25 * ratio, smallest);
  return {
    x: (left + right) / 2 - wanted / 2,
    y: (top + bottom) / 2 - wanted / ratio / 2,
    width: wanted,
    height: wanted / ratio,
  };
}
