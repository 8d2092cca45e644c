import { m } from '../../../messages/messages.js';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** On to older ones, and back to the latest. */
export function MorePages({
  path,
  nextCursor,
  isFirst,
}: {
  path: string;
  nextCursor: string | null;
  isFirst: boolean;
}) {
  if (!nextCursor && isFirst) return null;
  return (
    <p className="flex flex-wrap justify-center gap-3">
      {isFirst ? null : (
        <ButtonLink href={path} tone="quiet">
          {m.earnings_latest()}
        </ButtonLink>
      )}
      {nextCursor ? (
        <ButtonLink href={`${path}?cursor=${encodeURIComponent(nextCursor)}`} tone="quiet">
          {m.earnings_older()}
        </ButtonLink>
      ) : null}
    </p>
  );
}
