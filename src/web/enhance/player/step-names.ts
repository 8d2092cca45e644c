import { m } from '../../../messages/messages.js';
import type { Program, ProgramStep } from './program.ts';

/** "Triangle, left side"; a pianist's sides are hands. */
export function sidedName({ library }: Program, { name, side }: ProgramStep): string {
  if (side === null) return name;
  if (library === 'piano')
    return side === 'left' ? m.play_named_left_hand({ name }) : m.play_named_right_hand({ name });
  return side === 'left' ? m.play_named_left({ name }) : m.play_named_right({ name });
}

/** "Left side"; empty for a step that has none. */
export function sideName({ library }: Program, { side }: ProgramStep): string {
  if (side === null) return '';
  if (library === 'piano') return side === 'left' ? m.play_hand_left() : m.play_hand_right();
  return side === 'left' ? m.practice_side_left() : m.practice_side_right();
}
