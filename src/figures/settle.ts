import { lowest, lowestOf } from './flesh.ts';
import {
  directionsOf,
  turnBetween,
  type Chain,
  type Directions,
  type Limb,
  type Part,
  type Pose,
  type Reach,
} from './pose.ts';
import { lengths } from './body.ts';
import { plus, pointOf, skeletonOf, unit, type Point, type Skeleton } from './skeleton.ts';

/** How far a limb may be bent from its drawn direction to reach what it rests on, in degrees. */
const bendMax = 40;
/** From the body to the edge of a mat seen from above. */
const matBorder = 12;
const closeEnough = 0.02;

export interface Settled {
  directions: Directions;
  skeleton: Skeleton;
  /** Hips above the ground. */
  height: number;
  /** Parts that should rest and don't, with the gap that remains. */
  misses: { part: Part; gap: number }[];
}

/** The height of what a part rests on: the ground, or a prop under it. */
const surfaceUnder = (pose: Pose, part: Part): number => {
  const prop = pose.props?.find((one) => 'under' in one && one.under === part);
  return prop && 'height' in prop ? prop.height : 0;
};

/** The limb that brings a part down, and which of its segments turn for it. */
function bending(
  part: Part,
  rests: readonly Part[],
): { limb: Limb; segments: number[] } | undefined {
  const side = part.startsWith('right') ? 'right' : 'left';
  const others = (name: string) => rests.includes(`${side}${name}` as Part);
  switch (part.replace(/^(right|left)/, '')) {
    case 'Hand':
      return { limb: `${side}Arm`, segments: others('Elbow') ? [1] : [0, 1] };
    case 'Elbow':
      return { limb: `${side}Arm`, segments: [0] };
    case 'Knee':
      return { limb: `${side}Leg`, segments: [0] };
    case 'Foot':
    case 'Ankle':
      return { limb: `${side}Leg`, segments: others('Knee') ? [1] : [0, 1] };
    default:
      return undefined;
  }
}

const bent = (directions: Directions, limb: Limb, segments: number[], by: number): Directions => ({
  ...directions,
  [limb]: directions[limb].map((one, index) =>
    segments.includes(index) ? { ...one, bearing: one.bearing + by } : one,
  ) as Chain,
});

/** The smallest bend within bounds at which `gap` is zero, or undefined. */
function smallestBend(gap: (by: number) => number): number | undefined {
  const start = gap(0);
  if (Math.abs(start) < closeEnough) return 0;
  for (let reach = 2; reach <= bendMax; reach += 2) {
    for (const far of [reach, -reach]) {
      if (Math.sign(gap(far)) === Math.sign(start)) continue;
      let [same, other] = [far - 2 * Math.sign(far), far];
      for (let step = 0; step < 12; step++) {
        const half = (same + other) / 2;
        if (Math.sign(gap(half)) === Math.sign(start)) same = half;
        else other = half;
      }
      return (same + other) / 2;
    }
  }
  return undefined;
}

/** Two bones in the plane: the first bone's bearing and the second's that bring the end to (dx, dy). */
function twoBones(dx: number, dy: number, first: number, second: number, clockwise: boolean) {
  const most = first + second - 0.01;
  const least = Math.abs(first - second) + 0.01;
  const distance = Math.min(most, Math.max(least, Math.hypot(dx, dy)));
  const heading = (Math.atan2(dx, dy) * 180) / Math.PI;
  const angle = (a: number, b: number, c: number) =>
    (Math.acos(Math.min(1, Math.max(-1, (a * a + b * b - c * c) / (2 * a * b)))) * 180) / Math.PI;
  const sign = clockwise ? 1 : -1;
  return [
    heading - sign * angle(distance, first, second),
    heading + sign * angle(distance, second, first),
  ] as const;
}

function reached(pose: Pose, directions: Directions, limb: Limb, reach: Reach): Directions {
  const skeleton = skeletonOf(directions, pose.rests ?? []);
  const [part, right, up] = typeof reach === 'string' ? ([reach, 0, 0] as const) : reach;
  const target = plus(pointOf(skeleton, part), { x: right, y: up, z: 0 });
  const isArm = limb.endsWith('Arm');
  const body = limb.startsWith('right') ? skeleton.right : skeleton.left;
  const root: Point = isArm ? body.arm.shoulder : body.leg.hip;
  const [upper, lower, end] = directions[limb];
  const palm = isArm ? lengths.arm[2] * 0.42 : 0;
  const free = isArm && pose[limb][2] === undefined;
  const goal = free ? target : plus(target, unit(end), -palm);
  const shorten = (toward: number) => Math.cos((toward * Math.PI) / 180);
  const bones = isArm ? lengths.arm : lengths.leg;
  const [a, b] = twoBones(
    goal.x - root.x,
    goal.y - root.y,
    bones[0] * shorten(upper.toward),
    (bones[1] + (free ? palm : 0)) * shorten(lower.toward),
    turnBetween(upper.bearing, lower.bearing) >= 0,
  );
  const fore = { ...lower, bearing: b };
  return { ...directions, [limb]: [{ ...upper, bearing: a }, fore, free ? fore : end] };
}

/** Bends the limb that brings a part to rest, as little as it takes and as far as it goes. */
function restOn(pose: Pose, directions: Directions, part: Part, height: number): Directions {
  const rests = pose.rests ?? [];
  const bend = bending(part, rests);
  if (!bend) return directions;
  const { limb, segments } = bend;
  const surface = surfaceUnder(pose, part);
  const by = smallestBend(
    (degrees) =>
      lowest(skeletonOf(bent(directions, limb, segments, degrees), rests), part) + height - surface,
  );
  return by === undefined ? directions : bent(directions, limb, segments, by);
}

/** Brings the body to rest: what rests touches its surface, what reaches arrives, nothing sinks. */
export function settle(pose: Pose): Settled {
  const rests = pose.rests ?? [];
  const [first, ...others] = rests;
  let directions = directionsOf(pose);
  const start = skeletonOf(directions, rests);
  const height = first ? surfaceUnder(pose, first) - lowest(start, first) : -lowestOf(start);
  for (const part of others) directions = restOn(pose, directions, part, height);
  for (const [limb, reach] of Object.entries(pose.reach ?? {})) {
    directions = reached(pose, directions, limb as Limb, reach);
  }
  const skeleton = skeletonOf(directions, rests);
  const ground = -lowestOf(skeleton);
  if (pose.view === 'above') {
    return { directions, skeleton, height: ground + matBorder, misses: [] };
  }
  const raised = Math.max(height, ground);
  const misses = rests
    .map((part) => ({ part, gap: lowest(skeleton, part) + raised - surfaceUnder(pose, part) }))
    .filter(({ gap }) => Math.abs(gap) > closeEnough);
  return { directions, skeleton, height: raised, misses };
}
