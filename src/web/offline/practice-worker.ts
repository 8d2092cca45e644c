/**
 * Lets practices that were opened once be practised without a connection. It answers for the player's
 * pages alone (its scope), and what it keeps of them it fetches without cookies: nothing of a person is
 * ever stored. `shell` is written before this script by the server: another build, another worker.
 */
interface Shell {
  version: string;
  /** Addresses of scripts, styles and fonts; they name their content. */
  assets: string[];
}

interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface AskEvent extends LifeEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface SaidEvent extends LifeEvent {
  data: { keep?: string; list?: boolean } | null;
  source: { postMessage(message: unknown): void } | null;
}
declare const self: {
  shell: Shell;
  clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', act: (event: LifeEvent) => void): void;
  addEventListener(kind: 'fetch', act: (event: AskEvent) => void): void;
  addEventListener(kind: 'message', act: (event: SaidEvent) => void): void;
};

const scope = '/practice/play';
const prefix = 'etude-practice-';
const cacheName = prefix + self.shell.version;
const pagesMax = 60;
/** A connection slower than this is none, for a practice that is here. */
const patienceMs = 4_000;
/** Kept pages look alike for everybody, whatever they say of cookies and languages. */
const anyOf = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', (event) => {
  const { keep, list } = event.data ?? {};
  if (keep?.startsWith(scope))
    event.waitUntil(
      keepPage(keep).then((isKept) => event.source?.postMessage({ kept: isKept ? keep : null })),
    );
  if (list)
    event.waitUntil(listPages().then((practices) => event.source?.postMessage({ practices })));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(request, url));
  else if (self.shell.assets.includes(url.pathname)) event.respondWith(answerAsset(request));
});

/**
 * Takes over what older workers keep, in this build's form. It waits with its turn until no page of
 * theirs is open, so that no practice is ever interrupted by an update.
 */
async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(self.shell.assets);
  const known = (await pagesOfOthers()).concat(scope);
  await Promise.all([...new Set(known)].map((address) => keepPage(address)));
}

async function pagesOfOthers(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const kept = await Promise.all(
    names
      .filter((name) => name !== cacheName)
      .map(async (name) => (await caches.open(name)).keys()),
  );
  return kept
    .flat()
    .map(({ url }) => addressOf(url))
    .filter((address) => address.startsWith(scope));
}

async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
}

const addressOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** Fetched without cookies, so that it is the page that anybody gets. A refused page is not kept. */
async function keepPage(address: string): Promise<boolean> {
  const cache = await caches.open(cacheName);
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache' }).catch(
    () => undefined,
  );
  if (!answer) return (await cache.match(address, anyOf)) !== undefined;
  if (!answer.ok || answer.redirected) {
    await cache.delete(address, anyOf);
    return false;
  }
  await cache.delete(address, anyOf);
  await cache.put(address, answer);
  await forgetOldest(cache);
  return true;
}

const pagesIn = async (cache: Cache): Promise<Request[]> =>
  (await cache.keys()).filter(({ url }) => addressOf(url).startsWith(scope));

async function forgetOldest(cache: Cache): Promise<void> {
  const pages = (await pagesIn(cache)).filter(({ url }) => addressOf(url) !== scope);
  await Promise.all(
    pages.slice(0, Math.max(0, pages.length - pagesMax)).map((page) => cache.delete(page, anyOf)),
  );
}

/** From the network, or what is kept; without either, the list of what is kept. */
async function answerPage(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(addressOf(url.href), anyOf);
  const fresh = fetch(request);
  if (kept) {
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
    return Promise.race([fresh, late]).catch(() => kept);
  }
  return fresh.catch(async (error: unknown) => {
    const list = await cache.match(scope, anyOf);
    if (list) return list;
    throw error;
  });
}

async function answerAsset(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(request, anyOf);
  return kept ?? fetch(request);
}

/** Newest first. */
async function listPages(): Promise<{ address: string; title: string }[]> {
  const cache = await caches.open(cacheName);
  const pages = (await pagesIn(cache)).filter(({ url }) => addressOf(url) !== scope);
  const named = await Promise.all(
    pages.map(async (page) => ({
      address: addressOf(page.url),
      title: titleIn((await (await cache.match(page, anyOf))?.text()) ?? ''),
    })),
  );
  return named.toReversed();
}

/** The name of a practice, as the player's page carries it. */
const titleIn = (page: string): string =>
  /data-title="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x27;', '’') ?? '';
