import { figureOf, type Geometry } from './figure.ts';
import {
  poseOf,
  turnBetween,
  type Chain,
  type Direction,
  type Directions,
  type Part,
  type Pose,
} from './pose.ts';

const mix = (from: number, to: number, t: number) => from + (to - from) * t;
const turned = (from: number, to: number, t: number) => from + turnBetween(from, to) * t;

/**
 * An angle between a part and the one it hangs on, brought into the turn that starts at `low`, so that
 * a limb does not swing through the body: an arm goes up by the front, a knee never bends forward.
 */
const within = (angle: number, low: number): number => {
  const turns = Math.floor((angle - low) / 360);
  return angle - turns * 360;
};

/** A joint's angle between two, along the way that joints of its kind take. */
const swung = (from: number, to: number, t: number, low: number): number =>
  mix(within(from, low), within(to, low), t);

/**
 * Limbs leave the line of the trunk toward where the body looks; those of a body that faces us or
 * turns its back leave it to their own side. Angles count from the trunk's reverse.
 */
function lowest(turn: number, side: 'right' | 'left'): number {
  const facing = Math.cos((turn * Math.PI) / 180);
  const open = Math.sin((turn * Math.PI) / 180) * (side === 'right' ? -1 : 1);
  return (Math.abs(facing) > 0.5 ? facing : open) > 0 ? -270 : -90;
}

interface Way {
  from: number;
  to: number;
  t: number;
  low: number;
}

function limbBetween(a: Chain, b: Chain, { from: rootA, to: rootB, t, low }: Way): Chain {
  const root = turned(rootA, rootB, t);
  const [firstA, firstB] = [a[0].bearing - rootA - 180, b[0].bearing - rootB - 180];
  const first = root + 180 + swung(firstA, firstB, t, low);
  const second =
    first +
    mix(turnBetween(a[0].bearing, a[1].bearing), turnBetween(b[0].bearing, b[1].bearing), t);
  const third =
    second +
    mix(turnBetween(a[1].bearing, a[2].bearing), turnBetween(b[1].bearing, b[2].bearing), t);
  const bearings = [first, second, third];
  return bearings.map((bearing, index) => ({
    bearing,
    toward: mix((a[index] as Direction).toward, (b[index] as Direction).toward, t),
  })) as Chain;
}

function directionsBetween(a: Directions, b: Directions, t: number): Directions {
  const one = (from: Direction, to: Direction): Direction => ({
    bearing: turned(from.bearing, to.bearing, t),
    toward: mix(from.toward, to.toward, t),
  });
  const turn = a.turn.map((from, index) => turned(from, b.turn[index] as number, t));
  const limb = (name: 'rightArm' | 'leftArm' | 'rightLeg' | 'leftLeg') => {
    const [joint, trunk] = name.endsWith('Arm') ? ([2, 1] as const) : ([0, 0] as const);
    const low = lowest(
      turned(a.turn[trunk], b.turn[trunk], 0.5),
      name.startsWith('right') ? 'right' : 'left',
    );
    const [from, to] = [a.spine[joint].bearing, b.spine[joint].bearing];
    return limbBetween(a[name], b[name], { from, to, t, low });
  };
  return {
    turn: turn as [number, number, number],
    spine: a.spine.map((from, index) => one(from, b.spine[index] as Direction)) as Chain,
    neck: one(a.neck, b.neck),
    head: one(a.head, b.head),
    rightArm: limb('rightArm'),
    leftArm: limb('leftArm'),
    rightLeg: limb('rightLeg'),
    leftLeg: limb('leftLeg'),
  };
}

const shared = (a: readonly Part[] = [], b: readonly Part[] = []): Part[] =>
  a.filter((part) => b.includes(part));

/**
 * The pose at `t` (0 … 1) on the way from one to another, its joints turning by the shorter way; what
 * rests on the ground in both stays there. At the ends it is the given pose itself.
 */
export function between(from: Pose, to: Pose, t: number): Pose {
  if (t <= 0) return from;
  if (t >= 1) return to;
  return passage(from, to)(t);
}

/** `between` for many steps on one way: both ends are settled once. */
export function passage(from: Pose, to: Pose): (t: number) => Pose {
  const [start, end]: [Geometry, Geometry] = [figureOf(from), figureOf(to)];
  const nearest = (t: number) => (t < 0.5 ? from : to);
  return (t) => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    const { view, front, behind, props } = nearest(t);
    const order = { ...(front && { front }), ...(behind && { behind }) };
    return {
      ...poseOf(directionsBetween(start.directions, end.directions, t)),
      ...order,
      ...(view && { view }),
      ...(props && { props }),
      rests: shared(from.rests, to.rests),
      x: mix(start.joints.pelvis.x, end.joints.pelvis.x, t),
    };
  };
}

/** The same pose on the other side: left for right, in a mirror. */
export function mirrored(pose: Pose): Pose {
  const directions = figureOf(pose).directions;
  const flip = ({ bearing, toward }: Direction): Direction => ({ bearing: -bearing, toward });
  const chain = (parts: Chain) => parts.map(flip) as Chain;
  const swap = <T extends string>(name: T): T =>
    (name.startsWith('right') ? name.replace('right', 'left') : name.replace('left', 'right')) as T;
  const side = (name: 'left' | 'right') => (name === 'left' ? 'right' : 'left');
  const { rests, front, behind, props, view, x } = pose;
  return {
    ...poseOf({
      turn: directions.turn.map((turn) => 180 - turn) as [number, number, number],
      spine: chain(directions.spine),
      neck: flip(directions.neck),
      head: flip(directions.head),
      rightArm: chain(directions.leftArm),
      leftArm: chain(directions.rightArm),
      rightLeg: chain(directions.leftLeg),
      leftLeg: chain(directions.rightLeg),
    }),
    ...(view && { view }),
    ...(rests && { rests: rests.map(swap) }),
    ...(front && { front: front.map(swap) }),
    ...(behind && { behind: behind.map(swap) }),
    ...(x !== undefined && { x: -x }),
    ...(props && {
      props: props.map((prop) => {
        if (prop.kind === 'wall') return { ...prop, at: swap(prop.at), side: side(prop.side) };
        if (prop.kind === 'strap') return { ...prop, through: prop.through.map(swap) };
        return {
          ...prop,
          under: swap(prop.under),
          ...(prop.shift !== undefined && { shift: -prop.shift }),
          ...(prop.kind === 'chair' && { back: side(prop.back ?? 'left') }),
        };
      }),
    }),
  };
}
