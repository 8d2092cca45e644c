import type { OwnSequence, SequenceStep } from '../../../api/types.ts';

/** A row of the builder, as typed. */
export interface DraftRow {
  exercise: string;
  /** Empty where the exercise has no sides. */
  side: '' | 'left' | 'right';
  seconds: string;
  transition: string;
}

export interface Draft {
  library: string;
  name: string;
  summary: string;
  changeSeconds: string;
  /** Of the saved one that this began with; empty for a new one. */
  version: string;
  /** What is being searched for. */
  q: string;
  rows: DraftRow[];
}

export const stepsMax = 500;
const secondsMax = 900;
const changeSecondsMax = 60;

export const emptyDraft = (library: string): Draft => ({
  library,
  name: '',
  summary: '',
  changeSeconds: '5',
  version: '',
  q: '',
  rows: [],
});

type Readable = Pick<OwnSequence, 'library' | 'name' | 'summary' | 'changeSeconds' | 'steps'>;

export function draftOf(sequence: Readable, version?: number): Draft {
  const { library, name, summary, changeSeconds, steps } = sequence;
  return {
    library,
    name,
    summary,
    changeSeconds: String(changeSeconds),
    version: version === undefined ? '' : String(version),
    q: '',
    rows: steps.map(rowOf),
  };
}

const rowOf = ({ exercise, side, seconds, transition }: SequenceStep): DraftRow => ({
  exercise: exercise.slug,
  side: side ?? '',
  seconds: String(seconds),
  transition: transition ?? '',
});

const sideOf = (text: string): DraftRow['side'] =>
  text === 'left' || text === 'right' ? text : '';

export function readDraft(form: FormData): Draft {
  const text = (name: string): string => String(form.get(name) ?? '');
  const [sides, seconds, transitions] = ['side', 'seconds', 'transition'].map((name) =>
    form.getAll(name).map(String),
  );
  return {
    library: text('library') || 'yoga',
    name: text('name'),
    summary: text('summary'),
    changeSeconds: text('changeSeconds'),
    version: text('version'),
    q: text('q'),
    rows: form
      .getAll('exercise')
      .slice(0, stepsMax + 1)
      .map((exercise, at) => ({
        exercise: String(exercise),
        side: sideOf(sides?.[at] ?? ''),
        seconds: seconds?.[at] ?? '',
        transition: transitions?.[at] ?? '',
      })),
  };
}

/**
 * What a button does to the rows: "up:3", "down:3", "remove:3", "mirror:3" puts the other side behind,
 * "add:tree:40:2" adds an exercise with its seconds, both sides where it has two.
 */
export function changeRows(rows: readonly DraftRow[], intent: string): DraftRow[] {
  const [kind, what = '', seconds = '', sides = ''] = intent.split(':');
  if (kind === 'add') return [...rows, ...newRows(what, seconds, sides === '2')];
  const at = Number(what);
  const row = rows[at];
  if (!row) return [...rows];
  if (kind === 'remove') return rows.toSpliced(at, 1);
  if (kind === 'up') return moved(rows, at, at - 1);
  if (kind === 'down') return moved(rows, at, at + 1);
  if (kind === 'mirror')
    return rows.toSpliced(at + 1, 0, { ...row, side: row.side === 'left' ? 'right' : 'left' });
  return [...rows];
}

function newRows(exercise: string, seconds: string, hasSides: boolean): DraftRow[] {
  const row = { exercise, seconds, transition: '' };
  return hasSides
    ? [
        { ...row, side: 'right' },
        { ...row, side: 'left' },
      ]
    : [{ ...row, side: '' }];
}

function moved(rows: readonly DraftRow[], from: number, to: number): DraftRow[] {
  const row = rows[from];
  return row && rows[to] ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : [...rows];
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;

const isBetween = (value: number | undefined, min: number, max: number): value is number =>
  value !== undefined && value >= min && value <= max;

/** The places of rows whose seconds are none. */
export const wrongRows = (rows: readonly DraftRow[]): number[] =>
  rows.flatMap(({ seconds }, at) => (isBetween(wholeNumber(seconds), 1, secondsMax) ? [] : [at]));

/** Undefined where it is no number of seconds. */
export function readChangeSeconds(draft: Draft): number | undefined {
  const value = wholeNumber(draft.changeSeconds);
  return isBetween(value, 0, changeSecondsMax) ? value : undefined;
}

/** The steps as the API takes them; what was typed wrong counts as the nearest that is right. */
export const stepsOf = (rows: readonly DraftRow[]) =>
  rows.map(({ exercise, side, seconds, transition }) => ({
    exercise,
    side: side || null,
    seconds: Math.min(secondsMax, Math.max(1, wholeNumber(seconds) ?? 1)),
    transition: transition.trim().slice(0, 300) || null,
  }));
