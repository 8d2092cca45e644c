import { m } from '../../../messages/messages.js';
import type { ItemInWork } from '../../api/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { InlineFigure } from './InlineFigure.tsx';
import { fieldLabel, itemUrl, pageOf } from './item-texts.ts';

/** Beside the form: the drawing, what is still missing, and what can be done with the whole. */
export function ItemAside({ item }: { item: ItemInWork }) {
  return (
    <aside className="grid gap-5 lg:sticky lg:top-8">
      {item.exercise ? (
        <div className="grid gap-3 overflow-hidden rounded-card border border-line bg-surface">
          <InlineFigure
            illustration={item.exercise.illustration}
            title={m.practice_figure({ name: item.name })}
            className="p-4"
          />
          <p className="px-5 pb-4">
            <TextLink href={itemUrl(item.id, 'figure')}>
              {item.exercise.illustration ? m.library_edit_figure() : m.library_draw_figure()}
            </TextLink>
          </p>
        </div>
      ) : null}
      <Readiness item={item} />
      <Standing item={item} />
    </aside>
  );
}

function Readiness({ item: { id, faults } }: { item: ItemInWork }) {
  return (
    <Card className="grid gap-3">
      <h2 className="text-22">
        {faults.length === 0 ? m.library_ready() : m.library_missing({ count: faults.length })}
      </h2>
      {faults.length === 0 ? (
        <p className="text-14 text-soft">{m.library_ready_hint()}</p>
      ) : (
        <ul className="grid gap-2.5 text-14">
          {faults.map(({ field, text }, at) => (
            <li key={at} className="grid grid-cols-[1rem_1fr] gap-2">
              <span aria-hidden="true" className="mt-1.5 size-2 rounded-full bg-marigold" />
              <span>
                <a
                  href={
                    field === 'illustration' ? itemUrl(id, 'figure') : `#${field.replace('.', '-')}`
                  }
                  className="font-semibold underline underline-offset-4"
                >
                  {fieldLabel(field)}
                </a>
                {`: ${text}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Standing({ item }: { item: ItemInWork }) {
  const page = pageOf(item);
  const { status, hasDraft, publishedVersion } = item;
  return (
    <Card className="grid gap-3">
      <h2 className="text-22">{m.library_standing()}</h2>
      <p className="text-14 text-soft">
        {status === 'published'
          ? item.own
            ? m.library_standing_own()
            : m.library_standing_published()
          : status === 'archived'
            ? m.library_standing_archived()
            : m.library_standing_draft()}
      </p>
      {page ? <TextLink href={page}>{m.library_see_page()}</TextLink> : null}
      <form method="post" className="flex flex-wrap gap-2">
        {status === 'archived' && !hasDraft ? (
          <Button name="intent" value="republish" tone="quiet">
            {m.library_republish()}
          </Button>
        ) : null}
        {status === 'published' ? (
          <Button name="intent" value="unpublish" tone="quiet">
            {m.library_unpublish()}
          </Button>
        ) : null}
        {hasDraft ? (
          <Button name="intent" value="discard" tone="danger">
            {publishedVersion === null ? m.library_delete_draft() : m.library_discard()}
          </Button>
        ) : null}
      </form>
    </Card>
  );
}
