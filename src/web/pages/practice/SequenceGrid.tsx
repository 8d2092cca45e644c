import { m } from '../../../messages/messages.js';
import type { SequenceCard as Sequence } from '../../api/types.ts';
import { Figure } from './Figure.tsx';
import { LevelMark } from './LevelMark.tsx';
import { minutesText } from './practice-texts.ts';

const figuresShown = 4;

export function SequenceGrid({ sequences }: { sequences: Sequence[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 md:gap-5 lg:grid-cols-3">
      {sequences.map((sequence) => (
        <li key={sequence.slug}>
          <SequenceCard sequence={sequence} />
        </li>
      ))}
    </ul>
  );
}

function SequenceCard({ sequence }: { sequence: Sequence }) {
  const { slug, name, summary, seconds, level, stepCount, figures } = sequence;
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-accent">
      <div aria-hidden="true" className="grid grid-cols-4 bg-paper px-2">
        {figures.slice(0, figuresShown).map((figure) => (
          <Figure key={figure} address={figure} className="h-24 p-1.5" />
        ))}
      </div>
      <div className="grid grow content-start gap-1.5 p-4 md:p-5">
        <h3 className="text-22">
          <a href={`/practice/sequences/${slug}`} className="covers-card">
            {name}
          </a>
        </h3>
        <p className="numerals flex flex-wrap gap-x-4 text-14 text-soft">
          <span className="font-semibold text-ink">{minutesText(seconds)}</span>
          <LevelMark level={level} />
          <span>{m.practice_step_count({ count: stepCount })}</span>
        </p>
        <p className="text-14 text-soft">{summary}</p>
      </div>
    </article>
  );
}
