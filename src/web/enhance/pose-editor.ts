import { drawFigure, figureOf, isPose, type Pose, poseFaults, stage } from '../../figures/index.ts';
import type { PoseFields } from '../pages/library/field-values.ts';
import { fieldNames, poseFrom } from '../pages/library/pose-fields.ts';

/** A joint that can be dragged: what it turns about, and which parts it takes along. */
interface Handle {
  about: Joint;
  parts: string[];
}
type Joint = keyof ReturnType<typeof figureOf>['joints'];

const limb = (name: string, from: number) => [0, 1, 2].slice(from).map((at) => `${name}.${at}`);
const handles: Partial<Record<Joint, Handle>> = {
  chest: { about: 'pelvis', parts: ['spine.0', 'spine.1', 'spine.2', 'neck', 'head'] },
  head: { about: 'chest', parts: ['neck', 'head'] },
  rightElbow: { about: 'rightShoulder', parts: limb('rightArm', 0) },
  rightHand: { about: 'rightElbow', parts: limb('rightArm', 1) },
  leftElbow: { about: 'leftShoulder', parts: limb('leftArm', 0) },
  leftHand: { about: 'leftElbow', parts: limb('leftArm', 1) },
  rightKnee: { about: 'rightHip', parts: limb('rightLeg', 0) },
  rightAnkle: { about: 'rightKnee', parts: limb('rightLeg', 1) },
  rightFoot: { about: 'rightAnkle', parts: limb('rightLeg', 2) },
  leftKnee: { about: 'leftHip', parts: limb('leftLeg', 0) },
  leftAnkle: { about: 'leftKnee', parts: limb('leftLeg', 1) },
  leftFoot: { about: 'leftAnkle', parts: limb('leftLeg', 2) },
};

const svgSpace = 'http://www.w3.org/2000/svg';
const undoMax = 200;
const degrees = (dx: number, dy: number) => (Math.atan2(dx, dy) * 180) / Math.PI;

/**
 * The figure follows its numbers as they are typed, and its joints can be dragged or moved with the
 * arrow keys. A joint stops where a body would; what was done can be undone.
 */
export function editPose(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-pose-editor]');
  const place = form?.querySelector<HTMLElement>('[data-pose-stage]');
  if (form && place) new PoseEditor(form, place).start();
}

class PoseEditor {
  readonly #form: HTMLFormElement;
  readonly #place: HTMLElement;
  readonly #names: Record<string, string>;
  #past: PoseFields[] = [];
  #future: PoseFields[] = [];
  #now: PoseFields;
  #dragged: { joint: Joint; angle: number } | undefined;

  constructor(form: HTMLFormElement, place: HTMLElement) {
    this.#form = form;
    this.#place = place;
    this.#names = JSON.parse(form.dataset['joints'] ?? '{}') as Record<string, string>;
    this.#now = this.#read();
  }

  start(): void {
    const find = (name: string) => this.#form.querySelector<HTMLElement>(`[${name}]`);
    for (const name of ['data-pose-help', 'data-pose-undoing'])
      find(name)?.removeAttribute('hidden');
    find('data-pose-show')?.setAttribute('hidden', '');
    find('data-pose-undo')?.addEventListener('click', () => this.#undo());
    find('data-pose-redo')?.addEventListener('click', () => this.#redo());
    this.#form.addEventListener('input', () => this.#typed());
    this.#form.addEventListener('keydown', (event) => this.#key(event));
    this.#place.addEventListener('pointerdown', (event) => this.#grab(event));
    this.#place.addEventListener('pointermove', (event) => this.#drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.#place.addEventListener(end, () => this.#release());
    this.#draw();
  }

  #field(name: string) {
    const field = this.#form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement
      ? field
      : undefined;
  }

  #read(): PoseFields {
    const fields = Object.fromEntries(
      fieldNames.map((name) => [name, this.#field(name)?.value ?? '']),
    );
    const boxes = this.#form.querySelectorAll<HTMLInputElement>('input[name="rest"]:checked');
    const chosen = [...boxes].map(({ value }) => value);
    const before = (fields['rests'] ?? '').split(' ');
    const rests = [
      ...before.filter((part) => chosen.includes(part)),
      ...chosen.filter((part) => !before.includes(part)),
    ];
    return { ...fields, rests: rests.join(' ') };
  }

  #write(fields: PoseFields): void {
    for (const name of fieldNames) {
      const field = this.#field(name);
      if (field && field.value !== fields[name]) field.value = fields[name] ?? '';
    }
    const rests = (fields['rests'] ?? '').split(' ');
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[name="rest"]'))
      box.checked = rests.includes(box.value);
  }

  #typed(): void {
    this.#keepForUndo();
    this.#now = this.#read();
    const order = this.#field('rests');
    if (order) order.value = this.#now['rests'] ?? '';
    this.#draw();
  }

