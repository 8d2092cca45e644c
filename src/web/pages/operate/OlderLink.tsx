import { m } from '../../../messages/messages.js';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** On to the next page of a list, with everything else of the address kept. */
export function OlderLink({
  path,
  query = {},
  cursor,
}: {
  path: string;
  query?: Record<string, string | undefined>;
  cursor: string | null;
}) {
  if (!cursor) return null;
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return (
    <p>
      <ButtonLink
        href={`${path}?${new URLSearchParams([...kept, ['cursor', cursor]])}`}
        tone="quiet"
      >
        {m.operate_more()}
      </ButtonLink>
    </p>
  );
}
