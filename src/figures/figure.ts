import { armDiscs, footDiscs, legDiscs, trunkEdges, type Disc } from './flesh.ts';
import { headDiscs, layersOf, type Layer } from './layers.ts';
import { parts, type Directions, type Part, type Pose, type Side } from './pose.ts';
import { propShapes, type Bounds, type PropShape } from './props.ts';
import { settle } from './settle.ts';
import { pointOf, type Point, type Skeleton } from './skeleton.ts';

export interface Geometry {
  /** From the back to the front. */
  layers: Layer[];
  props: PropShape[];
  bounds: Bounds;
  /** Every part's place: x from the middle, y above the ground. */
  joints: Record<Part, { x: number; y: number }>;
  /** The directions after everything has come to rest. */
  directions: Directions;
  /** Parts that should rest and cannot with these angles, with the gap that remains. */
  misses: { part: Part; gap: number }[];
  view: 'side' | 'above';
}

function moved(skeleton: Skeleton, x: number, y: number): Skeleton {
  const move = (point: Point): Point => ({ ...point, x: point.x + x, y: point.y + y });
  const all = <T extends object>(points: T): T =>
    Object.fromEntries(
      Object.entries(points).map(([name, point]) => [name, move(point as Point)]),
    ) as T;
  const body = (side: Side) => ({
    arm: all(skeleton[side].arm),
    leg: all(skeleton[side].leg),
  });
  return {
    ...skeleton,
    pelvis: move(skeleton.pelvis),
    spine: skeleton.spine.map(move) as Skeleton['spine'],
    neck: move(skeleton.neck),
    head: move(skeleton.head),
    right: body('right'),
    left: body('left'),
  };
}

const discsOf = (skeleton: Skeleton): Disc[] => [
  ...(['right', 'left'] as const).flatMap((side) => [
    ...armDiscs(skeleton[side].arm),
    ...legDiscs(skeleton[side].leg),
    ...footDiscs(skeleton[side].leg),
  ]),
  ...Object.values(headDiscs(skeleton)),
  ...trunkEdges(skeleton).flatMap(([a, b]) => [
    { x: a.x, y: a.y, r: 0 },
    { x: b.x, y: b.y, r: 0 },
  ]),
];

function boundsOf(skeleton: Skeleton): Bounds {
  const discs = discsOf(skeleton);
  return {
    left: Math.min(...discs.map(({ x, r }) => x - r)),
    right: Math.max(...discs.map(({ x, r }) => x + r)),
    bottom: Math.min(0, ...discs.map(({ y, r }) => y - r)),
    top: Math.max(...discs.map(({ y, r }) => y + r)),
  };
}

const around = (boxes: readonly Bounds[]): Bounds => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
  top: Math.max(...boxes.map(({ top }) => top)),
});

function edgeOf(skeleton: Skeleton, part: Part, side: 'left' | 'right'): number {
  const body = part.startsWith('right') ? skeleton.right : skeleton.left;
  const discs = part.endsWith('Hand')
    ? armDiscs(body.arm).slice(3)
    : /(Foot|Ankle)$/.test(part)
      ? footDiscs(body.leg)
      : /Hip$|pelvis/.test(part)
        ? legDiscs(body.leg).slice(0, 1)
        : [{ ...pointOf(skeleton, part), r: 9 }];
  return side === 'right'
    ? Math.max(...discs.map(({ x, r }) => x + r))
    : Math.min(...discs.map(({ x, r }) => x - r));
}

/** The drawn body of a pose: at rest on the ground, in units, with every part's place. */
export function figureOf(pose: Pose): Geometry {
  const { directions, skeleton: settled, height, misses } = settle(pose);
  const raised = moved(settled, 0, height);
  const own = boundsOf(raised);
  const skeleton = moved(raised, pose.x ?? -(own.left + own.right) / 2, 0);
  const props = propShapes(pose, skeleton, (part, side) => edgeOf(skeleton, part, side));
  return {
    layers: layersOf(pose, skeleton),
    props,
    bounds: around([boundsOf(skeleton), ...props.map(({ bounds }) => bounds)]),
    joints: Object.fromEntries(
      parts.map((part) => {
        const { x, y } = pointOf(skeleton, part);
        return [part, { x, y }];
      }),
    ) as Geometry['joints'],
    directions,
    misses,
    view: pose.view ?? 'side',
  };
}
