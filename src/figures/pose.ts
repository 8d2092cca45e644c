/**
 * Degrees in the plane of the picture, as on a compass: 0 up, 90 right, 180 down, 270 left. A pair
 * adds how far the part comes toward the viewer (−90 … 90), which shortens it in the picture.
 */
export type Bearing = number | readonly [bearing: number, toward: number];

export type ArmPose = readonly [upper: Bearing, fore: Bearing, hand?: Bearing];
export type LegPose = readonly [thigh: Bearing, shin: Bearing, foot?: Bearing];

export const sides = ['right', 'left'] as const;
export type Side = (typeof sides)[number];

export const limbs = ['rightArm', 'leftArm', 'rightLeg', 'leftLeg'] as const;
export type Limb = (typeof limbs)[number];

/** Parts that can rest on something, be held, or carry a prop. */
export const parts = [
  'rightHand',
  'leftHand',
  'rightElbow',
  'leftElbow',
  'rightShoulder',
  'leftShoulder',
  'rightHip',
  'leftHip',
  'rightKnee',
  'leftKnee',
  'rightAnkle',
  'leftAnkle',
  'rightFoot',
  'leftFoot',
  'pelvis',
  'chest',
  'head',
] as const;
export type Part = (typeof parts)[number];

export type Prop =
  /** A thing of this height under a part, which rests on it. */
  | {
      kind: 'block' | 'bolster' | 'blanket' | 'chair';
      under: Part;
      height: number;
      width?: number;
      /** How far the middle of the thing is from the part, to the right. */
      shift?: number;
      /** On which side a chair has its back. */
      back?: 'left' | 'right';
    }
  /** A wall that touches a part, on this side of the picture. */
  | { kind: 'wall'; at: Part; side: 'left' | 'right' }
  /** A strap from part to part. */
  | { kind: 'strap'; through: readonly Part[] };

/** Where an arm or a leg reaches: a part, or a part and a distance from it (right, up). */
export type Reach = Part | readonly [Part, number, number];

/**
 * A body in a picture. `turn` says which way it looks: 0 to the right, 90 at the viewer, 180 to the
 * left, −90 away. Lengths are those of a person about 165 units tall.
 */
export interface Pose {
  /** 'above' looks down on someone who lies: the mat is behind the body and nothing falls. */
  view?: 'side' | 'above';
  turn?: number | readonly [hips: number, chest: number, head: number];
  /** From the hips upward: one bearing, or those of loin, middle and chest. */
  spine: Bearing | readonly [loin: Bearing, middle: Bearing, chest: Bearing];
  neck?: Bearing;
  head?: Bearing;
  rightArm: ArmPose;
  leftArm: ArmPose;
  rightLeg: LegPose;
  leftLeg: LegPose;
  /** What touches the ground or a prop; the first sets the height, the others bend a limb to it. */
  rests?: readonly Part[];
  reach?: Partial<Record<Limb, Reach>>;
  /** Limbs drawn before or behind everything else, where depth alone misleads. */
  front?: readonly Limb[];
  behind?: readonly Limb[];
  props?: readonly Prop[];
  /** The hips' distance from the middle of the picture; without it the figure is centred. */
  x?: number;
}

/** A direction with both angles written out. */
export interface Direction {
  bearing: number;
  toward: number;
}

export type Chain = [Direction, Direction, Direction];

/** A pose with every direction written out, which is what skeleton and interpolation work on. */
export interface Directions {
  turn: [number, number, number];
  spine: Chain;
  neck: Direction;
  head: Direction;
  rightArm: Chain;
  leftArm: Chain;
  rightLeg: Chain;
  leftLeg: Chain;
}

/** The difference of two angles by the shorter way, in (−180, 180]. */
export const turnBetween = (from: number, to: number): number => {
  const difference = (((to - from) % 360) + 360) % 360;
  return difference > 180 ? difference - 360 : difference;
};

const direction = (value: Bearing): Direction =>
  typeof value === 'number'
    ? { bearing: value, toward: 0 }
    : { bearing: value[0], toward: value[1] };

const isTriple = (spine: Pose['spine']): spine is readonly [Bearing, Bearing, Bearing] =>
  typeof spine !== 'number' && spine.length === 3;

const limbOf = (limb: ArmPose | LegPose, last: (middle: Direction) => Direction): Chain => {
  const middle = direction(limb[1]);
  return [direction(limb[0]), middle, limb[2] === undefined ? last(middle) : direction(limb[2])];
};

/** Writes out what a pose leaves to its defaults: straight neck and hands, feet at right angles. */
export function directionsOf(pose: Pose): Directions {
  const turn = pose.turn ?? 0;
  const turns: [number, number, number] =
    typeof turn === 'number' ? [turn, turn, turn] : [turn[0], turn[1], turn[2]];
  const spine = isTriple(pose.spine) ? pose.spine : [pose.spine, pose.spine, pose.spine];
  const [loin, middle, chest] = spine as readonly [Bearing, Bearing, Bearing];
  const neck = direction(pose.neck ?? chest);
  const facing = Math.cos((turns[0] * Math.PI) / 180);
  const foot = (shin: Direction): Direction =>
    Math.abs(facing) < 0.5
      ? { bearing: shin.bearing, toward: 70 }
      : { bearing: shin.bearing - 90 * Math.sign(facing), toward: 0 };
  const hand = (fore: Direction) => fore;
  return {
    turn: turns,
    spine: [direction(loin), direction(middle), direction(chest)],
    neck,
    head: pose.head === undefined ? neck : direction(pose.head),
    rightArm: limbOf(pose.rightArm, hand),
    leftArm: limbOf(pose.leftArm, hand),
    rightLeg: limbOf(pose.rightLeg, foot),
    leftLeg: limbOf(pose.leftLeg, foot),
  };
}

const written = ({ bearing, toward }: Direction): Bearing =>
  toward === 0 ? bearing : [bearing, toward];

/** The pose that `directionsOf` would write out as these directions. */
export const poseOf = (directions: Directions): Pose => {
  const three = (chain: Chain): [Bearing, Bearing, Bearing] => [
    written(chain[0]),
    written(chain[1]),
    written(chain[2]),
  ];
  return {
    turn: directions.turn,
    spine: three(directions.spine),
    neck: written(directions.neck),
    head: written(directions.head),
    rightArm: three(directions.rightArm),
    leftArm: three(directions.leftArm),
    rightLeg: three(directions.rightLeg),
    leftLeg: three(directions.leftLeg),
  };
};
