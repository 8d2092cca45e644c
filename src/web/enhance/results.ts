import { followPins } from './maps.ts';

/**
 * The results page without reloading: filters and links of the search fetch the page they lead to
 * and take over its parts, so the map stays. Anything unexpected falls back to the plain link.
 */
export function smoothResults(): void {
  if (!document.querySelector('[data-swap]')) return;
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'get' || !isSearch(form.action)) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
    void visit(`/search?${new URLSearchParams(fields)}`);
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || !isPlainClick(event) || !isSearch(link.href)) return;
    const more = link.closest<HTMLElement>('[data-more]');
    if (!more && !link.closest('[data-swap]')) return;
    event.preventDefault();
    void (more ? loadMore(link, more) : visit(link.href));
  });
  addEventListener('popstate', () => void visit(location.href, { keep: true }));
}

function isSearch(address: string): boolean {
  const url = new URL(address);
  return url.origin === location.origin && url.pathname === '/search';
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

let newest = 0;

async function visit(address: string, { keep = false } = {}): Promise<void> {
  const turn = ++newest;
  document.querySelector('[data-results-pane]')?.setAttribute('aria-busy', 'true');
  const page = await fetchPage(address).catch(() => undefined);
  if (turn !== newest) return;
  const isResults = page?.document.querySelector('[data-swap]');
  if (!page || !isResults) return location.assign(address);
  if (!keep) history.pushState(null, '', page.address);
  document.title = page.document.title;
  swap(page.document);
}

async function fetchPage(address: string): Promise<{ address: string; document: Document } | undefined> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (!answer.ok) return undefined;
  return { address: answer.url, document: new DOMParser().parseFromString(await answer.text(), 'text/html') };
}

function swap(page: Document): void {
  const focused = document.activeElement?.id;
  for (const next of page.querySelectorAll('[data-swap]')) {
    const here = document.querySelector(`[data-swap="${next.getAttribute('data-swap')}"]`);
    here?.replaceWith(document.adoptNode(next));
  }
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (map) void followPins(map);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function loadMore(link: HTMLAnchorElement, more: HTMLElement): Promise<void> {
  if (link.getAttribute('aria-busy') === 'true') return;
  link.setAttribute('aria-busy', 'true');
  const page = await fetchPage(link.href).catch(() => undefined);
  const list = document.querySelector('[data-results]');
  const cards = page?.document.querySelector('[data-results]');
  if (!page || !cards || !list) return location.assign(link.href);
  const first = cards.querySelector<HTMLAnchorElement>('a');
  const known = new Set([...list.querySelectorAll('[data-instructor]')].map((card) => card.id));
  for (const item of [...cards.children]) if (!known.has(item.querySelector('[data-instructor]')?.id ?? '')) list.append(document.adoptNode(item));
  const next = page.document.querySelector('[data-more]');
  if (next) more.replaceWith(document.adoptNode(next));
  else more.remove();
  first?.focus({ preventScroll: true });
  addPins(page.document);
}

/** Pins of cards that were added join those of the drawing. */
function addPins(page: Document): void {
  const map = document.querySelector<HTMLElement>('[data-map]');
  const drawing = map?.querySelector('svg');
  if (!map || !drawing) return;
  for (const pin of page.querySelectorAll('[data-map] svg a')) drawing.append(document.adoptNode(pin));
  void followPins(map);
}
