import { turnBetween, type Chain, type Directions } from './pose.ts';
import { frame, unit, type Point } from './skeleton.ts';

/**
 * How far joints bend, in degrees, by the outer range of supple people. The bend of a joint is the
 * angle between its two parts.
 */
const bendMax = {
  spine: 58,
  /** The upper ribs give way with it, as under a shoulderstand. */
  neck: 90,
  head: 60,
  elbow: 165,
  wrist: 110,
  knee: 173,
  ankle: 150,
  /** From a leg that continues the trunk: forward with a round back, and backward. */
  hipForward: 172,
  hipBackward: 95,
} as const;

/** A knee or an elbow seen from its side may be drawn past straight by this much. */
const pastStraight = 12;

const dot = (a: Point, b: Point) => a.x * b.x + a.y * b.y + a.z * b.z;
const degrees = (cosine: number) => (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;

interface Joint {
  name: string;
  bend: number;
  max: number;
}

function spineJoints({ spine, neck, head }: Directions): Joint[] {
  const [loin, middle, chest] = spine.map(unit) as [Point, Point, Point];
  const [n, h] = [unit(neck), unit(head)];
  return [
    { name: 'loin', bend: degrees(dot(loin, middle)), max: bendMax.spine },
    { name: 'chest', bend: degrees(dot(middle, chest)), max: bendMax.spine },
    { name: 'neck', bend: degrees(dot(chest, n)), max: bendMax.neck },
    { name: 'head', bend: degrees(dot(n, h)), max: bendMax.head },
  ];
}

function armJoints(side: string, arm: Chain): Joint[] {
  const [upper, fore, hand] = arm.map(unit) as [Point, Point, Point];
  return [
    { name: `${side} elbow`, bend: degrees(dot(upper, fore)), max: bendMax.elbow },
    { name: `${side} wrist`, bend: degrees(dot(fore, hand)), max: bendMax.wrist },
  ];
}

/** No hip bends this far backward: a thigh beyond it was brought up beside the trunk. */
const surelyForward = 110;

/** A hip's bend is forward where the thigh is before the trunk, else backward. */
function legJoints(side: string, leg: Chain, { spine, turn }: Directions): Joint[] {
  const [thigh, shin, foot] = leg.map(unit) as [Point, Point, Point];
  const up = unit(spine[0]);
  const hip = 180 - degrees(dot(thigh, up));
  const ahead = hip > surelyForward || dot(thigh, frame(spine[0], turn[0]).forward) >= 0;
  return [
    {
      name: `${side} hip ${ahead ? 'forward' : 'backward'}`,
      bend: hip,
      max: ahead ? bendMax.hipForward : bendMax.hipBackward,
    },
    { name: `${side} knee`, bend: degrees(dot(thigh, shin)), max: bendMax.knee },
    { name: `${side} ankle`, bend: degrees(dot(shin, foot)), max: bendMax.ankle },
  ];
}

/** Seen from its side, a knee bends backward only. */
function kneeBack(side: string, [thigh, shin]: Chain, turn: number): Joint[] {
  const facing = Math.cos((turn * Math.PI) / 180);
  const flat = Math.abs(facing) > 0.9 && Math.abs(thigh.toward) < 25 && Math.abs(shin.toward) < 25;
  if (!flat) return [];
  const past = -turnBetween(thigh.bearing, shin.bearing) * Math.sign(facing);
  return [{ name: `${side} knee past straight`, bend: past, max: pastStraight }];
}

/** Every joint's bend beside its limit. */
function jointsOf(directions: Directions): Joint[] {
  const body = (['right', 'left'] as const).flatMap((side) => [
    ...armJoints(side, directions[`${side}Arm`]),
    ...legJoints(side, directions[`${side}Leg`], directions),
    ...kneeBack(side, directions[`${side}Leg`], directions.turn[0]),
  ]);
  return [...spineJoints(directions), ...body];
}

/** What no body can do in a pose as it is written, in words: "left knee bends 190°, at most 170°". */
export const limitFaults = (directions: Directions): string[] =>
  jointsOf(directions)
    .filter(({ bend, max }) => bend > max + 0.01)
    .map(({ name, bend, max }) => `${name} bends ${Math.round(bend)}°, at most ${max}°`);
