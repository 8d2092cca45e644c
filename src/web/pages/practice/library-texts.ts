import { m } from '../../../messages/messages.js';
import { titled } from './practice-texts.ts';

const poses = {
  title: m.practice_poses_title,
  titleFor: m.practice_poses_area,
  description: m.practice_poses_description,
  all: m.practice_all_poses,
  count: m.practice_pose_count,
  search: m.practice_search,
  searchHint: m.practice_search_hint,
  searchExamples: m.practice_search_examples,
  show: m.practice_show,
  showCount: m.practice_show_count,
  more: m.practice_more,
  firstPage: m.practice_first_page,
  none: m.practice_none,
  noneClear: m.practice_none_clear,
  exerciseDescription: m.practice_pose_description,
  picture: m.practice_figure,
  breath: m.practice_breath,
  hold: m.practice_hold,
  holdSides: m.practice_hold_sides,
  secondsEach: m.practice_seconds_each,
  related: m.practice_related,
};

type LibraryTexts = typeof poses;

/** What an exercise is called in a library, in all that is said of it. */
export function libraryTexts(library: string): LibraryTexts {
  if (library === 'yoga') return poses;
  const name = titled(library);
  return {
    title: () => m.practice_exercises_title({ library: name }),
    titleFor: ({ area }) => m.practice_exercises_area({ library: name, area }),
    description: () => m.practice_exercises_description({ library: name }),
    all: () => m.practice_exercises_all({ library: name.toLowerCase() }),
    count: m.practice_exercise_count,
    search: m.practice_exercises_search,
    searchHint: m.practice_exercises_search_hint,
    searchExamples: m.practice_exercises_search_examples,
    show: m.practice_exercises_show,
    showCount: m.practice_exercises_show_count,
    more: m.practice_exercises_more,
    firstPage: m.practice_exercises_first_page,
    none: m.practice_exercises_none,
    noneClear: m.practice_exercises_none_clear,
    exerciseDescription: m.practice_exercise_description,
    picture: m.practice_keys,
    breath: m.practice_while_playing,
    hold: m.practice_play_for,
    holdSides: m.practice_play_for_hands,
    secondsEach: m.practice_seconds_each_hand,
    related: m.practice_exercises_related,
  };
}
