import { m } from '../../../messages/messages.js';
import { faceOf } from './face.ts';
import type { FigureView } from './figure-view.ts';
import { clockText, part, write } from './parts.ts';
import type { Program } from './program.ts';
import { phaseLength, type Run } from './run.ts';
import { sidedName, sideName } from './step-names.ts';

/** More steps than this are one line instead of many. */
const segmentsMax = 40;

/** Shows a moment of a run. Called often, so it touches only what has changed. */
export class StageView {
  private readonly root: HTMLElement;
  private readonly program: Program;
  private readonly figures: FigureView;
  private shown = '';

  constructor(root: HTMLElement, program: Program, figures: FigureView) {
    this.root = root;
    this.program = program;
    this.figures = figures;
    this.layTrack();
  }

  show(run: Run): void {
    const { root, program } = this;
    const { secondsLeft, share, wholeSecondsLeft } = faceOf(program, run);
    const key = `${run.step} ${run.phase} ${run.isRunning}`;
    if (this.shown !== key) this.showStep(run);
    this.shown = key;
    write(root, 'time', clockText(secondsLeft));
    write(root, 'left', m.play_left({ time: clockText(wholeSecondsLeft) }));
    const stage = this.root.querySelector('[data-figure="stage"]');
    this.figures.follow(stage, run, phaseLength(program, run, { step: run.step, phase: 'ready' }));
    const ring = root.querySelector<SVGElement>('[data-ring]');
    if (ring) ring.style.strokeDashoffset = String(share);
    const at = run.phase === 'hold' ? share : 0;
    this.fillTrack(run.step, at);
  }

  private showStep(run: Run): void {
    const { root, program } = this;
    const step = program.steps[run.step];
    if (!step) return;
    const doing = program.library === 'yoga' ? m.play_hold() : m.play_do();
    const phase = run.phase === 'ready' ? m.play_get_ready() : doing;
    root.dataset['state'] = run.isRunning ? run.phase : 'paused';
    write(root, 'phase', run.isRunning ? phase : m.play_paused());
    write(root, 'side', sideName(program, step));
    write(root, 'name', step.name);
    write(root, 'original', step.original ?? '');
    if (program.originalLanguage)
      part(root, 'original')?.setAttribute('lang', program.originalLanguage);
    write(root, 'cue', (run.phase === 'ready' && step.transition) || step.breath);
    write(root, 'at', m.play_step_of({ at: run.step + 1, count: program.steps.length }));
    this.showNext(run.step + 1);
    this.showPause(run.isRunning);
  }

  private showNext(at: number): void {
    const { root, program } = this;
    const next = program.steps[at];
    write(root, 'next-label', next ? m.play_next() : m.play_next_last());
    write(root, 'next-name', next ? sidedName(program, next) : '');
    const place = part(root, 'next-figure');
    if (next) this.figures.show(place, at);
    else place?.replaceChildren();
  }

  private showPause(isRunning: boolean): void {
    write(this.root, 'pause-label', isRunning ? m.play_pause() : m.play_resume());
    for (const [name, isShown] of [
      ['running', isRunning],
      ['paused', !isRunning],
    ] as const)
      for (const element of this.root.querySelectorAll<HTMLElement>(`[data-shown="${name}"]`))
        element.hidden = !isShown;
  }

  /** One segment a step, as wide as the step is long. */
  private layTrack(): void {
    const { steps } = this.program;
    const isWhole = steps.length > segmentsMax;
    part(this.root, 'track')?.replaceChildren(
      ...(isWhole ? [{ seconds: 1 }] : steps).map(({ seconds }) => {
        const segment = document.createElement('span');
        segment.style.flexGrow = String(Math.max(1, seconds));
        segment.append(document.createElement('i'));
        return segment;
      }),
    );
  }

  private fillTrack(step: number, share: number): void {
    const fills = this.root.querySelectorAll<HTMLElement>('[data-track] i');
    const isWhole = this.program.steps.length > segmentsMax;
    for (const [at, fill] of fills.entries()) {
      const whole = (step + share) / this.program.steps.length;
      const filled = isWhole ? whole : at < step ? 1 : at === step ? share : 0;
      const scale = `${filled.toFixed(3)} 1`;
      if (fill.style.scale !== scale) fill.style.scale = scale;
    }
  }
}
