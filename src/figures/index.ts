export { between, mirrored, passage } from './between.ts';
export { isPose, poseFaults } from './check.ts';
export { dark, drawFigure, figureSvg, frameOf, light, stage, type Palette } from './draw.ts';
export { figureOf } from './figure.ts';
export { drawKeys, keysFaults, type KeysDiagram } from './keyboard.ts';
export type { ArmPose, Bearing, LegPose, Pose } from './pose.ts';
