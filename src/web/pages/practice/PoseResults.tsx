import { m } from '../../../messages/messages.js';
import { buttonClass } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyMatDrawing } from '../../ui/drawings/EmptyMatDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { FoundPoses } from './fetch-library.ts';
import { libraryTexts } from './library-texts.ts';
import { PoseCard, PoseSkeleton } from './PoseCard.tsx';
import { countFilters, perPage, posesUrl, type PoseWishes } from './pose-params.ts';
import { levelNames, titled } from './practice-texts.ts';

/** Two rows of the widest grid. */
const eagerCount = 6;

interface PoseResultsProps {
  wishes: PoseWishes;
  found: FoundPoses;
  /** How many stand on the pages before this one. */
  from: number;
}

/** The grid, and a link to more: with scripts it grows by itself, without it turns the page. */
export function PoseResults({ wishes, found, from }: PoseResultsProps) {
  const texts = libraryTexts(wishes.library);
  if (found.items.length === 0)
    return (
      <EmptyState drawing={<EmptyMatDrawing />} title={texts.none()}>
        <ButtonLink href={posesUrl({ library: wishes.library })} data-soft>
          {texts.noneClear()}
        </ButtonLink>
      </EmptyState>
    );
  const shown = from + found.items.length;
  return (
    <>
      {from > 0 ? <TextLink href={posesUrl(wishes)}>{texts.firstPage()}</TextLink> : null}
      <ul id="poses" className="grid gap-3 md:grid-cols-2 md:gap-5 lg:grid-cols-3">
        {found.items.map((pose, at) => (
          // Drawn by itself: a thousand cards scroll as smoothly as twenty.
          <li key={pose.slug} className="contain-content">
            <PoseCard library={wishes.library} pose={pose} eager={from === 0 && at < eagerCount} />
          </li>
        ))}
      </ul>
      {found.nextCursor === null ? null : (
        <div className="mt-8 text-center">
          <PoseSkeleton />
          <a
            href={posesUrl(wishes, { cursor: found.nextCursor, from: shown })}
            data-append="poses"
            data-near
            data-place={posesUrl(wishes, { shown: shown + perPage })}
            className={buttonClass({ tone: 'quiet' })}
          >
            {texts.more()}
          </a>
        </div>
      )}
    </>
  );
}

/** What is on, each part of it open to be taken away. */
export function ChosenFilters({ wishes }: { wishes: PoseWishes }) {
  const { q, levels, areas } = wishes;
  if (countFilters(wishes) === 0 && !q) return null;
  const without = (list: string[], one: string) => list.filter((other) => other !== one);
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {q ? (
        <ChosenChip name={m.practice_words({ words: q })} href={posesUrl({ ...wishes, q: '' })} />
      ) : null}
      {levels.map((level) => (
        <ChosenChip
          key={level}
          name={levelNames[level]()}
          href={posesUrl({ ...wishes, levels: levels.filter((other) => other !== level) })}
        />
      ))}
      {areas.map((area) => (
        <ChosenChip
          key={area}
          name={titled(area)}
          href={posesUrl({ ...wishes, areas: without(areas, area) })}
        />
      ))}
      <li>
        <a
          href={posesUrl({ library: wishes.library })}
          data-soft
          className="target px-2 text-14 font-semibold text-accent underline-offset-4 hover:underline"
        >
          {m.practice_clear()}
        </a>
      </li>
    </ul>
  );
}

function ChosenChip({ name, href }: { name: string; href: string }) {
  return (
    <li>
      <a
        href={href}
        data-soft
        className="inline-flex min-h-9 items-center gap-2 rounded-full bg-accent-soft px-3.5 text-14 font-semibold text-accent hover:text-accent-strong"
      >
        <span className="sr-only">{m.practice_remove({ filter: name })}</span>
        <span aria-hidden="true">{name}</span>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-2.5 stroke-current stroke-[1.8]"
        >
          <path d="M2 2l8 8M10 2l-8 8" />
        </svg>
      </a>
    </li>
  );
}
