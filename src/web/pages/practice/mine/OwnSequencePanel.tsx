import { m } from '../../../../messages/messages.js';
import type { OwnSequence } from '../../../api/types.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Warnings } from '../build/Warnings.tsx';

/** What its owner can do with a sequence: change it, share it, delete it, and think about it. */
export function OwnSequencePanel({ own, address }: { own: OwnSequence; address: string }) {
  return (
    <div className="mt-6 grid gap-5">
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/practice/builder/${own.slug}`} tone="quiet">
          {m.mine_change()}
        </ButtonLink>
        <ButtonLink href={`/practice/mine/${own.slug}/delete`} tone="link" className="px-3">
          {m.mine_delete()}
        </ButtonLink>
      </div>
      <Warnings warnings={own.warnings} />
      <form
        id="sharing"
        method="post"
        action={`/practice/mine/${own.slug}/sharing`}
        className="grid scroll-mt-6 justify-items-start gap-3 rounded-card border border-line bg-surface p-4 md:p-5"
      >
        <h2 className="text-18">{m.mine_share()}</h2>
        <p className="text-14 text-soft">{own.shared ? m.mine_share_on() : m.mine_share_off()}</p>
        {own.shared ? (
          <>
            <p
              id="share-address"
              className="w-full rounded-control bg-sunken px-3 py-2 text-14 break-all select-all"
            >
              {address}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button
                type="button"
                tone="quiet"
                hidden
                data-copies="share-address"
                data-done-text={m.mine_share_copied()}
              >
                {m.mine_share_copy()}
              </Button>
              <Button tone="quiet" name="shared" value="0">
                {m.mine_share_stop()}
              </Button>
            </div>
          </>
        ) : (
          <Button tone="quiet" name="shared" value="1">
            {m.mine_share_start()}
          </Button>
        )}
      </form>
    </div>
  );
}