  #keepForUndo(): void {
    this.#past = [...this.#past.slice(1 - undoMax), this.#now];
    this.#future = [];
  }

  #undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#now);
    this.#show(before);
  }

  #redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#now);
    this.#show(after);
  }

  #show(fields: PoseFields): void {
    this.#now = fields;
    this.#write(fields);
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (isUndo) {
      event.preventDefault();
      return event.shiftKey ? this.#redo() : this.#undo();
    }
    const joint = jointOf(event.target);
    if (!joint) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const step = by * (event.shiftKey ? 10 : 2);
    this.#keepForUndo();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#turn(joint, step, 'toward');
    else this.#turn(joint, step, 'bearing');
  }

  #grab(event: PointerEvent): void {
    const joint = jointOf(event.target);
    if (!joint) return;
    event.preventDefault();
    this.#place.setPointerCapture(event.pointerId);
    this.#keepForUndo();
    this.#dragged = { joint, angle: this.#angleOf(joint, event) };
    (event.target as SVGElement).focus();
  }

  #drag(event: PointerEvent): void {
    if (!this.#dragged) return;
    const { joint, angle } = this.#dragged;
    const now = this.#angleOf(joint, event);
    const by = ((now - angle + 540) % 360) - 180;
    if (Math.abs(by) < 0.5) return;
    this.#turn(joint, by, 'bearing');
    this.#dragged = { joint, angle: now };
  }

  #release(): void {
    this.#dragged = undefined;
  }

  /** Where the pointer is, seen from what the joint turns about. */
  #angleOf(joint: Joint, event: PointerEvent): number {
    const svg = this.#place.querySelector('svg')!;
    const matrix = svg.getScreenCTM()!.inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const pivot = this.#geometry()!.joints[handles[joint]!.about];
    return degrees(x - pivot.x, -y - pivot.y);
  }

  #geometry() {
    const pose = poseFrom(this.#now);
    return isPose(pose) ? figureOf(pose) : undefined;
  }

  /** Turns by that much, or by as much of it as a body can. */
  #turn(joint: Joint, by: number, kind: 'bearing' | 'toward'): void {
    const before = bent(poseFrom(this.#now));
    const start = this.#withOwnAngle(handles[joint]!.parts[0]!);
    for (const share of [1, 0.5, 0.25]) {
      const fields = turned(start, { parts: handles[joint]!.parts, by: by * share, kind });
      if (bent(poseFrom(fields)) > before) continue;
      this.#show(fields);
      return;
    }
  }

  /** A part whose angle was left to the drawing gets the one that is drawn. */
  #withOwnAngle(part: string): PoseFields {
    if (this.#now[`${part}.bearing`] !== '') return this.#now;
    const [name = '', at] = part.split('.');
    const drawn = this.#geometry()?.directions[name as 'neck' | 'rightArm'];
    const direction = Array.isArray(drawn) ? drawn[Number(at)] : drawn;
    if (!direction) return this.#now;
    return {
      ...this.#now,
      [`${part}.bearing`]: String(Math.round(direction.bearing * 10) / 10),
      [`${part}.toward`]: String(Math.round(direction.toward * 10) / 10),
    };
  }

  #draw(): void {
    const pose = poseFrom(this.#now);
    this.#tellFaults(poseFaults(pose));
    this.#setDisabled('data-pose-undo', this.#past.length === 0);
    this.#setDisabled('data-pose-redo', this.#future.length === 0);
    if (!isPose(pose)) return;
    const focused = jointOf(document.activeElement);
    this.#place.innerHTML = drawFigure(figureOf(pose), { frame: stage });
    const svg = this.#place.querySelector('svg')!;
    svg.removeAttribute('aria-hidden');
    svg.append(...this.#handlesOf(pose));
    if (focused) svg.querySelector<SVGElement>(`[data-joint="${focused}"]`)?.focus();
  }

  #handlesOf(pose: Pose): SVGElement[] {
    const { joints } = figureOf(pose);
    return (Object.keys(handles) as Joint[]).map((joint) => {
      const { x, y } = joints[joint];
      const group = document.createElementNS(svgSpace, 'g');
      const angle = Math.round(Number(this.#now[`${handles[joint]!.parts[0]}.bearing`]) || 0);
      const attributes = {
        'data-joint': joint,
        tabindex: '0',
        role: 'slider',
        'aria-label': this.#names[joint] ?? joint,
        'aria-valuenow': String(angle),
        'aria-valuemin': '-720',
        'aria-valuemax': '720',
        'aria-valuetext': `${angle}°`,
        'aria-describedby': 'pose-help',
        class: 'pose-joint',
        transform: `translate(${x} ${-y})`,
      };
      for (const [name, value] of Object.entries(attributes)) group.setAttribute(name, value);
      group.innerHTML = '<circle r="9" class="pose-target"/><circle r="3.6" class="pose-dot"/>';
      return group;
    });
  }

  #setDisabled(name: string, isDisabled: boolean): void {
    const button = this.#form.querySelector<HTMLButtonElement>(`[${name}]`);
    if (button) button.disabled = isDisabled;
  }

  #tellFaults(faults: string[]): void {
    const place = this.#form.querySelector<HTMLElement>('[data-pose-faults]');
    const fine = place?.querySelector<HTMLTemplateElement>('[data-pose-fine]');
    if (!place || !fine) return;
    const list = document.createElement('ul');
    list.className = 'grid gap-1 text-danger';
    list.append(
      ...faults.map((fault) => Object.assign(document.createElement('li'), { textContent: fault })),
    );
    place.replaceChildren(faults.length === 0 ? fine.content.cloneNode(true) : list, fine);
  }
}

const jointOf = (target: EventTarget | null): Joint | undefined =>
  target instanceof Element
    ? (target.closest<SVGElement>('[data-joint]')?.dataset['joint'] as Joint | undefined)
    : undefined;

/** How many joints are bent farther than they go; what only floats may be put right later. */
const bent = (pose: unknown): number =>
  poseFaults(pose).filter((fault) => !/ rests /.test(fault)).length;

function turned(
  fields: PoseFields,
  { parts, by, kind }: { parts: string[]; by: number; kind: 'bearing' | 'toward' },
): PoseFields {
  const next = { ...fields };
  for (const part of kind === 'toward' ? parts.slice(0, 1) : parts) {
    const name = `${part}.${kind}`;
    const value = next[name];
    // What is left to the drawing follows by itself.
    if (next[`${part}.bearing`] === '') continue;
    const sum = (Number(value) || 0) + by;
    const kept = kind === 'toward' ? Math.max(-90, Math.min(90, sum)) : wrapped(sum);
    next[name] = String(Math.round(kept * 10) / 10);
  }
  return next;
}

const wrapped = (angle: number): number =>
  angle > 540 ? angle - 360 : angle < -360 ? angle + 360 : angle;
