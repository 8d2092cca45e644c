import { drawingFrame } from './drawing-frames.ts';
import { project } from './projection.ts';

type Position = [number, number];

interface Geometry {
  type: string;
  coordinates: unknown;
}

export interface Geography {
  features: {
    properties: { kind?: string; name?: string; rank?: number } | null;
    geometry: Geometry;
  }[];
}

const light = { land: '#eef0ea', water: '#cfdfe5', park: '#d7e2cf', road: '#ffffff' };
const dark = { land: '#1f211e', water: '#1d2b33', park: '#25301f', road: '#34352f' };

/** A market's geography as one drawing in our own colours, light and dark. */
export function drawMarket(marketCode: string, geography: Geography): string {
  const frame = drawingFrame(marketCode);
  if (!frame) throw new Error(`no frame for ${marketCode}`);
  const layers = { water: '', park: '', lane: '', road: '' };
  for (const { properties, geometry } of geography.features) {
    const kind =
      properties?.kind === 'road' && (properties.rank ?? 1) > 2 ? 'lane' : properties?.kind;
    if (kind !== undefined && kind in layers)
      layers[kind as keyof typeof layers] += pathOf(geometry, frame);
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}">` +
    `<style>${rules(light)}@media(prefers-color-scheme:dark){${rules(dark)}}</style>` +
    `<rect class="land" width="${frame.width}" height="${frame.height}"/>` +
    `<path class="park" d="${layers.park}"/><path class="water" d="${layers.water}"/>` +
    `<path class="lane" d="${layers.lane}"/><path class="road" d="${layers.road}"/></svg>`
  );
}

function rules({ land, water, park, road }: typeof light): string {
  const line = 'fill:none;stroke-linecap:round;stroke-linejoin:round;';
  return (
    `.land{fill:${land}}.water{fill:${water}}.park{fill:${park}}` +
    `.lane{${line}stroke:${road};stroke-width:2}.road{${line}stroke:${road};stroke-width:4}`
  );
}

function pathOf(geometry: Geometry, origin: { x: number; y: number }): string {
  return linesIn(geometry.coordinates)
    .map(
      (line) =>
        `M${line.map((position) => spot(position, origin)).join('L')}${geometry.type.endsWith('Polygon') ? 'Z' : ''}`,
    )
    .join('');
}

function spot([lng, lat]: Position, origin: { x: number; y: number }): string {
  const { x, y } = project({ lat, lng });
  return `${(x - origin.x).toFixed(1)} ${(y - origin.y).toFixed(1)}`;
}

/** Every list of positions inside a geometry's coordinates, however deep; points have none. */
function linesIn(coordinates: unknown): Position[][] {
  if (!Array.isArray(coordinates) || !Array.isArray(coordinates[0])) return [];
  if (typeof coordinates[0][0] === 'number') return [coordinates as Position[]];
  return coordinates.flatMap(linesIn);
}
