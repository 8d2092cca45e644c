import { foot, lengths } from './body.ts';
import type { Chain, Direction, Directions, Part, Side } from './pose.ts';

/** x to the right, y up, z toward the viewer. */
export interface Point {
  x: number;
  y: number;
  z: number;
}

export interface ArmPoints {
  shoulder: Point;
  elbow: Point;
  wrist: Point;
  palm: Point;
  tip: Point;
}

export interface LegPoints {
  hip: Point;
  knee: Point;
  ankle: Point;
  heel: Point;
  ball: Point;
  toe: Point;
}

export interface Skeleton {
  pelvis: Point;
  /** Hips, loin, waist, chest: the joints of the spine from below. */
  spine: [Point, Point, Point, Point];
  /** Across the body toward its right, at the hips and at the chest. */
  across: [Point, Point];
  neck: Point;
  head: Point;
  /** Unit vectors of the head: up, and where the face looks. */
  crown: Point;
  gaze: Point;
  right: { arm: ArmPoints; leg: LegPoints };
  left: { arm: ArmPoints; leg: LegPoints };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

export const plus = (a: Point, b: Point, by = 1): Point => ({
  x: a.x + b.x * by,
  y: a.y + b.y * by,
  z: a.z + b.z * by,
});

/** The point this share of the way from one to the other. */
export const partway = (a: Point, b: Point, share: number): Point => plus(a, plus(b, a, -1), share);

export const unit = ({ bearing, toward }: Direction): Point => {
  const b = radians(bearing);
  const t = radians(toward);
  return { x: Math.sin(b) * Math.cos(t), y: Math.cos(b) * Math.cos(t), z: Math.sin(t) };
};

/** Forward and rightward unit vectors of a trunk that points along `up` and is turned by `turn`. */
export function frame(up: Direction, turn: number): { forward: Point; right: Point } {
  const b = radians(up.bearing);
  const t = radians(up.toward);
  const c = Math.cos(radians(turn));
  const s = Math.sin(radians(turn));
  const flat: Point = { x: Math.cos(b), y: -Math.sin(b), z: 0 };
  const viewer: Point = {
    x: -Math.sin(b) * Math.sin(t),
    y: -Math.cos(b) * Math.sin(t),
    z: Math.cos(t),
  };
  const mix = (m: number, n: number): Point => ({
    x: flat.x * m + viewer.x * n,
    y: flat.y * m + viewer.y * n,
    z: flat.z * m + viewer.z * n,
  });
  return { forward: mix(c, s), right: mix(-s, c) };
}

function armPoints(shoulder: Point, [upper, fore, hand]: Chain): ArmPoints {
  const elbow = plus(shoulder, unit(upper), lengths.arm[0]);
  const wrist = plus(elbow, unit(fore), lengths.arm[1]);
  const along = unit(hand);
  return {
    shoulder,
    elbow,
    wrist,
    palm: plus(wrist, along, lengths.arm[2] * 0.42),
    tip: plus(wrist, along, lengths.arm[2]),
  };
}

const scaled = (a: Point): Point => {
  const length = Math.hypot(a.x, a.y, a.z) || 1;
  return { x: a.x / length, y: a.y / length, z: a.z / length };
};
const share = (value: number, none: number, all: number) =>
  Math.min(1, Math.max(0, (value - none) / (all - none)));

/**
 * The unit vector from the ankle to the sole. A foot seen from its side has its sole where a walker
 * has it; any other has it away from the shin. The two are blended, so that no motion makes it jump.
 */
function soleOf(shin: Point, sole: Direction, turn: number): Point {
  const facing = Math.cos(radians(turn));
  const along = unit(sole);
  const flat = unit({ bearing: sole.bearing + 90 * (Math.sign(facing) || 1), toward: 0 });
  const behind = plus({ x: 0, y: 0, z: -Math.sin(radians(turn)) }, flat, Math.abs(facing));
  const dot = shin.x * along.x + shin.y * along.y + shin.z * along.z;
  // A foot stretched along its shin has no side of its own: the body's back decides.
  const away = scaled(plus(plus(shin, along, -dot), behind, 0.2));
  const side = share(Math.abs(facing), 0.6, 0.8) * (1 - share(Math.abs(sole.toward), 35, 55));
  return scaled(partway(away, flat, side));
}

function legPoints(
  hip: Point,
  [thigh, shin, sole]: Chain,
  turn: number,
  rests: boolean,
): LegPoints {
  const knee = plus(hip, unit(thigh), lengths.leg[0]);
  const down = unit(shin);
  const ankle = plus(knee, down, lengths.leg[1]);
  const along = unit(sole);
  const below = soleOf(down, sole, turn);
  const at = ([forth, under]: readonly [number, number]) =>
    plus(plus(ankle, along, forth), below, under);
  const ball = at(foot.ball);
  // A resting foot that stands on its ball has its toes bent back along the ground.
  const tucked = rests && along.y < -0.5;
  const toe = tucked ? plus(plus(ball, below, -4.6), along, 0.6) : at(foot.toe);
  return { hip, knee, ankle, heel: at(foot.heel), ball, toe };
}

/** Where every joint is when the hips are at the origin; feet among `rests` bend at their toes. */
export function skeletonOf(directions: Directions, rests: readonly Part[]): Skeleton {
  const pelvis: Point = { x: 0, y: 0, z: 0 };
  const [loin, middle, chest] = directions.spine;
  const waist = plus(pelvis, unit(loin), lengths.spine[0]);
  const ribs = plus(waist, unit(middle), lengths.spine[1]);
  const top = plus(ribs, unit(chest), lengths.spine[2]);
  const hips = frame(loin, directions.turn[0]);
  const shoulders = frame(chest, directions.turn[1]);
  const face = frame(directions.head, directions.turn[2]);
  const shoulderLine = plus(top, unit(chest), -lengths.shoulderDrop);
  const crown = unit(directions.head);
  const neck = plus(top, unit(directions.neck), lengths.neck);
  const bodySide = (side: Side, sign: number) => ({
    arm: armPoints(
      plus(shoulderLine, shoulders.right, sign * lengths.shoulder),
      directions[`${side}Arm`],
    ),
    leg: legPoints(
      plus(pelvis, hips.right, sign * lengths.hip),
      directions[`${side}Leg`],
      directions.turn[0],
      rests.includes(`${side}Foot`),
    ),
  });
  return {
    pelvis,
    spine: [pelvis, waist, ribs, top],
    across: [hips.right, shoulders.right],
    neck,
    head: plus(neck, crown, lengths.head),
    crown,
    gaze: face.forward,
    right: bodySide('right', 1),
    left: bodySide('left', -1),
  };
}

/** The point by which a part is reached or held. */
export function pointOf(skeleton: Skeleton, part: Part): Point {
  if (part === 'pelvis') return skeleton.pelvis;
  if (part === 'chest') return skeleton.spine[2];
  if (part === 'head') return skeleton.head;
  const { arm, leg } = part.startsWith('right') ? skeleton.right : skeleton.left;
  switch (part.replace(/^(right|left)/, '')) {
    case 'Hand':
      return arm.palm;
    case 'Elbow':
      return arm.elbow;
    case 'Shoulder':
      return arm.shoulder;
    case 'Hip':
      return leg.hip;
    case 'Knee':
      return leg.knee;
    case 'Ankle':
      return leg.ankle;
    default:
      return leg.ball;
  }
}
