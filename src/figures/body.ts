/** Lengths of the parts, in units of about a centimetre. */
export const lengths = {
  spine: [17, 17, 17],
  neck: 8,
  head: 10,
  arm: [27, 24, 12],
  leg: [42, 40, 17],
  /** From the middle to a hip and to a shoulder. */
  hip: 7.6,
  shoulder: 14.4,
  /** How far below the top of the spine the shoulders sit. */
  shoulderDrop: 5,
} as const;

/** Radii along the limbs. */
export const radii = {
  arm: { shoulder: 4.9, elbow: 3.7, forearm: 3.7, wrist: 2.6, palm: 3, tip: 1.5 },
  leg: { hip: 8.7, thigh: 8, knee: 5.6, calf: 5.7, ankle: 3.3 },
  foot: { heel: 3.1, ball: 2.3, toe: 1.6 },
  neck: [4.4, 3.9],
  head: 9.6,
} as const;

/** The foot below its ankle: along the foot, and toward the sole. */
export const foot = {
  heel: [-3.2, 3.4],
  ball: [11.5, 4.2],
  toe: [17, 4.9],
} as const;

/**
 * Half widths of the trunk at heights along the spine: to the front and to the back as seen from the
 * side, and to either side as seen from the front. `at` counts units from the hips upward.
 */
export const trunk = [
  { at: -7, front: 5, back: 6.5, side: 10 },
  { at: 0, front: 8.2, back: 10.2, side: 15.4 },
  { at: 10, front: 7.6, back: 8.4, side: 13.6 },
  { at: 17, front: 7, back: 6.6, side: 10.8 },
  { at: 33, front: 9.2, back: 8.2, side: 12.6 },
  { at: 45, front: 7, back: 7.2, side: 14.6 },
  { at: 50.5, front: 3.6, back: 4.4, side: 7 },
] as const;
