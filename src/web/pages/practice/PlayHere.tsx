import { m } from '../../../messages/messages.js';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** What this device keeps; also what it answers, without a connection, for a practice it does not have. */
export function PlayHere() {
  return (
    <div data-practices-here className="mx-auto grid w-full max-w-120 gap-5 px-5 py-16">
      <h1 className="text-36">{m.play_here_title()}</h1>
      <p className="text-soft">{m.play_here_text()}</p>
      <p data-shown="none" className="font-semibold">
        {m.play_here_none()}
      </p>
      <ul data-list hidden className="divide-y divide-line border-y border-line" />
      <p>
        <ButtonLink href="/practice" tone="quiet">
          {m.play_here_library()}
        </ButtonLink>
      </p>
    </div>
  );
}
