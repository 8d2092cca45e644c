import { m } from '../../../messages/messages.js';
import type { ItemInWork } from '../../api/types.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { itemUrl, statesOf } from './item-texts.ts';

type Part = '' | 'figure' | 'preview' | 'history';

/** Name, states, and the rooms of an item: text, figure, preview, history. */
export function ItemHead({ item, current = '' }: { item: ItemInWork; current?: Part }) {
  const parts: [Part, string][] = [
    ['', m.library_part_text()],
    ...(item.kind === 'exercise' ? ([['figure', m.library_figure()]] as [Part, string][]) : []),
    ['preview', m.library_part_preview()],
    ['history', m.library_part_history()],
  ];
  const list = `/teach/library?${new URLSearchParams({
    ...(item.kind === 'sequence' && { kind: 'sequence' }),
    ...(item.own && { own: '1' }),
  })}`;
  return (
    <header className="grid gap-3">
      <a
        href={list}
        className="target w-fit text-14 text-soft underline-offset-4 hover:text-ink hover:underline"
      >
        {`← ${item.own ? m.library_own_title() : m.library_title()}`}
      </a>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-36">{item.name}</h1>
        <span className="flex flex-wrap gap-1.5">
          {statesOf(item).map(({ tone, text }) => (
            <Badge key={text} tone={tone}>
              {text}
            </Badge>
          ))}
        </span>
      </div>
      <nav
        aria-label={m.library_parts()}
        className="-mx-1 flex flex-wrap gap-x-1 border-b border-line"
      >
        {parts.map(([part, label]) => (
          <a
            key={part}
            href={itemUrl(item.id, part)}
            aria-current={part === current ? 'page' : undefined}
            className={classNames(
              '-mb-px inline-flex min-h-11 items-center border-b-2 px-3 text-14 font-semibold transition-colors',
              part === current
                ? 'border-accent text-accent'
                : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {label}
          </a>
        ))}
      </nav>
    </header>
  );
}
