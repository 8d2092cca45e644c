import { m } from '../../../messages/messages.js';
import { Button } from '../../ui/Button.tsx';
import { PlayIcon } from './PlayIcon.tsx';
import { PlaySettings } from './PlaySettings.tsx';

const target =
  'grid size-11 shrink-0 cursor-pointer place-items-center rounded-full transition-colors hover:bg-sunken';

/** The way out, where one is, and the sounds. */
export function PlayTop({ title, from }: { title: string; from: string }) {
  return (
    <header className="flex items-center justify-between gap-3 px-3 pt-3 lg:px-6 lg:pt-5">
      <div className="flex min-w-0 items-center gap-1">
        <a
          href={from}
          data-shown="start"
          aria-label={m.play_close()}
          title={m.play_close()}
          className={target}
        >
          <PlayIcon icon="close" />
        </a>
        <button
          type="button"
          data-shown="stage"
          hidden
          data-press="ask-end"
          aria-label={m.play_end()}
          title={m.play_end()}
          className={target}
        >
          <PlayIcon icon="close" />
        </button>
        <p data-shown="stage" hidden className="truncate text-14 text-soft max-sm:sr-only">
          {title}
        </p>
      </div>
      <div data-shown="stage" hidden className="flex items-center gap-1">
        <p className="numerals px-1 text-14 whitespace-nowrap text-soft">
          <span data-at /> · <span data-left />
        </p>
        <button
          type="button"
          popoverTarget="play-settings"
          aria-label={m.play_settings()}
          title={m.play_settings()}
          className={`${target} play-settings-button`}
        >
          <PlayIcon icon="sound" />
        </button>
        <div
          id="play-settings"
          popover="auto"
          className="play-settings w-80 max-w-[calc(100vw-1.5rem)] rounded-card border border-line bg-surface px-5 py-3 text-ink shadow-soft"
        >
          <PlaySettings place="stage" />
        </div>
      </div>
    </header>
  );
}

/** Nothing that was practised goes by accident. */
export function PlayEndDialog() {
  return (
    <dialog
      data-end-dialog
      aria-labelledby="end-title"
      className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-6 text-ink shadow-soft backdrop:bg-black/45"
    >
      <h2 id="end-title" className="text-28">
        {m.play_end_title()}
      </h2>
      <p data-end-text className="numerals mt-2 text-soft" />
      <div className="mt-5 grid gap-2">
        <Button type="button" data-press="stay">
          {m.play_end_stay()}
        </Button>
        <Button type="button" tone="quiet" data-press="end">
          {m.play_end_keep()}
        </Button>
        <Button type="button" tone="link" data-press="discard">
          {m.play_end_discard()}
        </Button>
      </div>
    </dialog>
  );
}
