import { lengths, radii, trunk } from './body.ts';
import {
  partway,
  plus,
  type ArmPoints,
  type LegPoints,
  type Point,
  type Skeleton,
} from './skeleton.ts';
import { sides, type Part } from './pose.ts';

/** A disc of the body: limbs are hulls of neighbouring discs. */
export interface Disc {
  x: number;
  y: number;
  r: number;
}

const disc = (point: Point, r: number): Disc => ({ x: point.x, y: point.y, r });

export const armDiscs = (arm: ArmPoints): Disc[] => [
  disc(arm.shoulder, radii.arm.shoulder),
  disc(arm.elbow, radii.arm.elbow),
  disc(partway(arm.elbow, arm.wrist, 0.3), radii.arm.forearm),
  disc(arm.wrist, radii.arm.wrist),
  disc(arm.palm, radii.arm.palm),
  disc(arm.tip, radii.arm.tip),
];

export const legDiscs = (leg: LegPoints): Disc[] => [
  disc(leg.hip, radii.leg.hip),
  disc(partway(leg.hip, leg.knee, 0.4), radii.leg.thigh),
  disc(leg.knee, radii.leg.knee),
  disc(partway(leg.knee, leg.ankle, 0.3), radii.leg.calf),
  disc(leg.ankle, radii.leg.ankle),
];

/** A foot that points at the viewer shows its breadth. */
export function footDiscs(leg: LegPoints): Disc[] {
  const broad = Math.abs(leg.toe.z - leg.heel.z) / 20;
  return [
    disc(leg.ankle, radii.leg.ankle - 0.2),
    disc(leg.heel, radii.foot.heel),
    disc(leg.ball, radii.foot.ball + 1.4 * broad),
    disc(leg.toe, radii.foot.toe + 1.4 * broad),
  ];
}

/** The spine's point `at` units above the hips, and the direction in which it runs there. */
function along(skeleton: Skeleton, at: number): { point: Point; up: Point } {
  let rest = at;
  for (const [index, length] of lengths.spine.entries()) {
    const from = skeleton.spine[index] as Point;
    const to = skeleton.spine[index + 1] as Point;
    if (rest <= length || index === 2) {
      return {
        point: partway(from, to, rest / length),
        up: partway({ x: 0, y: 0, z: 0 }, plus(to, from, -1), 1 / length),
      };
    }
    rest -= length;
  }
  throw new RangeError(`No spine at ${at}`);
}

/** Where `share` of the way from the hips' turn to the chest's, the body's right points. */
const acrossAt = ({ across: [hips, chest] }: Skeleton, share: number): Point => {
  const mixed = partway(hips, chest, Math.min(1, Math.max(0, share)));
  const length = Math.hypot(mixed.x, mixed.y, mixed.z) || 1;
  return { x: mixed.x / length, y: mixed.y / length, z: mixed.z / length };
};

/** Both edges of the trunk at each height of the table, in the picture. */
export function trunkEdges(skeleton: Skeleton): [Point, Point][] {
  return trunk.map(({ at, front, back, side }) => {
    const { point, up } = along(skeleton, at);
    const flat = Math.hypot(up.x, up.y) || 1;
    const ahead: Point = { x: up.y / flat, y: -up.x / flat, z: 0 };
    const right = acrossAt(skeleton, at / 48);
    // How much of the width is seen from the front, and whether the belly is ahead.
    const broad = right.x * ahead.x + right.y * ahead.y;
    const facing = Math.sign(right.z) || 1;
    const wide = broad * broad;
    const [ahead1, behind1] = facing > 0 ? [front, back] : [back, front];
    return [
      plus(point, ahead, ahead1 * (1 - wide) + side * wide),
      plus(point, ahead, -(behind1 * (1 - wide) + side * wide)),
    ];
  });
}

const bottom = (discs: readonly Disc[]): number => Math.min(...discs.map(({ y, r }) => y - r));
const bottomOf = (edges: [Point, Point][]): number =>
  Math.min(...edges.flatMap(([a, b]) => [a.y, b.y]));

const limbBottom: Record<string, (arm: ArmPoints, leg: LegPoints) => number> = {
  Hand: (arm) => bottom(armDiscs(arm).slice(3)),
  Elbow: (arm) => bottom(armDiscs(arm).slice(1, 2)),
  Shoulder: (arm) => bottom(armDiscs(arm).slice(0, 1)),
  Hip: (_, leg) => bottom(legDiscs(leg).slice(0, 1)),
  Knee: (_, leg) => bottom(legDiscs(leg).slice(2, 3)),
  Ankle: (_, leg) => bottom(legDiscs(leg).slice(4)),
  Foot: (_, leg) => bottom(footDiscs(leg)),
};

/** The lowest height of a part. */
export function lowest(skeleton: Skeleton, part: Part): number {
  if (part === 'head') return skeleton.head.y - radii.head;
  if (part === 'pelvis') {
    const hips = sides.map((side) => skeleton[side].leg.hip.y - radii.leg.hip);
    return Math.min(...hips, bottomOf(trunkEdges(skeleton).slice(0, 3)));
  }
  if (part === 'chest') return bottomOf(trunkEdges(skeleton).slice(3));
  const body = part.startsWith('right') ? skeleton.right : skeleton.left;
  const measure = limbBottom[part.replace(/^(right|left)/, '')];
  if (!measure) throw new RangeError(`No such part: ${part}`);
  return measure(body.arm, body.leg);
}

/** The lowest height of the whole body. */
export function lowestOf(skeleton: Skeleton): number {
  const limbs = sides.map((side) =>
    bottom([
      ...armDiscs(skeleton[side].arm),
      ...legDiscs(skeleton[side].leg),
      ...footDiscs(skeleton[side].leg),
    ]),
  );
  return Math.min(...limbs, lowest(skeleton, 'head'), bottomOf(trunkEdges(skeleton)));
}
