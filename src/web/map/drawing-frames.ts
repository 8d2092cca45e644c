import { project, type Frame } from './projection.ts';

/** West, south, east and north of what we draw of each market. */
const edges: Record<string, [number, number, number, number]> = {
  gb: [-11, 49.5, 2.5, 61],
  us: [-126, 24, -66, 50],
  in: [67, 6, 98, 36],
  jp: [128, 30, 147, 46],
};

const frames = new Map<string, Frame>();

/** The rectangle that a market's drawing fills; undefined for a market we have not drawn. */
export function drawingFrame(marketCode: string): Frame | undefined {
  const known = frames.get(marketCode);
  const [west, south, east, north] = edges[marketCode] ?? [];
  if (
    known ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined
  )
    return known;
  const start = project({ lat: north, lng: west });
  const end = project({ lat: south, lng: east });
  const frame = {
    x: Math.floor(start.x),
    y: Math.floor(start.y),
    width: Math.ceil(end.x - start.x),
    height: Math.ceil(end.y - start.y),
  };
  frames.set(marketCode, frame);
  return frame;
}
