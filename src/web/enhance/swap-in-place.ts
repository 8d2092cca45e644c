import { followPins } from './maps.ts';

/**
 * Pages whose choices are addresses (results, an instructor's week) change without reloading: the
 * page that a choice leads to is fetched and its `data-swap` parts take the place of those here, so
 * that the map and the scroll position stay. Anything unexpected falls back to the plain link.
 */
export function swapInPlace(): void {
  if (!document.querySelector('[data-swap]')) return;
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const isLive = form.dataset['live'] !== undefined;
    if (form.method !== 'get' || !(isLive || isSearch(form.action))) return;
    event.preventDefault();
    void visit(addressOf(form));
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (
      !link ||
      !isPlainClick(event) ||
      !(isSearch(link.href) || link.dataset['soft'] !== undefined)
    )
      return;
    const more = link.closest<HTMLElement>('[data-more]');
    if (!more && !link.closest('[data-swap]')) return;
    event.preventDefault();
    void (more ? loadMore(link, more) : visit(link.href));
  });
  addEventListener('popstate', () => void visit(location.href, { keep: true }));
}

/** Where a form leads that is sent by GET; empty fields are left out. */
export function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  const query = new URLSearchParams(fields);
  return new URL(form.action).pathname + (query.size > 0 ? `?${query}` : '');
}

function isSearch(address: string): boolean {
  const url = new URL(address);
  return url.origin === location.origin && url.pathname === '/search';
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

let newest = 0;

/** `keep` leaves the history as it is; `replace` puts the address in the place of this one. */
export async function visit(
  address: string,
  { keep = false, replace = false } = {},
): Promise<void> {
  const turn = ++newest;
  for (const part of document.querySelectorAll('[data-swap]'))
    part.setAttribute('aria-busy', 'true');
  const page = await fetchPage(address).catch(() => undefined);
  if (turn !== newest) return;
  const isResults = page?.document.querySelector('[data-swap]');
  if (!page || !isResults) return location.assign(address);
  const { hash } = new URL(address, location.href);
  const url = page.address.split('#', 1)[0] + hash;
  if (replace) history.replaceState(null, '', url);
  else if (!keep) history.pushState(null, '', url);
  document.title = page.document.title;
  swap(page.document);
  document.dispatchEvent(new Event('swapped'));
  if (!keep && hash) showTarget(hash);
}

/** The part that a choice points at comes into view where it is not: on a phone, below the fold. */
function showTarget(hash: string): void {
  const target = document.querySelector(hash);
  const top = target?.getBoundingClientRect().top ?? 0;
  if (top > innerHeight * 0.8 || top < 0)
    target?.scrollIntoView({ behavior: 'smooth', block: 'start' });
}

async function fetchPage(
  address: string,
): Promise<{ address: string; document: Document } | undefined> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (!answer.ok) return undefined;
  return {
    address: answer.url,
    document: new DOMParser().parseFromString(await answer.text(), 'text/html'),
  };
}

function swap(page: Document): void {
  const focused = document.activeElement?.id || labelOf(document.activeElement);
  for (const next of page.querySelectorAll('[data-swap]')) {
    const here = document.querySelector(`[data-swap="${next.getAttribute('data-swap')}"]`);
    here?.replaceWith(document.adoptNode(next));
  }
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (map) void followPins(map);
  const again =
    focused &&
    (document.getElementById(focused) ??
      document.querySelector<HTMLElement>(`[aria-label="${CSS.escape(focused)}"]`));
  if (again) again.focus({ preventScroll: true });
}

function labelOf(element: Element | null): string | undefined {
  return element?.getAttribute('aria-label') ?? undefined;
}

async function loadMore(link: HTMLAnchorElement, more: HTMLElement): Promise<void> {
  if (link.getAttribute('aria-busy') === 'true') return;
  link.setAttribute('aria-busy', 'true');
  const list = document.querySelector('[data-results]');
  const coming = showSkeletons(list, more);
  const page = await fetchPage(link.href).catch(() => undefined);
  for (const skeleton of coming) skeleton.remove();
  const cards = page?.document.querySelector('[data-results]');
  if (!page || !cards || !list) return location.assign(link.href);
  const first = cards.querySelector<HTMLAnchorElement>('a');
  const known = new Set([...list.querySelectorAll('[data-instructor]')].map((card) => card.id));
  for (const item of Array.from(cards.children))
    if (!known.has(item.querySelector('[data-instructor]')?.id ?? ''))
      list.append(document.adoptNode(item));
  const next = page.document.querySelector('[data-more]');
  if (next) more.replaceWith(document.adoptNode(next));
  else more.remove();
  first?.focus({ preventScroll: true });
  addPins(page.document);
}

function showSkeletons(list: Element | null, more: HTMLElement): Element[] {
  const card = more.querySelector('template')?.content.firstElementChild;
  const coming = card ? [1, 2].map(() => card.cloneNode(true) as Element) : [];
  list?.append(...coming);
  return coming;
}

/** Pins of cards that were added join those of the drawing. */
function addPins(page: Document): void {
  const map = document.querySelector<HTMLElement>('[data-map]');
  const drawing = map?.querySelector('svg');
  if (!map || !drawing) return;
  for (const pin of page.querySelectorAll('[data-map] svg a'))
    drawing.append(document.adoptNode(pin));
  void followPins(map);
}
