import { m } from '../../../messages/messages.js';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { withReturnTo } from '../return-to.ts';

/** Where the open part of something for subscribers ends: what follows, and how to have it. */
export function PlusInvitation({ rest, page }: { rest: number; page: string }) {
  return (
    <aside
      aria-labelledby="plus-invitation"
      className="relative mt-4 grid gap-3 rounded-card border border-accent-soft bg-accent-soft p-6"
    >
      <p className="text-12 font-semibold tracking-wide text-accent uppercase">
        {m.library_plus_badge()}
      </p>
      <h3 id="plus-invitation" className="text-22">
        {m.plus_more({ count: rest })}
      </h3>
      <p className="measure">{m.plus_text()}</p>
      <p>
        <ButtonLink href={withReturnTo('/plus', page)}>{m.plus_see()}</ButtonLink>
      </p>
    </aside>
  );
}
