import type { Disc } from './flesh.ts';

/** Path data are written to a tenth of a unit, so that equal figures are equal texts. */
export const written = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
};

/** A point of the picture, where y grows downward. */
const at = (x: number, y: number) => `${written(x)} ${written(-y)}`;

export const discPath = ({ x, y, r }: Disc): string =>
  `M${at(x - r, y)}A${written(r)} ${written(r)} 0 1 1 ${at(x + r, y)}A${written(r)} ${written(r)} 0 1 1 ${at(x - r, y)}Z`;

/** The hull of two discs: a tapered, rounded bar. */
function barPath(a: Disc, b: Disc): string {
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  if (distance <= Math.abs(a.r - b.r) + 0.01) return discPath(a.r > b.r ? a : b);
  const axis = Math.atan2(b.y - a.y, b.x - a.x);
  const spread = Math.acos((a.r - b.r) / distance);
  const edge = ({ x, y, r }: Disc, angle: number) =>
    at(x + r * Math.cos(angle), y + r * Math.sin(angle));
  const large = a.r > b.r ? [1, 0] : [0, 1];
  return [
    `M${edge(a, axis - spread)}`,
    `A${written(a.r)} ${written(a.r)} 0 ${large[0]} 1 ${edge(a, axis + spread)}`,
    `L${edge(b, axis + spread)}`,
    `A${written(b.r)} ${written(b.r)} 0 ${large[1]} 1 ${edge(b, axis - spread)}Z`,
  ].join('');
}

/** Bars from disc to disc. */
export const chainPath = (discs: readonly Disc[]): string =>
  discs
    .slice(1)
    .map((disc, index) => barPath(discs[index] as Disc, disc))
    .join('');

/** A closed smooth curve through the points (Catmull-Rom); the `sharp` ones are corners. */
export function smoothPath(
  points: readonly { x: number; y: number }[],
  sharp: readonly number[] = [],
): string {
  const n = points.length;
  const point = (index: number) => points[(index + n) % n] as { x: number; y: number };
  const handle = (index: number, sign: number) => {
    const { x, y } = point(index);
    if (sharp.includes((index + n) % n)) return at(x, y);
    const [before, after] = [point(index - 1), point(index + 1)];
    return at(x + (sign * (after.x - before.x)) / 6, y + (sign * (after.y - before.y)) / 6);
  };
  const curves = points.map((_, index) => {
    const to = point(index + 1);
    return `C${handle(index, 1)} ${handle(index + 1, -1)} ${at(to.x, to.y)}`;
  });
  return `M${at(point(0).x, point(0).y)}${curves.join('')}Z`;
}

/** A rectangle with round corners, given by its lower left corner. */
export function boxPath(
  x: number,
  y: number,
  width: number,
  height: number,
  round: number,
): string {
  const r = Math.min(round, width / 2, height / 2);
  const corner = (dx: number, dy: number) =>
    `a${written(r)} ${written(r)} 0 0 1 ${written(dx * r)} ${written(dy * r)}`;
  return [
    `M${at(x + r, y + height)}h${written(width - 2 * r)}`,
    `${corner(1, 1)}v${written(height - 2 * r)}`,
    `${corner(-1, 1)}h${written(-(width - 2 * r))}`,
    `${corner(-1, -1)}v${written(-(height - 2 * r))}${corner(1, -1)}Z`,
  ].join('');
}

/** An open line through the points. */
export const linePath = (points: readonly { x: number; y: number }[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('');
