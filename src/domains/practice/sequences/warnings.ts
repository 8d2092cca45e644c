import type { Caution } from '../content/exercise.ts';

type Side = 'left' | 'right';

/** What a check needs to know of a step. */
export interface CheckedStep {
  exercise: string;
  name: string;
  level: 1 | 2 | 3;
  twoSided: boolean;
  side: Side | null;
  seconds: number;
  contraindications: readonly Caution[];
  precautions: readonly Caution[];
  /** Taken out of the library since. */
  archived: boolean;
}

export const warningCodes = [
  'contraindicated',
  'no_warm_up',
  'missing_side',
  'uneven_sides',
  'take_care',
  'left_library',
] as const;

/** Something to think about. A sequence can be kept and practised all the same. */
export interface Warning {
  code: (typeof warningCodes)[number];
  /** The first step that it is about, from 1 on. */
  step: number;
  exercise: string;
  name: string;
  /** The missing side, or the one that is shorter. */
  side: Side | null;
  /** Gentle ones before the first demanding step, or by how much one side is shorter. */
  seconds: number | null;
  /** Which of the person's own it is not advised with, or asks for care with. */
  cautions: Caution[];
}

/** So much of beginners' exercises makes warm enough for harder ones. */
export const warmUpSecondsMin = 90;

/** Everything worth a thought in these steps, for somebody with these cautions; the gravest first. */
export function warningsOf(steps: readonly CheckedStep[], mine: readonly Caution[]): Warning[] {
  return [
    ...bodyWarnings('contraindicated', steps, mine),
    ...warmUpWarnings(steps),
    ...sideWarnings(steps),
    ...bodyWarnings('take_care', steps, mine),
    ...onceEach(steps)
      .filter(([{ archived }]) => archived)
      .map(([step, at]) => about('left_library', step, at)),
  ];
}

const about = (
  code: Warning['code'],
  { exercise, name }: CheckedStep,
  at: number,
  facts: Partial<Warning> = {},
): Warning => ({
  code,
  step: at + 1,
  exercise,
  name,
  side: null,
  seconds: null,
  cautions: [],
  ...facts,
});

/** The first step of each exercise, with its place. */
function onceEach(steps: readonly CheckedStep[]): [CheckedStep, number][] {
  const first = new Map<string, [CheckedStep, number]>();
  for (const [at, step] of steps.entries())
    if (!first.has(step.exercise)) first.set(step.exercise, [step, at]);
  return [...first.values()];
}

function bodyWarnings(
  code: 'contraindicated' | 'take_care',
  steps: readonly CheckedStep[],
  mine: readonly Caution[],
): Warning[] {
  return onceEach(steps).flatMap(([step, at]) => {
    const against = code === 'take_care' ? step.precautions : step.contraindications;
    const cautions = against.filter((caution) => mine.includes(caution));
    return cautions.length > 0 ? [about(code, step, at, { cautions })] : [];
  });
}

function warmUpWarnings(steps: readonly CheckedStep[]): Warning[] {
  const at = steps.findIndex(({ level }) => level > 1);
  if (at < 0) return [];
  const seconds = steps.slice(0, at).reduce((sum, step) => sum + step.seconds, 0);
  return seconds < warmUpSecondsMin ? [about('no_warm_up', steps[at]!, at, { seconds })] : [];
}

/** Each side should get the same time, whether the other follows at once or later. */
function sideWarnings(steps: readonly CheckedStep[]): Warning[] {
  return onceEach(steps).flatMap(([step, at]) => {
    if (!step.twoSided) return [];
    const [left, right] = (['left', 'right'] as const).map((side) =>
      steps
        .filter((one) => one.exercise === step.exercise && one.side === side)
        .reduce((sum, { seconds }) => sum + seconds, 0),
    ) as [number, number];
    if (left === right) return [];
    const code = left === 0 || right === 0 ? 'missing_side' : 'uneven_sides';
    const side = left < right ? 'left' : 'right';
    return [about(code, step, at, { side, seconds: Math.abs(left - right) })];
  });
}
