import type { Pose } from '../../../figures/index.ts';
import { limbs, number, type PoseFields, written } from './field-values.ts';

/** What stands around a body, and how it is looked at, as fields of the form. */
export const propKinds = ['block', 'bolster', 'blanket', 'chair', 'wall', 'strap'] as const;
/** As many props as a pose may have. */
export const propNumbers = [0, 1, 2, 3, 4, 5, 6, 7];
export const propParts = ['kind', 'part', 'to', 'side', 'height', 'width', 'shift'] as const;

const propField = (at: number, part: (typeof propParts)[number]) => `prop.${at}.${part}`;

export const stageFieldNames: string[] = [
  'view',
  'x',
  ...propNumbers.flatMap((at) => propParts.map((part) => propField(at, part))),
  ...limbs.flatMap((limb) => [
    `reach.${limb}.part`,
    `reach.${limb}.right`,
    `reach.${limb}.up`,
    `layer.${limb}`,
  ]),
];

type Prop = NonNullable<Pose['props']>[number];

export function stageFieldsOf({ view, x, props = [], reach = {}, front, behind }: Pose) {
  const fields: PoseFields = { view: view ?? 'side', x: x === undefined ? '' : written(x) };
  props.forEach((prop, at) => {
    for (const [part, value] of Object.entries(propFieldsOf(prop)))
      fields[propField(at, part as 'kind')] = typeof value === 'number' ? written(value) : value;
  });
  for (const limb of limbs) {
    const to = reach[limb];
    const [part, right, up] = typeof to === 'string' ? [to, 0, 0] : (to ?? ['']);
    fields[`reach.${limb}.part`] = part;
    if (right !== undefined) fields[`reach.${limb}.right`] = written(right);
    if (up !== undefined) fields[`reach.${limb}.up`] = written(up);
    const isFront = front?.includes(limb);
    fields[`layer.${limb}`] = isFront ? 'front' : behind?.includes(limb) ? 'behind' : '';
  }
  return fields;
}

function propFieldsOf(prop: Prop): Record<string, string | number> {
  if (prop.kind === 'wall') return { kind: 'wall', part: prop.at, side: prop.side };
  if (prop.kind === 'strap')
    return { kind: 'strap', part: prop.through[0] ?? '', to: prop.through.at(-1) ?? '' };
  const { kind, under: part, height, width, shift, back } = prop;
  return {
    kind,
    part,
    height,
    ...(width !== undefined && { width }),
    ...(shift !== undefined && { shift }),
    ...(back !== undefined && { side: back }),
  };
}

/** The same as a part of a pose; `poseFaults` says what is not understood. */
export function stageFrom(fields: PoseFields): object {
  const x = number(fields['x']);
  const props = propNumbers.flatMap((at) => propFrom(fields, at));
  const reach = limbs.flatMap((limb) => {
    const part = fields[`reach.${limb}.part`];
    if (!part) return [];
    const right = number(fields[`reach.${limb}.right`]) ?? 0;
    const up = number(fields[`reach.${limb}.up`]) ?? 0;
    return [[limb, right === 0 && up === 0 ? part : [part, right, up]]];
  });
  const lying = (place: string) => limbs.filter((limb) => fields[`layer.${limb}`] === place);
  const [front, behind] = [lying('front'), lying('behind')];
  return {
    ...(fields['view'] === 'above' && { view: 'above' }),
    ...(x !== undefined && { x }),
    ...(props.length > 0 && { props }),
    ...(reach.length > 0 && { reach: Object.fromEntries(reach) as object }),
    ...(front.length > 0 && { front }),
    ...(behind.length > 0 && { behind }),
  };
}

function propFrom(fields: PoseFields, at: number): object[] {
  const of = (part: (typeof propParts)[number]) => fields[propField(at, part)];
  const [kind, part, side] = [of('kind'), of('part'), of('side')];
  if (!kind) return [];
  if (kind === 'wall') return [{ kind, at: part, side: side || 'right' }];
  if (kind === 'strap') return [{ kind, through: [part, of('to')] }];
  const [width, shift] = [number(of('width')), number(of('shift'))];
  return [
    {
      kind,
      under: part,
      height: number(of('height')),
      ...(width !== undefined && { width }),
      ...(shift !== undefined && { shift }),
      ...(kind === 'chair' && side && { back: side }),
    },
  ];
}
