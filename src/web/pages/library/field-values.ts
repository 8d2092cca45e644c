/** A pose as the fields of its form: numbers as typed, empty where the drawing chooses. */
export type PoseFields = Record<string, string>;

export const limbs = ['rightArm', 'leftArm', 'rightLeg', 'leftLeg'] as const;
export type Limb = (typeof limbs)[number];

export const written = (value: number): string => String(Math.round(value * 100) / 100);

export const number = (text: string | undefined): number | undefined =>
  text === undefined || text.trim() === '' ? undefined : Number(text.replace(',', '.'));
