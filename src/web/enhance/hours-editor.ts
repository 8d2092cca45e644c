/** In the editor of weekly hours rows come and go at once; without scripts the server gives them. */
export function editHours(): void {
  const editor = document.querySelector<HTMLElement>('[data-hours-editor]');
  editor?.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="intent"]');
    const [kind, weekday = ''] = button?.value.split(':') ?? [];
    if (!button || (kind !== 'add' && kind !== 'remove')) return;
    event.preventDefault();
    if (kind === 'add') addRow(editor, weekday);
    else removeRow(editor, weekday, button);
  });
}

let added = 100;

function addRow(editor: HTMLElement, weekday: string): void {
  const template = editor.querySelector<HTMLTemplateElement>(`[data-hours-template="${weekday}"]`);
  const rows = rowsOf(editor, weekday);
  if (!template || !rows) return;
  const before = rows.lastElementChild?.querySelectorAll('input')[1]?.value ?? '';
  const row = template.content.cloneNode(true) as DocumentFragment;
  added += 1;
  for (const input of row.querySelectorAll('input'))
    input.id = input.id.replace(/row$/, String(added));
  const [from] = row.querySelectorAll('input');
  rows.append(row);
  showWhetherEmpty(editor, weekday);
  if (from && before === '') from.value = '09:00';
  from?.focus();
}

function removeRow(editor: HTMLElement, weekday: string, button: HTMLElement): void {
  const row = button.closest('li');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  row?.remove();
  showWhetherEmpty(editor, weekday);
  const target =
    next?.querySelector('input') ??
    editor.querySelector<HTMLElement>(`button[value="add:${weekday}"]`);
  target?.focus();
}

function showWhetherEmpty(editor: HTMLElement, weekday: string): void {
  const isEmpty = rowsOf(editor, weekday)?.childElementCount === 0;
  editor.querySelector(`[data-hours-none="${weekday}"]`)?.classList.toggle('hidden', !isEmpty);
  editor.querySelector(`[data-hours-any="${weekday}"]`)?.classList.toggle('hidden', isEmpty);
}

const rowsOf = (editor: HTMLElement, weekday: string) =>
  editor.querySelector<HTMLElement>(`[data-hours-rows="${weekday}"]`);
