import { boxPath, linePath } from './paths.ts';
import type { Part, Pose, Prop } from './pose.ts';
import { pointOf, type Skeleton } from './skeleton.ts';

export interface PropShape {
  kind: Prop['kind'];
  path: string;
  /** Drawn as a line of this width instead of a surface. */
  stroke?: number;
  bounds: Bounds;
}

export interface Bounds {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

const widths = { block: 12, bolster: 62, blanket: 34, chair: 44 } as const;
const wallHeight = 150;

type Standing = Extract<Prop, { under: Part }>;

function chairPath(x: number, height: number, width: number, back: 'left' | 'right'): string {
  const left = x - width / 2;
  const post = back === 'left' ? left + 1 : left + width - 4.4;
  return [
    boxPath(left, height - 4, width, 4, 2),
    boxPath(left + 1, 0, 3.4, height, 1.7),
    boxPath(left + width - 4.4, 0, 3.4, height, 1.7),
    boxPath(post, height - 2, 3.4, 44, 1.7),
  ].join('');
}

function standing(prop: Standing, skeleton: Skeleton): PropShape {
  const { kind, under, height } = prop;
  const width = prop.width ?? widths[kind];
  const x = pointOf(skeleton, under).x + (prop.shift ?? 0);
  const rounds = { block: 1.5, bolster: 9, blanket: 3, chair: 2 };
  return {
    kind,
    path:
      kind === 'chair'
        ? chairPath(x, height, width, prop.back ?? 'left')
        : boxPath(x - width / 2, 0, width, height, rounds[kind]),
    bounds: {
      left: x - width / 2,
      right: x + width / 2,
      bottom: 0,
      top: kind === 'chair' ? height + 42 : height,
    },
  };
}

/** Draws the things a pose uses, where the settled body needs them. `edge` is how far a part extends. */
export function propShapes(
  pose: Pose,
  skeleton: Skeleton,
  edge: (part: Part, side: 'left' | 'right') => number,
): PropShape[] {
  return (pose.props ?? []).map((prop): PropShape => {
    if (prop.kind === 'wall') {
      const x = edge(prop.at, prop.side) + (prop.side === 'right' ? 0 : -3);
      const bounds = { left: x, right: x + 3, bottom: 0, top: wallHeight };
      return { kind: 'wall', path: boxPath(x, 0, 3, wallHeight, 1.5), bounds };
    }
    if (prop.kind === 'strap') {
      const points = prop.through.map((part) => pointOf(skeleton, part));
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      const bounds = {
        left: Math.min(...xs),
        right: Math.max(...xs),
        bottom: Math.min(...ys),
        top: Math.max(...ys),
      };
      return { kind: 'strap', path: linePath(points), stroke: 1.8, bounds };
    }
    return standing(prop, skeleton);
  });
}
