import type { Geometry } from './figure.ts';
import type { Layer, Tone } from './layers.ts';
import { boxPath, written } from './paths.ts';
import type { Bounds, PropShape } from './props.ts';

export type Colour = Tone | 'gap' | 'mat' | 'prop' | 'wall';
export type Palette = Record<Colour, string>;

/** For pictures that stand alone. */
export const light: Palette = {
  skin: '#d9a484',
  top: '#2b4bc8',
  legs: '#2a2926',
  hair: '#1c1b19',
  gap: '#fbf8f2',
  mat: '#e6d9bd',
  prop: '#e8a13a',
  wall: '#d8d0c0',
};
export const dark: Palette = {
  skin: '#dba888',
  top: '#7f97f2',
  legs: '#efe8da',
  hair: '#8a6a50',
  gap: '#171613',
  mat: '#4a4233',
  prop: '#e8a13a',
  wall: '#4a463c',
};

/** For pictures inside a page: the page may set each colour, and its colour scheme picks the default. */
const page = Object.fromEntries(
  Object.entries(light).map(([name, value]) => [
    name,
    `var(--figure-${name},light-dark(${value},${dark[name as Colour]}))`,
  ]),
) as Palette;

export const paletteOf = (chosen: Palette | 'page' = 'page'): Palette =>
  chosen === 'page' ? page : chosen;

export interface DrawOptions {
  /** What a screen reader says; without it the picture is decoration. */
  title?: string;
  /** 'page' reads CSS variables --figure-NAME; give a palette for a picture that stands alone. */
  palette?: Palette | 'page';
  /** What the picture shows; without it the figure and a margin. */
  frame?: Bounds;
  mat?: boolean;
  /** Width of the picture in pixels; without it the picture fills its place. */
  width?: number;
}

const margin = 8;
const matDepth = 3;
/** No mat is shorter than a sitting person needs. */
const matLeast = 100;

/** A frame that any figure fits, with the ground at one height: for animation and for sets in one scale. */
export const stage: Bounds = { left: -135, right: 135, bottom: -8, top: 226 };

/** The middle of a mat under these bounds, and half its length. */
const matSpan = ({ left, right }: Bounds): [middle: number, half: number] => [
  (left + right) / 2,
  Math.max(matLeast, right - left + 4) / 2,
];

/** The figure's bounds with a margin and the mat; at least as wide as `aspect` times its height. */
export function frameOf({ bounds }: Pick<Geometry, 'bounds'>, aspect?: number): Bounds {
  const [middle, half] = matSpan(bounds);
  const frame = {
    left: Math.min(bounds.left, middle - half) - margin,
    right: Math.max(bounds.right, middle + half) + margin,
    bottom: -matDepth - margin / 2,
    top: bounds.top + margin,
  };
  if (aspect === undefined) return frame;
  const [width, height] = [frame.right - frame.left, frame.top - frame.bottom];
  const wider = Math.max(0, height * aspect - width) / 2;
  const taller = Math.max(0, width / aspect - height) / 2;
  return {
    left: frame.left - wider,
    right: frame.right + wider,
    bottom: frame.bottom - taller,
    top: frame.top + taller,
  };
}

export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

function layerSvg({ surfaces, halo, far }: Layer, palette: Palette): string {
  const gap = halo
    ? `<path d="${halo}" fill="none" stroke="${palette.gap}" stroke-width="2.6" stroke-linejoin="round"/>`
    : '';
  const drawn = surfaces.map(({ tone, path }) => `<path d="${path}" fill="${palette[tone]}"/>`);
  const veil = far > 0.01 ? veilSvg(surfaces, far, palette) : '';
  return gap + drawn.join('') + veil;
}

const veilSvg = (surfaces: Layer['surfaces'], far: number, palette: Palette) =>
  `<path d="${surfaces.map(({ path }) => path).join('')}" fill="${palette.gap}" fill-opacity="${Math.round(far * 42) / 100}"/>`;

function propSvg({ path, stroke, kind }: PropShape, palette: Palette): string {
  const colour = kind === 'wall' ? palette.wall : palette.prop;
  return stroke
    ? `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/>`
    : `<path d="${path}" fill="${colour}"/>`;
}

/** The mat under the whole body. */
function matSvg({ bounds, view, joints }: Geometry, palette: Palette): string {
  if (view === 'above') {
    const { left, right } = bounds;
    const sheet = boxPath(left - 8, joints.pelvis.y - 37, right - left + 16, 74, 4);
    return `<path d="${sheet}" fill="${palette.mat}" fill-opacity=".6"/>`;
  }
  const [middle, half] = matSpan(bounds);
  const path = boxPath(middle - half, -matDepth, half * 2, matDepth, 1.5);
  return `<path d="${path}" fill="${palette.mat}"/>`;
}

/** Everything of the figure without its `<svg>`: for pictures that hold several. */
export function figureSvg(
  geometry: Geometry,
  { palette: chosen, mat = true }: DrawOptions = {},
): string {
  const palette = paletteOf(chosen);
  const props = (front: boolean) =>
    geometry.props
      .filter(({ kind }) => (kind === 'strap') === front)
      .map((prop) => propSvg(prop, palette));
  return [
    mat ? matSvg(geometry, palette) : '',
    ...props(false),
    ...geometry.layers.map((layer) => layerSvg(layer, palette)),
    ...props(true),
  ].join('');
}

/** A whole picture. Equal input gives equal text. */
export function drawFigure(geometry: Geometry, options: DrawOptions = {}): string {
  const { title, width } = options;
  const frame = options.frame ?? frameOf(geometry);
  const [w, h] = [frame.right - frame.left, frame.top - frame.bottom];
  const view = [frame.left, -frame.top, w, h].map(written).join(' ');
  const size = width ? ` width="${width}" height="${Math.round((width * h) / w)}"` : '';
  const name = title ? ` role="img"><title>${escaped(title)}</title>` : ' aria-hidden="true">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}"${size}${name}${figureSvg(geometry, options)}</svg>`;
}
