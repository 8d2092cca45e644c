import { m } from '../../../messages/messages.js';
import { formatMoment } from '../../format/spans.ts';
import { zoneName } from '../../format/times.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Card } from '../../ui/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

/** What learners can pick next, as it follows from the hours that are saved. */
export function NextSlots({
  next,
  timeZone,
}: {
  next: { title: string; starts: string[] } | undefined;
  timeZone: string;
}) {
  const { locale } = useShell().market;
  return (
    <Card raised className="grid gap-3 lg:sticky lg:top-6">
      <h2 className="text-22">{m.teach_next_title()}</h2>
      {next === undefined ? (
        <p className="text-soft">
          {m.teach_next_draft()} <TextLink href="/teach">{m.teach_next_publish()}</TextLink>
        </p>
      ) : next.starts.length === 0 ? (
        <p className="text-soft">{m.teach_next_none()}</p>
      ) : (
        <>
          <p className="text-14 text-soft">
            {m.teach_next_for({ title: next.title, zone: zoneName(timeZone) })}
          </p>
          <ul className="flex flex-wrap gap-2">
            {next.starts.map((start) => (
              <li
                key={start}
                className="numerals rounded-control border border-line px-3 py-1.5 text-14 font-semibold"
              >
                {formatMoment(start, timeZone, locale)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
