import { m } from '../../../messages/messages.js';
import { type Bells, openBells } from './bells.ts';
import { cuesAhead } from './cues.ts';
import {
  answerUnclaimed,
  fileRun,
  learnWhoIsHere,
  sendWaiting,
  showEnd,
  showUnclaimed,
} from './end-view.ts';
import { FigureView } from './figure-view.ts';
import { newSessionId } from './finished-session.ts';
import { stayOffline } from './offline.ts';
import { clockText, part, showOnly, write } from './parts.ts';
import { listenToKeys, type Press } from './presses.ts';
import type { Program } from './program.ts';
import { claimAll } from './queue.ts';
import * as runs from './run.ts';
import { openSettings, type Settings } from './settings.ts';
import { StageView } from './stage-view.ts';
import { sidedName } from './step-names.ts';
import { openStore, readStored, type Store, writeStored } from './stored.ts';
import { speak } from './voice.ts';
import { openWakeLock } from './wake-lock.ts';

const runKey = 'etude-run';
const tickMs = 250;
/** A page that the browser ends without a word loses no more than this. */
const storeEveryMs = 5_000;
/** The longest step, and the change to the next. */
const cuesAheadSeconds = 960;
const adjustSeconds = 10;

interface Kept {
  address: string;
  run: runs.Run;
}

/** Leads through the practice that the page holds. */
export function openPlayer(root: HTMLElement): void {
  const player = new Player(root);
  player.listen();
  player.takeUp();
}

/** Every moment follows from the run and the time of day; this shows, sounds and stores it. */
class Player {
  private readonly root: HTMLElement;
  private readonly program: Program;
  private readonly address: string;
  private readonly store: Store = openStore();
  private readonly figures: FigureView;
  private readonly stage: StageView;
  private readonly bells: Bells = openBells();
  private readonly keepAwake = openWakeLock();
  private readonly settings: Settings;
  private readonly dialog: HTMLDialogElement | null;
  private run: runs.Run | undefined;
  private storedAt = 0;
  private wasRunning = false;

  constructor(root: HTMLElement) {
    this.root = root;
    this.program = JSON.parse(root.dataset['player'] ?? '') as Program;
    this.address = root.dataset['address'] ?? location.pathname;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.figures = new FigureView(this.program, { isStill });
    this.stage = new StageView(root, this.program, this.figures);
    this.settings = openSettings(root, this.store, () => this.planBells());
    this.dialog = root.querySelector('[data-end-dialog]');
  }

  listen(): void {
    this.root.addEventListener('click', (event) => {
      const pressed = (event.target as Element).closest<HTMLElement>('[data-press]');
      this.press(pressed?.dataset['press'] as Press | undefined);
    });
    listenToKeys((press) => {
      if (!this.run || this.run.finishedAt !== null || this.dialog?.open) return false;
      this.press(press);
      return true;
    });
    this.dialog?.addEventListener('close', () => {
      if (this.wasRunning) this.change(runs.resume);
    });
    const tick = (): void => {
      if (this.run?.isRunning) this.change((run, now) => runs.advance(this.program, run, now));
    };
    const animate = (): void => {
      tick();
      requestAnimationFrame(animate);
    };
    setInterval(tick, tickMs);
    requestAnimationFrame(animate);
    addEventListener('pagehide', () => this.keepRun());
  }

  /** Goes on where this practice was left, or waits to begin. */
  takeUp(): void {
    const { program, store, root } = this;
    this.figures.show(root.querySelector('[data-figure="start"]'), heroStep(program));
    const kept = readStored<Kept>(store, runKey);
    if (kept?.address === this.address && runs.isRunOf(kept.run, program))
      this.enter(runs.advance(program, kept.run, Date.now()));
    else showUnclaimed(root, store);
    part(root, 'press="begin"')?.removeAttribute('disabled');
    void learnWhoIsHere(store).then(() => sendWaiting(root, store));
    void stayOffline(this.address, {
      person: root.dataset['for'],
      kept: () => part(root, 'kept-here')?.removeAttribute('hidden'),
    });
  }

  private press(press: Press | undefined): void {
    const { program } = this;
    // After a reload the first press anywhere brings the bells back.
    if (this.bells.unlock()) this.planBells();
    switch (press) {
      case 'begin':
        return this.begin();
      case 'pause':
        return this.change((run, now) =>
          run.isRunning ? runs.pause(program, run, now) : runs.resume(run, now),
        );
      case 'skip':
        return this.change((run, now) => runs.skip(program, run, now));
      case 'back':
        return this.change((run, now) => runs.back(program, run, now));
      case 'longer':
        return this.change((run, now) => runs.adjust(program, run, now, adjustSeconds));
      case 'shorter':
        return this.change((run, now) => runs.adjust(program, run, now, -adjustSeconds));
      case 'ask-end':
        return this.askEnd();
      case 'stay':
        return this.dialog?.close();
      case 'end':
        return this.change((run, now) => runs.end(program, run, now));
      case 'discard':
        return this.discard();
      case 'again':
        return location.reload();
      case 'claim':
      case 'drop':
        return void answerUnclaimed(this.root, this.store, press);
      case 'claim-there':
        return claimAll(this.store);
      case undefined:
    }
  }

