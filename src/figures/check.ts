import { limitFaults } from './limits.ts';
import { limbs, parts, type Pose } from './pose.ts';
import { settle } from './settle.ts';

/** A resting part may float or sink by this many units before it counts as a fault. */
const gapMax = 1;

const keys = [
  'view',
  'turn',
  'spine',
  'neck',
  'head',
  ...limbs,
  'rests',
  'reach',
  'front',
  'behind',
  'props',
  'x',
];
const propKinds = ['block', 'bolster', 'blanket', 'chair', 'wall', 'strap'];

const isNumber = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && value >= low && value <= high;
const isBearing = (value: unknown): boolean =>
  isNumber(value, -720, 720) ||
  (Array.isArray(value) &&
    value.length === 2 &&
    isNumber(value[0], -720, 720) &&
    isNumber(value[1], -90, 90));
const isChain = (value: unknown, shortest: number): boolean =>
  Array.isArray(value) &&
  value.length >= shortest &&
  value.length <= 3 &&
  value.every((one) => isBearing(one));
const isOneOf = (value: unknown, known: readonly string[]): boolean =>
  typeof value === 'string' && known.includes(value);
const isListOf = (value: unknown, known: readonly string[]): boolean =>
  Array.isArray(value) && value.length <= 20 && value.every((one) => isOneOf(one, known));

const isReach = (value: unknown): boolean =>
  isOneOf(value, parts) ||
  (Array.isArray(value) &&
    value.length === 3 &&
    isOneOf(value[0], parts) &&
    isNumber(value[1], -200, 200) &&
    isNumber(value[2], -200, 200));

function isProp(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prop = value as Record<string, unknown>;
  if (!isOneOf(prop['kind'], propKinds)) return false;
  if (prop['kind'] === 'wall') {
    return isOneOf(prop['at'], parts) && isOneOf(prop['side'], ['left', 'right']);
  }
  if (prop['kind'] === 'strap') {
    return isListOf(prop['through'], parts) && (prop['through'] as unknown[]).length > 1;
  }
  const optional = (name: string, low: number, high: number) =>
    prop[name] === undefined || isNumber(prop[name], low, high);
  return (
    isOneOf(prop['under'], parts) &&
    isNumber(prop['height'], 1, 80) &&
    optional('width', 4, 120) &&
    optional('shift', -80, 80) &&
    (prop['back'] === undefined || isOneOf(prop['back'], ['left', 'right']))
  );
}

const rules: Record<string, (value: unknown) => boolean> = {
  view: (value) => isOneOf(value, ['side', 'above']),
  turn: (value) =>
    isNumber(value, -360, 360) ||
    (Array.isArray(value) && value.length === 3 && value.every((one) => isNumber(one, -360, 360))),
  spine: (value) => isBearing(value) || (isChain(value, 3) && (value as unknown[]).length === 3),
  neck: isBearing,
  head: isBearing,
  ...Object.fromEntries(limbs.map((limb) => [limb, (value: unknown) => isChain(value, 2)])),
  rests: (value) => isListOf(value, parts),
  reach: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([limb, to]) => isOneOf(limb, limbs) && isReach(to)),
  front: (value) => isListOf(value, limbs),
  behind: (value) => isListOf(value, limbs),
  props: (value) => Array.isArray(value) && value.length <= 8 && value.every(isProp),
  x: (value) => isNumber(value, -500, 500),
};

function shapeFaults(pose: Record<string, unknown>): string[] {
  const faults = Object.keys(pose)
    .filter((key) => !keys.includes(key))
    .map((key) => `${key} is not a word of a pose`);
  for (const key of ['spine', ...limbs]) {
    if (pose[key] === undefined) faults.push(`${key} is missing`);
  }
  for (const [key, rule] of Object.entries(rules)) {
    if (pose[key] !== undefined && !rule(pose[key])) faults.push(`${key} is not understood`);
  }
  return faults;
}

/** Whether it can be drawn at all; whether a body could do it, `poseFaults` says. */
export const isPose = (value: unknown): value is Pose =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  shapeFaults(value as Record<string, unknown>).length === 0;

/**
 * What is wrong with a pose, in words; empty when it can be drawn and a body could do it. Takes
 * anything, so that an editor or an import can hand over what it was given.
 */
export function poseFaults(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return ['a pose is an object'];
  }
  const shape = shapeFaults(value as Record<string, unknown>);
  if (shape.length > 0) return shape;
  const pose = value as Pose;
  const { directions, misses } = settle(pose);
  const floating = misses
    .filter(({ gap }) => Math.abs(gap) > gapMax)
    .map(({ part, gap }) =>
      gap > 0
        ? `${part} rests ${gap.toFixed(1)} above its ground`
        : `${part} rests ${(-gap).toFixed(1)} below its ground`,
    );
  return [...limitFaults(directions), ...floating];
}
