import { m } from '../../../messages/messages.js';
import type { Program } from '../../enhance/player/program.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { PlayIcon } from './PlayIcon.tsx';
import { PlaySettings } from './PlaySettings.tsx';
import { UnclaimedPractices } from './UnclaimedPractices.tsx';

/** What is coming, and the one button that begins it: browsers play no sound before a press. */
export function PlayStart({ program, from }: { program: Program; from: string }) {
  const { title, steps, changeSeconds } = program;
  const seconds = steps.reduce((sum, step) => sum + step.seconds + changeSeconds, -changeSeconds);
  return (
    <section
      data-view="start"
      aria-labelledby="play-title"
      className="player-view mx-auto grid w-full max-w-272 grow content-center gap-x-16 gap-y-6 px-5 pb-8 landscape:grid-cols-2 landscape:items-center"
    >
      <div
        data-figure="start"
        className="player-figure mx-auto h-[38dvh] w-full max-w-120 landscape:h-[min(62dvh,60vw)]"
      />
      <div className="mx-auto w-full max-w-120">
        <h1 id="play-title" className="text-36 lg:text-48">
          {title}
        </h1>
        <p className="numerals mt-2 text-18 text-soft">
          {m.play_length_steps({
            minutes: Math.max(1, Math.round(seconds / 60)),
            steps: m.practice_step_count({ count: steps.length }),
          })}
        </p>
        <div className="mt-5 border-y border-line py-2 noscript:hidden">
          <PlaySettings place="start" />
        </div>
        <div className="mt-6 grid gap-3 noscript:hidden">
          {/* Until the script can act on it. */}
          <Button type="button" size="large" wide disabled data-press="begin">
            <PlayIcon icon="play" className="size-4" />
            {m.play_begin()}
          </Button>
          <a href={from} className={buttonClass({ tone: 'link' })}>
            {m.play_leave()}
          </a>
        </div>
        {/* Its place is there before the words are. */}
        <div className="mt-3 min-h-5 text-center text-14 text-success">
          <p data-kept-here hidden className="flex items-center justify-center gap-2">
            <PlayIcon icon="check" className="size-4" />
            {m.play_offline_ready()}
          </p>
          <p role="status" className="mt-1 font-semibold">
            <span data-sent hidden>
              {m.play_sent()}
            </span>
          </p>
        </div>
        <UnclaimedPractices />
      </div>
    </section>
  );
}
