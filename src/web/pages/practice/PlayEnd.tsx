import { m } from '../../../messages/messages.js';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { withReturnTo } from '../return-to.ts';
import { UnclaimedPractices } from './UnclaimedPractices.tsx';

/** What was practised, and where it is kept. Of the lines about that, the script shows the true one. */
export function PlayEnd({ address, from }: { address: string; from: string }) {
  return (
    <section
      data-view="end"
      hidden
      aria-labelledby="play-done"
      className="player-view mx-auto grid w-full max-w-120 grow content-center justify-items-center gap-5 px-5 pb-10 text-center"
    >
      <div data-figure="end" className="player-figure h-[26dvh] w-full" />
      <h1 id="play-done" tabIndex={-1} className="text-36 outline-none lg:text-48">
        <span data-shown="practised">{m.play_done()}</span>
        <span data-shown="nothing" hidden>
          {m.play_done_nothing()}
        </span>
      </h1>
      <p data-shown="nothing" hidden className="text-soft">
        {m.play_done_nothing_text()}
      </p>
      <dl data-shown="practised" className="flex justify-center gap-12">
        <div>
          <dt className="text-14 text-soft">{m.play_done_time()}</dt>
          <dd data-done-time className="numerals font-display text-36" />
        </div>
        <div>
          <dt className="text-14 text-soft">{m.play_done_steps()}</dt>
          <dd data-done-steps className="numerals font-display text-36" />
        </div>
      </dl>
      <div role="status" className="max-w-[42ch]">
        <p data-keep="keeping" className="text-soft" hidden>
          {m.play_keeping()}
        </p>
        <p data-keep="saved" className="font-semibold text-success" hidden>
          {m.play_kept()}
        </p>
        <p data-keep="offline" hidden>
          {m.play_kept_offline()}
        </p>
        <p data-keep="busy" hidden>
          {m.play_kept_busy()}
        </p>
        <p data-keep="signed_out" hidden>
          {m.play_kept_signed_out()}
        </p>
        <p data-keep="nowhere" className="text-danger" hidden>
          {m.play_kept_nowhere()}
        </p>
        <p data-keep="refused" className="text-danger" hidden />
      </div>
      <div data-keep="signed_out" hidden>
        <div className="flex flex-wrap justify-center gap-3">
          <ButtonLink href={withReturnTo('/sign-in', address)} data-press="claim-there">
            {m.play_sign_in()}
          </ButtonLink>
          <ButtonLink href={withReturnTo('/join', address)} tone="quiet" data-press="claim-there">
            {m.play_join()}
          </ButtonLink>
        </div>
      </div>
      <UnclaimedPractices />
      <div
        data-earned
        hidden
        className="w-full rounded-card bg-marigold-soft p-4 text-marigold-ink"
      >
        <h2 className="font-sans text-14 font-semibold tracking-normal">{m.play_earned()}</h2>
        <ul data-earned-list className="mt-1 grid gap-1" />
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        <span data-keep="saved" hidden>
          <ButtonLink href="/practice/progress">{m.play_progress()}</ButtonLink>
        </span>
        <Button type="button" tone="quiet" data-press="again">
          {m.play_again()}
        </Button>
        <a href={from} className={buttonClass({ tone: 'link' })}>
          {m.play_leave()}
        </a>
      </div>
    </section>
  );
}
