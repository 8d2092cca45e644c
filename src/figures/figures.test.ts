import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengths } from './body.ts';
import {
  between,
  drawFigure,
  figureOf,
  frameOf,
  light,
  mirrored,
  passage,
  poseFaults,
  type Pose,
} from './index.ts';
import { parts, type Bearing } from './pose.ts';
import { skeletonOf, type Point } from './skeleton.ts';

const standing: Pose = {
  spine: 0,
  rightArm: [180, 180],
  leftArm: [180, 180],
  rightLeg: [180, 180, 90],
  leftLeg: [180, 180, 90],
  rests: ['rightFoot', 'leftFoot'],
};
const lunging: Pose = {
  ...standing,
  rightLeg: [97, 180, 90],
  leftLeg: [235, 235, 160],
  rightArm: [0, 0],
};

const bearing: fc.Arbitrary<Bearing> = fc.oneof(
  fc.integer({ min: -360, max: 360 }),
  fc.tuple(fc.integer({ min: -360, max: 360 }), fc.integer({ min: -80, max: 80 })),
);
const chain = fc.tuple(bearing, bearing, bearing);
const anyPose: fc.Arbitrary<Pose> = fc.record({
  turn: fc.integer({ min: -180, max: 180 }),
  spine: chain,
  neck: bearing,
  head: bearing,
  rightArm: chain,
  leftArm: chain,
  rightLeg: chain,
  leftLeg: chain,
  rests: fc.subarray(['rightFoot', 'leftHand', 'pelvis', 'head'] as const),
});

const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y, b.z - a.z);

describe('a figure', () => {
  it('has limbs of one length, whatever the pose', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const { directions } = figureOf(pose);
        const { right, left, spine } = skeletonOf(directions, pose.rests ?? []);
        for (const { arm, leg } of [right, left]) {
          expect(length(arm.shoulder, arm.elbow)).toBeCloseTo(lengths.arm[0], 6);
          expect(length(arm.elbow, arm.wrist)).toBeCloseTo(lengths.arm[1], 6);
          expect(length(leg.hip, leg.knee)).toBeCloseTo(lengths.leg[0], 6);
          expect(length(leg.knee, leg.ankle)).toBeCloseTo(lengths.leg[1], 6);
        }
        expect(length(spine[0], spine[1])).toBeCloseTo(lengths.spine[0], 6);
      }),
    );
  });

  it('never sinks into the ground', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        expect(figureOf(pose).bounds.bottom).toBeGreaterThan(-1e-9);
      }),
    );
  });

  it('stands in the middle and touches the ground', () => {
    const { bounds, misses, joints } = figureOf(standing);
    expect(bounds.left + bounds.right).toBeCloseTo(0, 6);
    expect(misses).toEqual([]);
    expect(joints.rightHip.y).toBeGreaterThan(85);
  });

  it('bends a limb a little until it rests, and says by how much it cannot', () => {
    const { joints } = figureOf(lunging);
    expect(joints.leftFoot.y).toBeCloseTo(joints.rightFoot.y, 0);
    const impossible: Pose = { ...standing, rests: ['rightFoot', 'leftHand'] };
    expect(figureOf(impossible).misses[0]).toMatchObject({ part: 'leftHand' });
    expect(poseFaults(impossible)[0]).toMatch(/leftHand rests \d+\.\d above its ground/);
  });

  it('reaches what is within an arm’s length', () => {
    const holding: Pose = { ...standing, rightLeg: [70, 190], reach: { rightArm: 'rightKnee' } };
    const { joints } = figureOf({ ...holding, rests: ['leftFoot'] });
    expect(joints.rightHand.x).toBeCloseTo(joints.rightKnee.x, 1);
    expect(joints.rightHand.y).toBeCloseTo(joints.rightKnee.y, 1);
  });

  it('rests on a prop at its height', () => {
    const block: Pose = {
      ...standing,
      rests: ['rightFoot', 'leftFoot'],
      props: [{ kind: 'block', under: 'rightFoot', height: 10 }],
    };
    expect(figureOf(block).joints.rightHip.y - figureOf(standing).joints.rightHip.y).toBeCloseTo(
      10,
      3,
    );
  });
});

