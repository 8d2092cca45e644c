import { dragRows } from './drag-rows.ts';

const pauseMs = 300;

/**
 * `<form data-builder>`: steps move, come and go without the page coming back. The server is asked for
 * what a new step looks like and what the whole comes to (`data-part`), so that nothing is told twice.
 */
export function buildSequence(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-builder]');
  const rows = form?.querySelector<HTMLElement>('[data-rows]');
  if (!form || !rows) return;
  const builder = openBuilder(form, rows);
  form.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.value === 'save') return void (builder.isDirty = false);
    event.preventDefault();
    press(builder, button);
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', (event) => {
    builder.isDirty = true;
    clearTimeout(pause);
    if ((event.target as Element).matches('[name=name], [name=summary], textarea')) return;
    if ((event.target as Element).matches('select[name=side]')) mirror(event.target as HTMLElement);
    pause = setTimeout(() => void builder.refresh(), pauseMs);
  });
  dragRows(rows, {
    lifted: (row) => builder.say('saidLifted', row),
    moved: (row) => builder.say('saidMoved', row),
    put(row) {
      builder.say('saidPut', row);
      builder.changed();
    },
  });
  addEventListener('beforeunload', (event) => {
    if (builder.isDirty) event.preventDefault();
  });
}

interface Builder {
  form: HTMLFormElement;
  rows: HTMLElement;
  /** Not saved yet. */
  isDirty: boolean;
  say(what: string, row: HTMLElement): void;
  /** After rows have moved or gone. */
  changed(): void;
  refresh(): Promise<void>;
  /** Asks for rows that are not there yet. */
  add(intent: string): Promise<void>;
}

function openBuilder(form: HTMLFormElement, rows: HTMLElement): Builder {
  const said = form.querySelector('[data-said]');
  // One question after the other: each is asked about the form as it is by then.
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const builder: Builder = {
    form,
    rows,
    // What was refused is not saved either.
    isDirty: form.querySelector('[role=alert]') !== null,
    say(what, row) {
      const at = [...rows.children].indexOf(row) + 1;
      if (said) said.textContent = textOf(form, what, row, at);
    },
    changed() {
      builder.isDirty = true;
      number(form, rows);
      void builder.refresh();
    },
    refresh() {
      const turn = ++asked;
      return inTurn(async () => {
        if (turn !== asked) return; // A newer one follows, which will say it all.
        const page = await ask(form, 'refresh');
        if (page && turn === asked) {
          showParts(form, page);
          showStarts(rows, startsIn(page));
        }
      });
    },
    add: (intent) =>
      inTurn(async () => {
        const page = await ask(form, intent);
        if (!page) return form.requestSubmit(form.querySelector('button'));
        const starts = startsIn(page);
        const before = rows.childElementCount;
        const at = intent.startsWith('mirror:') ? Number(intent.slice(7)) + 1 : before;
        const coming = [...page.querySelectorAll('[data-rows] > li')];
        const fresh = coming.slice(at, at + coming.length - before) as HTMLElement[];
        const above = rows.children[at - 1];
        if (above) above.after(...fresh);
        else rows.prepend(...fresh);
        builder.isDirty = true;
        number(form, rows);
        showParts(form, page);
        showStarts(rows, starts);
        if (fresh[0]) {
          builder.say('saidAdded', fresh[0]);
          fresh[0].scrollIntoView({ block: 'nearest' });
        }
      }),
  };
  return builder;
}

function press(builder: Builder, button: HTMLButtonElement | null): void {
  const [kind = ''] = button?.value.split(':') ?? [];
  const row = button?.closest<HTMLElement>('[data-row]');
  if (!button || kind === 'refresh') return void builder.refresh();
  if (kind === 'add' || kind === 'mirror') return void builder.add(button.value);
  if (!row) return;
  if (kind === 'remove') return remove(builder, row);
  const other = kind === 'up' ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (kind === 'up') other.before(row);
  else other.after(row);
  button.focus();
  builder.say('saidMoved', row);
  builder.changed();
}

function remove(builder: Builder, row: HTMLElement): void {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  builder.say('saidRemoved', row);
  row.remove();
  const target =
    next?.querySelector<HTMLElement>('button[value^="remove:"]') ??
    builder.form.querySelector<HTMLElement>('#steps');
  target?.focus();
  builder.changed();
}

/** A figure shows the side that is chosen. */
function mirror(select: HTMLElement): void {
  const picture = select.closest('[data-row]')?.querySelector('.builder-figure img');
  picture?.classList.toggle('-scale-x-100', (select as HTMLSelectElement).value === 'left');
}

function textOf(form: HTMLElement, what: string, row: HTMLElement, step: number): string {
  const count = row.parentElement?.childElementCount ?? 0;
  return (form.dataset[what] ?? '')
    .replace('{name}', row.dataset['row'] ?? '')
    .replace('{step}', String(step))
    .replace('{count}', String(count));
}

/** What buttons and fields say of the row that they are in. */
function number(form: HTMLElement, rows: HTMLElement): void {
  for (const [at, row] of [...rows.children].entries()) {
    for (const button of row.querySelectorAll<HTMLButtonElement>('button[name=intent]'))
      button.value = button.value.replace(/\d+$/, String(at));
    const seconds = row.querySelector('input[name=seconds]');
    if (seconds) seconds.id = `seconds-${at}`;
  }
  const isEmpty = rows.childElementCount === 0;
  form.querySelector('[data-none]')?.classList.toggle('hidden', !isEmpty);
}

async function ask(form: HTMLFormElement, intent: string): Promise<Document | undefined> {
  const body = new URLSearchParams(new FormData(form) as unknown as URLSearchParams);
  body.set('intent', intent);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function showParts(form: HTMLElement, page: Document): void {
  for (const next of page.querySelectorAll<HTMLElement>('form[data-builder] [data-part]')) {
    const here = form.querySelector(`[data-part="${next.dataset['part']}"]`);
    // What somebody's focus is in stays, unless it has changed.
    if (here && here.innerHTML !== next.innerHTML) replace(here, next);
  }
}

const startsIn = (page: ParentNode): string[] =>
  [...page.querySelectorAll('[data-rows] [data-start]')].map((start) => start.textContent);

function showStarts(rows: HTMLElement, starts: readonly string[]): void {
  for (const [at, start] of rows.querySelectorAll('[data-start]').entries())
    start.textContent = starts[at] ?? '';
}

function replace(here: Element, next: Element): void {
  const focused = here.contains(document.activeElement)
    ? (document.activeElement as HTMLButtonElement).value
    : undefined;
  here.replaceChildren(...next.childNodes);
  if (focused) here.querySelector<HTMLElement>(`button[value="${CSS.escape(focused)}"]`)?.focus();
}
