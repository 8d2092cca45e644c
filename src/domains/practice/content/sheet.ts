import { drawKeys, figureOf, figureSvg, type Palette } from '../../../figures/index.ts';
import type { Library } from './exercise.ts';

const cell = { width: 250, height: 240 };
const scale = 0.92;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** All illustrations of a library with their names on one sheet, to be looked at one by one. */
export function contactSheet(
  { exercises, illustrations }: Library,
  { palette, columns = 8 }: { palette: Palette; columns?: number },
): string {
  const cells = exercises.map(({ slug, name, original }, index) => {
    const x = (index % columns) * cell.width;
    const y = Math.floor(index / columns) * cell.height;
    const illustration = illustrations[slug];
    const drawn =
      illustration?.kind === 'figure'
        ? `<g transform="translate(${cell.width / 2},${cell.height - 46}) scale(${scale})">${figureSvg(figureOf(illustration.pose), { palette })}</g>`
        : illustration
          ? drawKeys(illustration, { palette }).replace(
              '<svg ',
              `<svg x="20" y="40" width="${cell.width - 40}" height="120" `,
            )
          : '';
    const text = (dy: number, size: number, fill: string, words: string) =>
      `<text x="${cell.width / 2}" y="${cell.height - dy}" font-size="${size}" text-anchor="middle" fill="${fill}">${escaped(words)}</text>`;
    const names = text(24, 13, palette.legs, name) + text(9, 11, palette.skin, original ?? '');
    return `<g transform="translate(${x},${y})">${drawn}${names}</g>`;
  });
  const width = columns * cell.width;
  const height = Math.ceil(exercises.length / columns) * cell.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif"><rect width="${width}" height="${height}" fill="${palette.gap}"/>${cells.join('')}</svg>`;
}
