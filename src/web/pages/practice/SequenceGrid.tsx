import { m } from '../../../messages/messages.js';
import type { OwnSequenceCard, SequenceCard as LibraryCard } from '../../api/types.ts';
import { Figure } from './Figure.tsx';
import { LevelMark } from './LevelMark.tsx';
import { minutesText } from './practice-texts.ts';

const figuresShown = 4;

type Sequence = LibraryCard | OwnSequenceCard;

export function SequenceGrid({
  sequences,
  heading = 'h3',
}: {
  sequences: Sequence[];
  /** As deep as the page asks for. */
  heading?: 'h2' | 'h3';
}) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 md:gap-5 lg:grid-cols-3">
      {sequences.map((sequence) => (
        <li key={sequence.slug}>
          <SequenceCard sequence={sequence} Heading={heading} />
        </li>
      ))}
    </ul>
  );
}

function SequenceCard({ sequence, Heading }: { sequence: Sequence; Heading: 'h2' | 'h3' }) {
  const { slug, name, summary, seconds, level, stepCount, figures } = sequence;
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-accent">
      <div aria-hidden="true" className="grid grid-cols-4 bg-paper px-2">
        {figures.slice(0, figuresShown).map((figure, at) => (
          // One's own may show a pose twice.
          <Figure key={at} address={figure} className="h-24 p-1.5" />
        ))}
      </div>
      <div className="grid grow content-start gap-1.5 p-4 md:p-5">
        <Heading className="text-22">
          <a href={`/practice/sequences/${slug}`} className="covers-card">
            {name}
          </a>
        </Heading>
        <p className="numerals flex flex-wrap gap-x-4 text-14 text-soft">
          <span className="font-semibold text-ink">{minutesText(seconds)}</span>
          <LevelMark level={level} />
          <span>{m.practice_step_count({ count: stepCount })}</span>
          {'shared' in sequence && sequence.shared ? (
            <span className="text-accent">{m.mine_shared()}</span>
          ) : null}
        </p>
        <p className="text-14 text-soft">{summary}</p>
      </div>
    </article>
  );
}
