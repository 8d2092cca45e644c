import { m } from '../../../messages/messages.js';
import { PlayIcon } from './PlayIcon.tsx';

const round =
  'grid size-12 shrink-0 cursor-pointer place-items-center rounded-full text-ink transition-colors hover:bg-sunken';

/** The practice itself. The script fills it; what it shows follows from the time of day alone. */
export function PlayStage() {
  return (
    <section
      data-view="stage"
      hidden
      aria-labelledby="play-step"
      className="player-view player-stage grow"
    >
      <div className="player-dial">
        <svg
          viewBox="0 0 100 100"
          aria-hidden="true"
          className="absolute inset-0 size-full -rotate-90"
        >
          <circle cx="50" cy="50" r="48.4" className="fill-none stroke-line stroke-[1.6]" />
          <circle
            data-ring
            cx="50"
            cy="50"
            r="48.4"
            pathLength="1"
            strokeDasharray="1"
            strokeLinecap="round"
            className="fill-none stroke-[1.6]"
          />
        </svg>
        <div data-figure="stage" className="player-figure absolute inset-[13%]" />
      </div>
      <div className="player-words">
        <p className="flex items-center justify-center gap-3 text-14 landscape:justify-start">
          <span data-phase className="player-phase font-semibold" />
          <span
            data-side
            className="rounded-full bg-accent-soft px-3 py-0.5 font-semibold text-accent empty:hidden"
          />
        </p>
        <h1 id="play-step" data-name className="player-name mt-1" />
        <p data-original className="player-original text-soft" />
        <p
          role="timer"
          aria-label={m.play_time_left()}
          data-time
          className="player-time numerals font-display"
        />
        <p data-cue className="player-cue" />
      </div>
      <div className="player-foot">
        <p className="player-next">
          <span data-next-figure className="player-figure size-12 shrink-0 empty:hidden" />
          <span>
            <span data-next-label className="text-soft" />{' '}
            <b data-next-name className="font-semibold" />
          </span>
        </p>
        <div data-track aria-hidden="true" className="player-track" />
        <div className="mt-3 flex items-center justify-center gap-2 sm:gap-4">
          <button
            type="button"
            data-press="back"
            aria-label={m.play_back()}
            title={m.play_back()}
            className={round}
          >
            <PlayIcon icon="back" />
          </button>
          <button
            type="button"
            data-press="shorter"
            className={`${round} numerals text-14 font-semibold whitespace-nowrap`}
          >
            {`−${m.play_ten()}`}
            <span className="sr-only">{` ${m.play_shorter()}`}</span>
          </button>
          <button
            type="button"
            data-press="pause"
            className="grid size-18 shrink-0 cursor-pointer place-items-center rounded-full bg-inverse text-on-inverse transition-opacity hover:opacity-85"
          >
            <span data-shown="running">
              <PlayIcon icon="pause" className="size-7" />
            </span>
            <span data-shown="paused" hidden>
              <PlayIcon icon="play" className="size-7" />
            </span>
            <span data-pause-label className="sr-only">
              {m.play_pause()}
            </span>
          </button>
          <button
            type="button"
            data-press="longer"
            className={`${round} numerals text-14 font-semibold whitespace-nowrap`}
          >
            {`+${m.play_ten()}`}
            <span className="sr-only">{` ${m.play_longer()}`}</span>
          </button>
          <button
            type="button"
            data-press="skip"
            aria-label={m.play_skip()}
            title={m.play_skip()}
            className={round}
          >
            <PlayIcon icon="skip" />
          </button>
        </div>
        <p className="sr-only">{m.play_keys()}</p>
      </div>
    </section>
  );
}
