export {
  drawFigure,
  figureSvg,
  frameOf,
  light,
  dark,
  type DrawOptions,
  type Palette,
} from './draw.ts';
export { between, mirrored, passage } from './between.ts';
export { figureOf, type Geometry } from './figure.ts';
export { poseFaults } from './check.ts';
export { drawKeys, keysFaults, type KeysDiagram } from './keyboard.ts';
export type { ArmPose, Bearing, LegPose, Part, Pose, Prop } from './pose.ts';
export type { Bounds } from './props.ts';
