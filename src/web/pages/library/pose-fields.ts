import type { Pose } from '../../../figures/index.ts';

/** A pose as the fields of its form: numbers as typed, empty where the drawing chooses. */
export type PoseFields = Record<string, string>;

export const limbs = ['rightArm', 'leftArm', 'rightLeg', 'leftLeg'] as const;
export type Limb = (typeof limbs)[number];

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

/** What the form keeps as it is, in the words of the figures: props, reach, layers, view. */
const others = ['view', 'reach', 'front', 'behind', 'props', 'x'] as const;

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

const written = (value: number): string => String(Math.round(value * 100) / 100);

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
  const more = Object.fromEntries(
    others.flatMap((key) => (pose[key] === undefined ? [] : [[key, pose[key]]])),
  );
  fields['more'] = Object.keys(more).length > 0 ? JSON.stringify(more, null, 1) : '';
  return fields;
}

const number = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === '' ? undefined : Number(text.replace(',', '.'));

/** The pose that the fields say; what is no number or no JSON makes it one that `poseFaults` refuses. */
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
    ...moreOf(fields['more']),
    turn: [0, 1, 2].map((at) => number(fields[`turn.${at}`]) ?? 0),
    spine: [0, 1, 2].map((at) => part(`spine.${at}`)),
    ...(neck !== undefined && { neck }),
    ...(head !== undefined && { head }),
    ...Object.fromEntries(limbs.map((name) => [name, limb(name)])),
    ...(rests.length > 0 && { rests }),
  };
}

function moreOf(text: string | undefined): object {
  if (!text?.trim()) return {};
  try {
    const more: unknown = JSON.parse(text);
    if (typeof more !== 'object' || more === null || Array.isArray(more))
      throw new Error('no object');
    return Object.fromEntries(
      Object.entries(more).filter(([key]) => (others as readonly string[]).includes(key)),
    );
  } catch {
    return { props: 'not readable' };
  }
}

/** The names of all fields that hold text. */
export const fieldNames: string[] = [
  ...turns,
  ...partFields.flatMap(({ parts }) =>
    parts.flatMap((part) => [`${part}.bearing`, `${part}.toward`]),
  ),
  'rests',
  'more',
];
