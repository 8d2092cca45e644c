/**
 * Lets practices that were opened once be practised without a connection. It answers for the player's
 * pages alone (its scope). What everybody may see it fetches without cookies, so that nothing of a person
 * is in it; what one person alone may see is kept apart under their id, and leaves with them
 * (`enhance/forget-others.ts`). `shell` is written before this script by the server: another build, another worker.
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
  data: { keep?: string; person?: string; list?: boolean } | null;
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
const personMark = '-of-';
const cacheOf = (person: string | undefined): string =>
  person === undefined ? cacheName : `${cacheName}${personMark}${person}`;
const pagesMax = 60;
/** A connection slower than this is none, for a practice that is here. */
const patienceMs = 4_000;
/** Kept pages look alike for everybody, whatever they say of cookies and languages. */
const anyOf = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('message', (event) => {
  const { keep, person, list } = event.data ?? {};
  if (keep?.startsWith(scope))
    event.waitUntil(
      keepPage(keep, person).then((isKept) =>
        event.source?.postMessage({ kept: isKept ? keep : null }),
      ),
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
  await keepPage(scope);
  for (const name of await cacheNames({ isOurs: false })) {
    const person = name.split(personMark)[1];
    const pages = await pagesIn(await caches.open(name));
    await Promise.all(pages.map(({ url }) => keepPage(addressOf(url), person)));
  }
}

async function activate(): Promise<void> {
  const older = await cacheNames({ isOurs: false });
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Of this build or of others; the caches of a person come first. */
async function cacheNames({ isOurs }: { isOurs: boolean }): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return names
    .filter((name) => (name.split(personMark)[0] === cacheName) === isOurs)
    .sort((a, b) => b.length - a.length);
}

const addressOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** Without a person it is fetched without cookies, as anybody gets it. A refused page is not kept. */
async function keepPage(address: string, person?: string): Promise<boolean> {
  const cache = await caches.open(cacheOf(person));
  const credentials = person === undefined ? 'omit' : 'same-origin';
  const answer = await fetch(address, { credentials, cache: 'no-cache' }).catch(() => undefined);
  if (!answer) return (await cache.match(address, anyOf)) !== undefined;
  await cache.delete(address, anyOf);
  if (!answer.ok || answer.redirected || !(await isFor(answer, person))) return false;
  await cache.put(address, answer);
  await forgetOldest(cache);
  return true;
}

/** Somebody else may have signed in meanwhile. */
const isFor = async (answer: Response, person: string | undefined): Promise<boolean> =>
  person === undefined || (await answer.clone().text()).includes(`data-for="${person}"`);

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
  const address = addressOf(url.href);
  const kept = await findKept(address);
  const fresh = fetchPage(request, address);
  if (kept) {
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
    return Promise.race([fresh, late]).catch(() => kept);
  }
  return fresh.catch(async (error: unknown) => {
    const list = await findKept(scope);
    if (list) return list;
    throw error;
  });
}

/** What the server gives no longer, as when Plus has ended, is not kept either. */
async function fetchPage(request: Request, address: string): Promise<Response> {
  const answer = await fetch(request);
  if (answer.type === 'opaqueredirect' || answer.status === 404)
    for (const name of await cacheNames({ isOurs: true }))
      await (await caches.open(name)).delete(address, anyOf);
  return answer;
}

async function findKept(address: string): Promise<Response | undefined> {
  for (const name of await cacheNames({ isOurs: true })) {
    const kept = await (await caches.open(name)).match(address, anyOf);
    if (kept) return kept;
  }
  return undefined;
}

async function answerAsset(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(request, anyOf);
  return kept ?? fetch(request);
}

/** Newest first, one person's own before everybody's. */
async function listPages(): Promise<{ address: string; title: string }[]> {
  const lists = (await cacheNames({ isOurs: true })).map(async (name) => {
    const cache = await caches.open(name);
    const pages = (await pagesIn(cache)).filter(({ url }) => addressOf(url) !== scope);
    const named = pages.map(async (page) => ({
      address: addressOf(page.url),
      title: titleIn((await (await cache.match(page, anyOf))?.text()) ?? ''),
    }));
    return (await Promise.all(named)).toReversed();
  });
  return (await Promise.all(lists)).flat();
}

/** The name of a practice, as the player's page carries it. */
const titleIn = (page: string): string =>
  /data-title="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x27;', '’') ?? '';