  private begin(): void {
    this.fileKept();
    this.enter(runs.begin(this.program, { id: newSessionId(), now: Date.now() }));
  }

  /** One unfinished practice is remembered; what was practised of another one counts. */
  private fileKept(): void {
    const kept = readStored<Kept>(this.store, runKey);
    if (kept && runs.isRun(kept.run)) {
      const stopped = { ...kept.run, isRunning: false };
      fileRun(this.store, runs.end(this.program, stopped, stopped.seen));
    }
    this.store.removeItem(runKey);
  }

  private enter(run: runs.Run): void {
    this.showView('stage');
    part(this.root, 'press="pause"')?.focus({ preventScroll: true });
    this.turn(run);
  }

  private change(next: (run: runs.Run, now: number) => runs.Run): void {
    if (this.run?.finishedAt === null) this.turn(next(this.run, Date.now()));
  }

  private turn(next: runs.Run): void {
    const before = this.run;
    this.run = next;
    if (next.finishedAt !== null) return this.finish(next);
    this.stage.show(next);
    const isOtherStep = before?.step !== next.step || before.phase !== next.phase;
    const isOther =
      isOtherStep || before.isRunning !== next.isRunning || before.seconds !== next.seconds;
    if (isOther || Date.now() - this.storedAt > storeEveryMs) this.keepRun();
    if (!isOther) return;
    this.planBells();
    this.keepAwake(next.isRunning);
    if (isOtherStep) this.tell(next);
    else if (!next.isRunning) speak('');
  }

  private keepRun(): void {
    const { run, address } = this;
    if (run?.finishedAt !== null) return;
    this.storedAt = Date.now();
    writeStored(this.store, runKey, { address, run } satisfies Kept);
  }

  private planBells(): void {
    const { run, program } = this;
    const cues = run && this.settings.bell ? cuesAhead(program, run, cuesAheadSeconds) : [];
    this.bells.plan(cues, run?.seen ?? 0);
  }

  /** What a screen reader says at each new step; and the voice, where it is wanted. */
  private tell({ step: at, phase, seconds, isRunning }: runs.Run): void {
    const step = this.program.steps[at];
    if (!step) return;
    const name = sidedName(this.program, step);
    const place = m.play_step_of({ at: at + 1, count: this.program.steps.length });
    if (phase === 'ready')
      write(this.root, 'said', m.play_said_ready({ step: place, name, seconds: seconds[at] ?? 0 }));
    if (!this.settings.voice || !isRunning) return;
    const next = `${m.play_spoken_next({ name })} ${step.transition ?? ''}`;
    speak(phase === 'ready' ? next.trim() : step.breath);
  }

  private askEnd(): void {
    this.wasRunning = this.run?.isRunning ?? false;
    this.change((run, now) => runs.pause(this.program, run, now));
    if (this.run?.finishedAt !== null) return;
    const time = clockText(runs.practisedMs(this.run) / 1000);
    write(this.root, 'end-text', m.play_end_text({ time }));
    this.dialog?.showModal();
  }

  private discard(): void {
    this.run = undefined;
    this.store.removeItem(runKey);
    location.assign(this.root.querySelector<HTMLAnchorElement>('header a')?.href ?? '/practice');
  }

  private finish(over: runs.Run): void {
    const { root } = this;
    this.wasRunning = false;
    this.store.removeItem(runKey);
    this.keepAwake(false);
    this.dialog?.close();
    write(root, 'said', m.play_said_finished());
    if (this.settings.voice) speak(m.play_said_finished());
    this.showView('end');
    const last = this.program.steps.length - 1;
    this.figures.show(root.querySelector('[data-figure="end"]'), last);
    root.querySelector<HTMLElement>('#play-done')?.focus();
    void showEnd(root, this.store, over);
  }

  private showView(view: 'start' | 'stage' | 'end'): void {
    showOnly(this.root, 'view', view);
    const header = this.root.querySelector('header');
    if (header) showOnly(header, 'shown', view === 'end' ? 'start' : view);
  }
}

/** The figure that a practice is introduced with: one from its middle, when all is warm. */
function heroStep({ steps, illustrations }: Program): number {
  const from = Math.floor(steps.length * 0.4);
  const found = steps.findIndex(({ exercise }, at) => at >= from && illustrations[exercise]);
  return Math.max(0, found);
}
