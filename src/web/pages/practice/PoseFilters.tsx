import { m } from '../../../messages/messages.js';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { controlClass } from '../../ui/Field.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ChipChoice } from './ChipChoice.tsx';
import { libraryTexts } from './library-texts.ts';
import {
  countFilters,
  exercisesPath,
  type PoseSort,
  poseSorts,
  type PoseWishes,
} from './pose-params.ts';
import { levelNames, levels, titled } from './practice-texts.ts';

const sortNames: Record<PoseSort, () => string> = {
  name: m.practice_sort_name,
  difficulty: m.practice_sort_difficulty,
  popularity: m.practice_sort_popularity,
};

/**
 * One form: words, level, areas, order. With scripts every change shows at once; without, its button
 * sends it. On phones the choices wait in a drawer, which the browser opens by itself.
 */
export function PoseFilters({
  wishes,
  areas,
  total,
}: {
  wishes: PoseWishes;
  areas: string[];
  total: number;
}) {
  const texts = libraryTexts(wishes.library);
  return (
    <form
      action={exercisesPath(wishes.library)}
      data-live
      role="search"
      className="mt-6 grid gap-5"
    >
      <div className="flex gap-2">
        <PoseSearch q={wishes.q} library={wishes.library} />
        <button
          type="button"
          popoverTarget="filters"
          className={classNames(
            buttonClass({ tone: 'quiet', size: 'large' }),
            'shrink-0 md:hidden',
          )}
        >
          <span data-swap="filter-count">
            {countFilters(wishes) > 0
              ? m.practice_filters_on({ count: countFilters(wishes) })
              : m.practice_filters()}
          </span>
        </button>
        <span className="hidden shrink-0 noscript:inline">
          <Button size="large">{m.practice_search_go()}</Button>
        </span>
      </div>
      <div id="filters" popover="auto" className="drawer">
        {/* The first row has its height from the start: a page may be shown before its end has arrived. */}
        <div className="grid gap-5 md:grid-cols-[auto_1fr] md:grid-rows-[minmax(4.75rem,auto)_auto] md:gap-x-10">
          <ChipChoice
            legend={m.practice_level()}
            type="checkbox"
            name="level"
            options={levels}
            chosen={wishes.levels}
            labelOf={(level) => levelNames[level]()}
          />
          <div className="md:order-last md:col-span-2">
            <ChipChoice
              legend={m.practice_area()}
              type="checkbox"
              name="area"
              options={areas}
              chosen={wishes.areas}
              labelOf={titled}
            />
          </div>
          <div className="md:w-56 md:justify-self-end">
            <label htmlFor="sort" className="text-14 font-semibold">
              {m.practice_sort()}
            </label>
            <select
              id="sort"
              name="sort"
              defaultValue={wishes.sort ?? ''}
              className={classNames(controlClass, 'mt-2')}
            >
              <option value="">{m.practice_sort_best()}</option>
              {poseSorts.map((sort) => (
                <option key={sort} value={sort}>
                  {sortNames[sort]()}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div className="mt-6 md:hidden">
          <div className="noscript:hidden">
            <button
              type="button"
              popoverTarget="filters"
              popoverTargetAction="hide"
              className={buttonClass({ size: 'large', wide: true })}
            >
              <span data-swap="show-count">{texts.showCount({ count: total })}</span>
            </button>
          </div>
          <div className="hidden noscript:block">
            <Button size="large" wide>
              {texts.show()}
            </Button>
          </div>
        </div>
      </div>
    </form>
  );
}

/** The field for a name or an area; on the entry page it leads to the poses. */
export function PoseSearch({ q, library = 'yoga' }: { q?: string | undefined; library?: string }) {
  const texts = libraryTexts(library);
  return (
    <div className="relative grow">
      <label htmlFor="q" className="sr-only">
        {texts.search()}
      </label>
      <span id="q-hint" className="sr-only">
        {texts.searchHint()}
      </span>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={texts.searchExamples()}
        aria-describedby="q-hint"
        className="min-h-12 w-full rounded-full border border-edge bg-surface pr-4 pl-11 text-16 placeholder:text-soft placeholder:text-ellipsis"
      />
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
        className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 stroke-soft stroke-[1.6]"
      >
        <circle cx="8.5" cy="8.5" r="5.5" />
        <path d="M13 13l4 4" />
      </svg>
    </div>
  );
}
