import type { Pose } from '../../../figures/index.ts';
import { type Limb, limbs, number, type PoseFields, written } from './field-values.ts';
import { stageFieldNames, stageFieldsOf, stageFrom } from './stage-fields.ts';

/** Each part with its fields: a bearing, and how far it comes toward the viewer. */
export const partFields: { group: string; parts: string[] }[] = [
  { group: 'trunk', parts: ['spine.0', 'spine.1', 'spine.2', 'neck', 'head'] },
  ...limbs.map((limb) => ({ group: limb, parts: [0, 1, 2].map((at) => `${limb}.${at}`) })),
];
export const turns = ['turn.0', 'turn.1', 'turn.2'];

/** Parts that may rest on the ground or on a prop, in the order of the form. */
export const restParts = [
  'rightFoot',
  'leftFoot',
  'rightAnkle',
  'leftAnkle',
  'rightKnee',
  'leftKnee',
  'rightHip',
  'leftHip',
  'pelvis',
  'chest',
  'rightShoulder',
  'leftShoulder',
  'rightElbow',
  'leftElbow',
  'rightHand',
  'leftHand',
  'head',
] as const;

/** Somebody who stands, seen from the side. */
export const standing: Pose = {
  turn: 0,
  spine: [0, 0, 0],
  neck: 0,
  head: 0,
  rightArm: [180, 180],
  leftArm: [180, 180],
  rightLeg: [180, 180],
  leftLeg: [180, 180],
  rests: ['rightFoot', 'leftFoot'],
};

export function fieldsOf(pose: Pose): PoseFields {
  const fields: PoseFields = {};
  const set = (part: string, bearing: unknown) => {
    if (bearing === undefined) return;
    const [angle, toward] = Array.isArray(bearing) ? (bearing as number[]) : [bearing as number, 0];
    fields[`${part}.bearing`] = written(angle ?? 0);
    fields[`${part}.toward`] = written(toward ?? 0);
  };
  const { spine, turn = 0 } = pose;
  const isChain = Array.isArray(spine) && spine.length === 3;
  for (const at of [0, 1, 2]) {
    set(`spine.${at}`, isChain ? spine[at] : spine);
    fields[`turn.${at}`] = written(typeof turn === 'number' ? turn : (turn[at] ?? 0));
  }
  set('neck', pose.neck);
  set('head', pose.head);
  for (const limb of limbs) pose[limb].forEach((part, at) => set(`${limb}.${at}`, part));
  // The first in the list sets the height, so the order is kept.
  fields['rests'] = (pose.rests ?? []).join(' ');
  return { ...fields, ...stageFieldsOf(pose) };
}

/** The pose that the fields say; what is no number makes it one that `poseFaults` refuses. */
export function poseFrom(fields: PoseFields): unknown {
  const part = (name: string) => {
    const bearing = number(fields[`${name}.bearing`]);
    const toward = number(fields[`${name}.toward`]) ?? 0;
    if (bearing === undefined) return undefined;
    return toward === 0 ? bearing : [bearing, toward];
  };
  const limb = (name: Limb) => {
    const [first, second, third] = [0, 1, 2].map((at) => part(`${name}.${at}`));
    return third === undefined ? [first, second] : [first, second, third];
  };
  const [neck, head] = [part('neck'), part('head')];
  const rests = (fields['rests'] ?? '').split(' ').filter(Boolean);
  return {
    ...stageFrom(fields),
    turn: [0, 1, 2].map((at) => number(fields[`turn.${at}`]) ?? 0),
    spine: [0, 1, 2].map((at) => part(`spine.${at}`)),
    ...(neck !== undefined && { neck }),
    ...(head !== undefined && { head }),
    ...Object.fromEntries(limbs.map((name) => [name, limb(name)])),
    ...(rests.length > 0 && { rests }),
  };
}

/** The names of all fields that hold text. */
export const fieldNames: string[] = [
  ...turns,
  ...partFields.flatMap(({ parts }) =>
    parts.flatMap((part) => [`${part}.bearing`, `${part}.toward`]),
  ),
  'rests',
  ...stageFieldNames,
];
