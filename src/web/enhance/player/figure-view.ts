import {
  drawFigure,
  drawKeys,
  figureOf,
  frameOf,
  mirrored,
  passage,
  type Pose,
} from '../../../figures/index.ts';
import type { Illustration, Program } from './program.ts';
import type { Run } from './run.ts';

type Bounds = ReturnType<typeof frameOf>;

/** How long a figure takes to move from one step to the next, at most. */
const moveMs = 2_600;
/** Units; nobody is drawn larger than this shows them. */
const frameLeast = 150;

const mix = (from: number, to: number, t: number) => from + (to - from) * t;
const calm = (t: number) => t * t * (3 - 2 * t);

/** Draws what a run shows, moving from step to step while the next one is got ready. */
export class FigureView {
  private readonly program: Program;
  private readonly isStill: boolean;
  private readonly poses = new Map<number, Pose | undefined>();
  private readonly drawn = new WeakMap<Element, string>();
  private way: { step: number; at: (t: number) => string } | undefined;

  constructor(program: Program, { isStill }: { isStill: boolean }) {
    this.program = program;
    this.isStill = isStill;
  }

  /** The picture of a step in a place. */
  show(place: Element | null, step: number): void {
    this.put(place, `step ${step}`, () => this.drawingOf(step));
  }

  /** The picture of this moment of a run. */
  follow(place: Element | null, { step, phase, passed }: Run, readyMs: number): void {
    const t =
      phase === 'hold' || this.isStill ? 1 : Math.min(1, passed / Math.min(moveMs, readyMs || 1));
    const way = t < 1 ? this.wayTo(step) : undefined;
    if (way) this.put(place, `way ${step} ${t}`, () => way(calm(t)));
    else this.show(place, step);
  }

  private put(place: Element | null, key: string, draw: () => string): void {
    if (!place || this.drawn.get(place) === key) return;
    this.drawn.set(place, key);
    place.innerHTML = draw();
  }

  private illustrationOf(step: number): Illustration | undefined {
    const exercise = this.program.steps[step]?.exercise;
    return exercise === undefined ? undefined : this.program.illustrations[exercise];
  }

  private poseOf(step: number): Pose | undefined {
    if (!this.poses.has(step)) {
      const found = this.illustrationOf(step);
      const isLeft = this.program.steps[step]?.side === 'left';
      const pose = found?.kind === 'figure' ? found.pose : undefined;
      this.poses.set(step, pose && isLeft ? mirrored(pose) : pose);
    }
    return this.poses.get(step);
  }

  private drawingOf(step: number): string {
    const pose = this.poseOf(step);
    if (pose) {
      const geometry = figureOf(pose);
      return drawFigure(geometry, { frame: frameFor(geometry) });
    }
    const found = this.illustrationOf(step);
    if (found?.kind !== 'keys') return '';
    // One hand at a time shows that hand's keys.
    const { side } = this.program.steps[step] ?? {};
    const { left, right, ...keys } = found;
    return drawKeys({
      ...keys,
      ...(left && side !== 'right' && { left }),
      ...(right && side !== 'left' && { right }),
    });
  }

  /** From the step before to this one, when both are figures seen from the same side. */
  private wayTo(step: number): ((t: number) => string) | undefined {
    const [from, to] = [this.poseOf(step - 1), this.poseOf(step)];
    if (!from || !to || (from.view ?? 'side') !== (to.view ?? 'side')) return undefined;
    if (this.way?.step !== step) {
      const between = passage(from, to);
      const [first, last] = [frameFor(figureOf(from)), frameFor(figureOf(to))];
      const at = (t: number) =>
        drawFigure(figureOf(between(t)), { frame: frameBetween(first, last, t) });
      this.way = { step, at };
    }
    return this.way.at;
  }
}

function frameFor(geometry: Parameters<typeof frameOf>[0]): Bounds {
  const frame = frameOf(geometry, 1);
  const more = Math.max(0, frameLeast - (frame.right - frame.left)) / 2;
  return {
    left: frame.left - more,
    right: frame.right + more,
    bottom: frame.bottom - more,
    top: frame.top + more,
  };
}

const frameBetween = (from: Bounds, to: Bounds, t: number): Bounds => ({
  left: mix(from.left, to.left, t),
  right: mix(from.right, to.right, t),
  bottom: mix(from.bottom, to.bottom, t),
  top: mix(from.top, to.top, t),
});
