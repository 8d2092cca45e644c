import { escaped, paletteOf, type Palette } from './draw.ts';

/** Fingers on keys: notes as "C4" or "F#3", fingers from 1, the thumb, to 5. */
export interface KeysDiagram {
  from: string;
  to: string;
  right?: readonly (readonly [note: string, finger: number])[];
  left?: readonly (readonly [note: string, finger: number])[];
}

const steps: Record<string, number> = {
  C: 0,
  'C#': 1,
  D: 2,
  'D#': 3,
  E: 4,
  F: 5,
  'F#': 6,
  G: 7,
  'G#': 8,
  A: 9,
  'A#': 10,
  B: 11,
};
const blackSteps = [1, 3, 6, 8, 10];

/** Keys counted from C0; undefined for what is not a note. */
const keyOf = (note: string): number | undefined => {
  const [, name = '', octave] = /^([A-G]#?)([0-8])$/.exec(note) ?? [];
  const step = steps[name];
  return step === undefined ? undefined : Number(octave) * 12 + step;
};
const isBlack = (key: number) => blackSteps.includes(key % 12);

/** What is wrong with a diagram, in words; empty when it can be drawn. */
export function keysFaults({ from, to, right = [], left = [] }: KeysDiagram): string[] {
  const [first, last] = [keyOf(from), keyOf(to)];
  if (first === undefined || last === undefined) return [`${from}–${to} is no range of keys`];
  const faults: string[] = [];
  if (isBlack(first) || isBlack(last)) faults.push('the range begins and ends with a white key');
  if (last - first < 7 || last - first > 36) faults.push('the range has one to three octaves');
  for (const [note, finger] of [...right, ...left]) {
    const key = keyOf(note);
    if (key === undefined || key < first || key > last) faults.push(`${note} is not in the range`);
    if (!Number.isInteger(finger) || finger < 1 || finger > 5) {
      faults.push(`${finger} is no finger`);
    }
  }
  return faults;
}

/** Keys look the same by day and by night. */
const ivory = '#f6f0e4';
const ebony = '#2a2926';

const white = { width: 14, height: 64 };
const black = { width: 9, height: 40 };

interface Key {
  key: number;
  x: number;
  black: boolean;
}

function keysBetween(first: number, last: number): Key[] {
  let whites = 0;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const key = first + index;
    if (isBlack(key)) return { key, x: whites * white.width - black.width / 2, black: true };
    whites += 1;
    return { key, x: (whites - 1) * white.width, black: false };
  });
}

function keySvg({ x, black: dark }: Key, fill: string): string {
  const size = dark ? black : white;
  return `<rect x="${x + 0.5}" y="0" width="${size.width - 1}" height="${size.height}" rx="2" fill="${fill}" stroke="${ebony}" stroke-width=".8"/>`;
}

function fingerSvg({ x, black: dark }: Key, finger: number): string {
  const size = dark ? black : white;
  const [cx, cy] = [x + size.width / 2, size.height - 9];
  return `<circle cx="${cx}" cy="${cy}" r="5" fill="${ivory}"/><text x="${cx}" y="${cy + 2.6}" font-size="7.5" font-family="sans-serif" text-anchor="middle" fill="${ebony}">${finger}</text>`;
}

/** A stretch of keyboard with the fingers of either hand on it. */
export function drawKeys(
  diagram: KeysDiagram,
  { title, palette: chosen }: { title?: string; palette?: Palette | 'page' } = {},
): string {
  const palette = paletteOf(chosen);
  const keys = keysBetween(keyOf(diagram.from) ?? 0, keyOf(diagram.to) ?? 0);
  const marks = new Map([
    ...(diagram.left ?? []).map(([note, finger]) => [keyOf(note), [finger, palette.prop]] as const),
    ...(diagram.right ?? []).map(([note, finger]) => [keyOf(note), [finger, palette.top]] as const),
  ]);
  const layer = (dark: boolean) =>
    keys
      .filter((key) => key.black === dark)
      .map((key) => {
        const [finger, colour] = marks.get(key.key) ?? [];
        const plain = dark ? ebony : ivory;
        const drawn = keySvg(key, colour ?? plain);
        return finger === undefined ? drawn : drawn + fingerSvg(key, finger);
      })
      .join('');
  const width = keys.filter((key) => !key.black).length * white.width;
  const name = title ? ` role="img"><title>${escaped(title)}</title>` : ' aria-hidden="true">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${width + 4} ${white.height + 4}"${name}${layer(false)}${layer(true)}</svg>`;
}