describe('the way between two poses', () => {
  it('begins and ends with the poses themselves', () => {
    fc.assert(
      fc.property(anyPose, anyPose, (a, b) => {
        expect(between(a, b, 0)).toBe(a);
        expect(between(a, b, 1)).toBe(b);
      }),
    );
  });

  it('leaves its beginning without a jump', () => {
    const free = anyPose.map((pose): Pose => ({ ...pose, rests: [] }));
    fc.assert(
      fc.property(free, free, (a, b) => {
        const start = figureOf(a).joints;
        const soon = figureOf(between(a, b, 1e-4)).joints;
        for (const part of parts) {
          expect(Math.abs(soon[part].x - start[part].x)).toBeLessThan(1);
          expect(Math.abs(soon[part].y - start[part].y)).toBeLessThan(1);
        }
      }),
    );
  });

  it('keeps both feet on the ground where both poses do', () => {
    const way = passage(standing, lunging);
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const { joints, bounds } = figureOf(way(t));
      expect(bounds.bottom).toBeGreaterThan(-1e-9);
      expect(joints.rightFoot.y).toBeLessThan(6);
      expect(joints.leftFoot.y).toBeLessThan(6);
    }
  });

  it('lifts an arm by the front, not through the back', () => {
    const raised: Pose = { ...standing, rightArm: [0, 0] };
    const half = figureOf(between(standing, raised, 0.5)).joints;
    expect(half.rightHand.x).toBeGreaterThan(half.rightShoulder.x + 40);
  });
});

describe('a mirrored pose', () => {
  it('is the same picture the other way round', () => {
    fc.assert(
      fc.property(anyPose, (pose) => {
        const here = figureOf({ ...pose, x: 0 }).joints;
        const there = figureOf({ ...mirrored(pose), x: 0 }).joints;
        expect(there.leftKnee.x).toBeCloseTo(-here.rightKnee.x, 3);
        expect(there.leftKnee.y).toBeCloseTo(here.rightKnee.y, 3);
        expect(there.rightHand.x).toBeCloseTo(-here.leftHand.x, 3);
        expect(there.head.y).toBeCloseTo(here.head.y, 3);
      }),
    );
  });
});

describe('what a pose may say', () => {
  it('refuses what is not a pose, and says why', () => {
    expect(poseFaults(null)).toEqual(['a pose is an object']);
    expect(poseFaults({ ...standing, wings: 2 })).toEqual(['wings is not a word of a pose']);
    expect(poseFaults({ ...standing, spine: 'up' })).toEqual(['spine is not understood']);
    expect(poseFaults({ ...standing, spine: Number.NaN })).toEqual(['spine is not understood']);
    expect(poseFaults({ ...standing, rightArm: undefined })).toEqual(['rightArm is missing']);
    expect(poseFaults({ ...standing, props: [{ kind: 'swing' }] })).toEqual([
      'props is not understood',
    ]);
    expect(poseFaults({ ...standing, rests: ['tail'] })).toEqual(['rests is not understood']);
  });

  it('refuses what no joint can do', () => {
    expect(poseFaults({ ...standing, rightLeg: [180, 90] })[0]).toMatch(/right knee past straight/);
    expect(poseFaults({ ...standing, head: 150 })[0]).toMatch(/head bends 150°, at most/);
  });
});

describe('a drawing', () => {
  const geometry = figureOf(standing);

  it('is the same text each time', () => {
    expect(drawFigure(figureOf(standing))).toBe(drawFigure(geometry));
    expect(drawFigure(geometry)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names itself, without letting a name become markup', () => {
    expect(drawFigure(geometry, { title: '<b>' })).toContain('<title>&#60;b&#62;</title>');
    expect(drawFigure(geometry)).toContain('aria-hidden="true"');
  });

  it('follows the page’s colours, or a palette of its own', () => {
    expect(drawFigure(geometry)).toContain('var(--figure-top,');
    expect(drawFigure(geometry, { palette: light })).not.toContain('var(');
  });

  it('fits a frame of any shape', () => {
    const frame = frameOf(geometry, 4 / 3);
    expect((frame.right - frame.left) / (frame.top - frame.bottom)).toBeCloseTo(4 / 3, 6);
    expect(frame.top).toBeGreaterThan(geometry.bounds.top);
  });

  it('takes less than a millisecond', () => {
    const times = Array.from({ length: 300 }, () => {
      const start = performance.now();
      drawFigure(figureOf(lunging));
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    expect(times[150]).toBeLessThan(1);
  });
});
