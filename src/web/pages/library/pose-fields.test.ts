import { expect, it } from 'vitest';
import { isPose, type Pose, poseFaults } from '../../../figures/index.ts';
import { fieldNames, fieldsOf, poseFrom, standing } from './pose-fields.ts';

const everything: Pose = {
  ...standing,
  view: 'above',
  x: -12.5,
  reach: { rightArm: 'rightFoot', leftArm: ['leftKnee', 3, -5] },
  front: ['rightArm'],
  behind: ['leftLeg'],
  props: [
    { kind: 'wall', at: 'leftHand', side: 'left' },
    { kind: 'strap', through: ['rightHand', 'rightFoot'] },
    { kind: 'chair', under: 'pelvis', height: 40, back: 'right' },
    { kind: 'block', under: 'head', height: 8, width: 20, shift: -4 },
  ],
};

it('a pose goes through the form’s fields unchanged, with its props and what it reaches for (PR-09)', () => {
  const fields = fieldsOf(everything);
  expect(Object.keys(fields).filter((name) => !fieldNames.includes(name))).toEqual([]);
  expect(poseFrom(fields)).toMatchObject({ ...everything, turn: [0, 0, 0] });
  expect(isPose(poseFrom(fields))).toBe(true);
});

it('a prop without its height is refused in words, not dropped (PR-09)', () => {
  const fields = { ...fieldsOf(standing), 'prop.0.kind': 'block', 'prop.0.part': 'head' };
  expect(poseFaults(poseFrom(fields))).toEqual(['props is not understood']);
});
