import { lengths, radii } from './body.ts';
import { armDiscs, footDiscs, legDiscs, trunkEdges, type Disc } from './flesh.ts';
import { chainPath, discPath, smoothPath } from './paths.ts';
import type { Limb, Pose, Side } from './pose.ts';
import { partway, plus, type Point, type Skeleton } from './skeleton.ts';

export type Tone = 'skin' | 'top' | 'legs' | 'hair';

/** Surfaces that are drawn together: a limb, the trunk, the head. */
export interface Layer {
  name: Limb | 'trunk' | 'head';
  surfaces: { tone: Tone; path: string }[];
  /** Where the layer keeps a gap of paper around itself, to stand off from what is behind. */
  halo: string;
  /** 0 on the near side of the body … 1 on the far side, which is drawn lighter. */
  far: number;
}

interface Depth {
  layer: Layer;
  depth: number;
}

export function headDiscs({
  head,
  crown,
  gaze,
}: Skeleton): Record<'hair' | 'face' | 'nose' | 'bun', Disc> {
  const disc = (up: number, ahead: number, r: number): Disc => ({
    x: head.x + crown.x * up + gaze.x * ahead,
    y: head.y + crown.y * up + gaze.y * ahead,
    r,
  });
  // Neither knot nor chin sinks into the ground that the head rests on.
  const above = (one: Disc): Disc => ({ ...one, y: Math.max(one.y, one.r) });
  return {
    hair: disc(0, 0, radii.head),
    face: above(disc(-1.7, 2.6, 7.7)),
    nose: above(disc(-2, 9.4, 1.6)),
    bun: above(disc(8.6, -6.4, 4)),
  };
}

function headLayer(skeleton: Skeleton): Depth {
  const { hair, face, nose, bun } = headDiscs(skeleton);
  const top = skeleton.spine[3];
  const neck = chainPath([
    { ...plus(top, skeleton.neck, 0), x: top.x, y: top.y, r: radii.neck[0] },
    { x: skeleton.neck.x, y: skeleton.neck.y, r: radii.neck[1] },
    {
      x: (skeleton.neck.x + skeleton.head.x) / 2,
      y: (skeleton.neck.y + skeleton.head.y) / 2,
      r: 4,
    },
  ]);
  const away = skeleton.gaze.z < -0.45;
  const surfaces: Layer['surfaces'] = [
    { tone: 'skin', path: neck },
    { tone: 'hair', path: discPath(bun) + discPath(hair) },
  ];
  if (!away) surfaces.push({ tone: 'skin', path: chainPath([face, nose]) });
  return {
    layer: { name: 'head', surfaces, halo: discPath(hair), far: 0 },
    depth: (skeleton.head.z + skeleton.spine[3].z) / 2,
  };
}

function trunkLayer(skeleton: Skeleton): Depth {
  const edges = trunkEdges(skeleton);
  const outline = (part: typeof edges, sharp: number[]) =>
    smoothPath([...part.map(([one]) => one), ...part.map(([, two]) => two).toReversed()], sharp);
  const [hips, waist] = edges.slice(1) as [[Point, Point], [Point, Point]];
  const below = waist.map((edge, index) => partway(edge, hips[index] as Point, 0.2));
  const top = [below as [Point, Point], ...edges.slice(2)];
  return {
    layer: {
      name: 'trunk',
      surfaces: [
        { tone: 'top', path: outline(top, [0, 2 * top.length - 1]) },
        { tone: 'legs', path: outline(edges.slice(0, 3), [2, 3]) },
      ],
      halo: '',
      far: 0,
    },
    depth: (skeleton.pelvis.z + skeleton.spine[2].z) / 2,
  };
}

const farness = (root: Point, middle: Point, half: number): number =>
  Math.min(1, Math.max(0, (middle.z - root.z) / half));

function armLayer(skeleton: Skeleton, side: Side): Depth {
  const { arm } = skeleton[side];
  const discs = armDiscs(arm);
  const middle = skeleton.spine[3];
  return {
    layer: {
      name: `${side}Arm`,
      surfaces: [{ tone: 'skin', path: chainPath(discs) }],
      halo: chainPath([{ ...partway(arm.shoulder, arm.elbow, 0.35), r: 4.4 }, ...discs.slice(1)]),
      far: farness(arm.shoulder, middle, lengths.shoulder),
    },
    depth: (arm.shoulder.z + 2 * arm.elbow.z + 2 * arm.wrist.z) / 5 + 0.4,
  };
}

function legLayer(skeleton: Skeleton, side: Side): Depth {
  const { leg } = skeleton[side];
  const discs = legDiscs(leg);
  const foot = footDiscs(leg);
  const [, heel, ball, toe] = foot as [Disc, Disc, Disc, Disc];
  const sole = chainPath([foot[0] as Disc, heel, ball, foot[0] as Disc]) + chainPath([ball, toe]);
  return {
    layer: {
      name: `${side}Leg`,
      surfaces: [
        { tone: 'skin', path: sole },
        { tone: 'legs', path: chainPath(discs) },
      ],
      halo: chainPath(discs.slice(1)) + sole,
      far: farness(leg.hip, skeleton.pelvis, lengths.hip),
    },
    depth: (leg.hip.z + 2 * leg.knee.z + 2 * leg.ankle.z) / 5 - 0.4,
  };
}

/** Back to front: by depth, unless the pose says that a limb lies before or behind. */
function ordered(pose: Pose, depths: Depth[]): Layer[] {
  const rank = ({ layer: { name } }: Depth) => {
    if (pose.front?.includes(name as Limb)) return 1;
    return pose.behind?.includes(name as Limb) ? -1 : 0;
  };
  return depths
    .toSorted((a, b) => rank(a) - rank(b) || a.depth - b.depth)
    .map(({ layer }) => layer);
}

/** The body's layers from the back to the front. */
export const layersOf = (pose: Pose, skeleton: Skeleton): Layer[] =>
  ordered(pose, [
    headLayer(skeleton),
    trunkLayer(skeleton),
    ...(['left', 'right'] as const).flatMap((side) => [
      legLayer(skeleton, side),
      armLayer(skeleton, side),
    ]),
  ]);
