/** `<a data-append="list">`: the next page's rows join the list of that id; without scripts it is a page of its own. */
export function appendPages(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-append]');
    if (
      !link ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    void append(link);
  });
}

async function append(link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === 'true') return;
  link.ariaBusy = 'true';
  const id = link.dataset['append'] ?? '';
  const answer = await fetch(link.href).catch(() => undefined);
  const page = answer?.ok
    ? new DOMParser().parseFromString(await answer.text(), 'text/html')
    : undefined;
  const rows = page?.getElementById(id);
  const list = document.getElementById(id);
  if (!rows || !list) return location.assign(link.href);
  const first = rows.querySelector<HTMLElement>('a');
  list.append(...rows.children);
  const next = page?.querySelector(`a[data-append="${id}"]`);
  if (next) link.replaceWith(next);
  else link.remove();
  first?.focus();
}
