import { changeSeconds, type Phase, type Step } from './wish.ts';

/** One exercise with all its sides. */
export interface Block {
  slug: string;
  phase: Phase;
  sides: readonly Step['side'][];
  /** Recommended, for one side. */
  seconds: number;
}

const shortest = 0.75;
const longest: Record<Phase, number> = { warm_up: 1.5, work: 1.5, rest: 6 };

const sideMin = ({ seconds }: Block) => Math.ceil(seconds * shortest);
const sideMax = ({ seconds, phase }: Block) => Math.floor(seconds * longest[phase]);
const stepsOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { sides }) => sum + sides.length, 0);

/** Changes included. */
export const secondsMin = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + sideMin(block) * block.sides.length, 0) +
  changeSeconds * Math.max(0, stepsOf(blocks) - 1);

/** Changes included. */
export const secondsMax = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + sideMax(block) * block.sides.length, 0) +
  changeSeconds * Math.max(0, stepsOf(blocks) - 1);

/** Recommended, changes included. */
export const secondsOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.seconds + changeSeconds) * block.sides.length, 0) -
  changeSeconds;

/**
 * Gives each block its seconds, both sides the same, so that all together last as wished. All are
 * stretched or shortened by one measure as far as each bears it; what is left over goes to the last.
 * The wish must lie between `secondsMin` and `secondsMax`.
 */
export function fitSeconds(blocks: readonly Block[], wished: number): Step[] {
  const hold = wished - changeSeconds * (stepsOf(blocks) - 1);
  const given = blocks.map(sideMin);
  const sum = () => given.reduce((all, seconds, at) => all + seconds * blocks[at]!.sides.length, 0);
  const room = blocks.reduce(
    (all, block) => all + (sideMax(block) - sideMin(block)) * block.sides.length,
    0,
  );
  const share = room === 0 ? 0 : (hold - sum()) / room;
  blocks.forEach((block, at) => {
    given[at]! += Math.floor((sideMax(block) - sideMin(block)) * share);
  });
  spread(blocks, given, hold - sum());
  return blocks.flatMap(({ slug, phase, sides }, at) =>
    sides.map((side) => ({ slug, phase, side, seconds: given[at]! })),
  );
}

/** Hands out what rounding left, from the end on, where holding longer is most welcome. */
function spread(blocks: readonly Block[], given: number[], seconds: number): void {
  let left = seconds;
  for (let at = blocks.length - 1; at >= 0 && left > 0; at -= 1) {
    const block = blocks[at]!;
    const each = Math.min(sideMax(block) - given[at]!, Math.floor(left / block.sides.length));
    given[at]! += each;
    left -= each * block.sides.length;
  }
}
