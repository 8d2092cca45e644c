/** Of the window's height: so far below its end the next page is fetched by itself, so that nothing in sight moves. */
const nearFactor = 2;

/**
 * `<a data-append="list">`: the next page's rows join the list of that id; without scripts it is a page
 * of its own. With `data-near` that happens by itself as the link comes near; `data-place` is the
 * address that brings all rows back after a reload or on the way back.
 */
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
    void append(link, { isAsked: true });
  });
  addEventListener('scroll', appendNear, { passive: true });
}

function appendNear(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-append][data-near]');
  if (link && link.getBoundingClientRect().top < innerHeight * (1 + nearFactor))
    void append(link, { isAsked: false });
}

async function append(link: HTMLAnchorElement, { isAsked }: { isAsked: boolean }): Promise<void> {
  if (link.ariaBusy === 'true') return;
  link.ariaBusy = 'true';
  const id = link.dataset['append'] ?? '';
  const coming = showSkeletons(link, id);
  const page = await fetchPage(link.href);
  for (const skeleton of coming) skeleton.remove();
  // Another search may have taken the list away meanwhile.
  if (!link.isConnected) return;
  const rows = page?.getElementById(id);
  const list = document.getElementById(id);
  if (!rows || !list) return giveUp(link, isAsked);
  const first = rows.querySelector<HTMLElement>('a');
  list.append(...rows.children);
  const { place } = link.dataset;
  if (place !== undefined) history.replaceState(null, '', place);
  const next = page?.querySelector(`a[data-append="${id}"]`);
  if (next) link.replaceWith(next);
  else link.remove();
  if (isAsked) first?.focus();
  else appendNear();
}

async function fetchPage(address: string): Promise<Document | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Who asked for it gets the page itself; what nobody asked for waits as a plain link. */
function giveUp(link: HTMLAnchorElement, isAsked: boolean): void {
  if (isAsked) return location.assign(link.href);
  delete link.dataset['near'];
  link.ariaBusy = null;
}

function showSkeletons(link: HTMLAnchorElement, id: string): Element[] {
  const card = link.parentElement?.querySelector('template')?.content.firstElementChild;
  const coming = card ? [1, 2, 3].map(() => card.cloneNode(true) as Element) : [];
  document.getElementById(id)?.append(...coming);
  return coming;
}
