import type { ArmPose, Bearing, LegPose } from '../../../../figures/index.ts';

const opposite = (bearing: Bearing): Bearing =>
  typeof bearing === 'number' ? -bearing : [-bearing[0], bearing[1]];

/** The mirror image of a limb. */
const across = <T extends ArmPose | LegPose>([first, second, last]: T): T =>
  [
    opposite(first),
    opposite(second),
    ...(last === undefined ? [] : [opposite(last)]),
  ] as unknown as T;

/** Both arms alike, as seen from the side. */
export const arms = (...arm: ArmPose): { rightArm: ArmPose; leftArm: ArmPose } => ({
  rightArm: arm,
  leftArm: arm,
});

/** Both legs alike, as seen from the side. */
export const legs = (...leg: LegPose): { rightLeg: LegPose; leftLeg: LegPose } => ({
  rightLeg: leg,
  leftLeg: leg,
});

/** The right arm, which a person facing us has on the left of the picture, and its mirror image. */
export const facingArms = (...arm: ArmPose): { rightArm: ArmPose; leftArm: ArmPose } => ({
  rightArm: arm,
  leftArm: across(arm),
});

/** The right leg of a person facing us, and its mirror image. */
export const facingLegs = (...leg: LegPose): { rightLeg: LegPose; leftLeg: LegPose } => ({
  rightLeg: leg,
  leftLeg: across(leg),
});

export const feet = ['rightFoot', 'leftFoot'] as const;
export const hands = ['rightHand', 'leftHand'] as const;
export const knees = ['rightKnee', 'leftKnee'] as const;
export const elbows = ['rightElbow', 'leftElbow'] as const;
