import { m } from '../../../messages/messages.js';

export const groupNames: Record<string, () => string> = {
  trunk: m.figure_trunk,
  rightArm: m.figure_right_arm,
  leftArm: m.figure_left_arm,
  rightLeg: m.figure_right_leg,
  leftLeg: m.figure_left_leg,
};

const trunkParts: Record<string, () => string> = {
  'spine.0': m.figure_loin,
  'spine.1': m.figure_middle,
  'spine.2': m.figure_chest,
  neck: m.figure_neck,
  head: m.figure_head,
};
const armParts = [m.figure_upper_arm, m.figure_forearm, m.figure_hand];
const legParts = [m.figure_thigh, m.figure_shin, m.figure_foot];

/** "Forearm" for rightArm.1. */
export function partName(part: string): string {
  const known = trunkParts[part];
  if (known) return known();
  const [limb = '', at = '0'] = part.split('.');
  return ((limb.endsWith('Arm') ? armParts : legParts)[Number(at)] ?? m.figure_hand)();
}

export const restNames: Record<string, () => string> = {
  rightFoot: m.figure_rest_right_foot,
  leftFoot: m.figure_rest_left_foot,
  rightAnkle: m.figure_rest_right_ankle,
  leftAnkle: m.figure_rest_left_ankle,
  rightKnee: m.figure_rest_right_knee,
  leftKnee: m.figure_rest_left_knee,
  rightHip: m.figure_rest_right_hip,
  leftHip: m.figure_rest_left_hip,
  pelvis: m.figure_rest_pelvis,
  chest: m.figure_chest,
  rightShoulder: m.figure_rest_right_shoulder,
  leftShoulder: m.figure_rest_left_shoulder,
  rightElbow: m.figure_rest_right_elbow,
  leftElbow: m.figure_rest_left_elbow,
  rightHand: m.figure_rest_right_hand,
  leftHand: m.figure_rest_left_hand,
  head: m.figure_head,
};

export const propNames = {
  block: m.figure_prop_block,
  bolster: m.figure_prop_bolster,
  blanket: m.figure_prop_blanket,
  chair: m.figure_prop_chair,
  wall: m.figure_prop_wall,
  strap: m.figure_prop_strap,
};

/** Names of the joints that can be dragged, for the script. */
export const jointNames = (): Record<string, string> =>
  Object.fromEntries(
    [
      'rightElbow',
      'leftElbow',
      'rightHand',
      'leftHand',
      'rightKnee',
      'leftKnee',
      'rightAnkle',
      'leftAnkle',
      'rightFoot',
      'leftFoot',
      'chest',
      'head',
    ].map((joint) => [joint, restNames[joint]!()]),
  );
