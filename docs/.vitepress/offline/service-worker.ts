/*
 * Keeps the site for when there is no network. The build writes a line before this file: what the release is called, which files it
 * holds on to from the beginning, and which ones when somebody has begun to solve an exercise. The others are kept when they are first
 * asked for.
 */
declare const release: { readonly name: string; readonly files: readonly string[]; readonly solving: readonly string[] };

const worker = ownScope();
const { scope } = worker.registration;
/** Sites of other folders have their caches at the same origin. */
const ours = `teatime ${scope} `;
const cacheName = `${ours}${release.name}`;
/** Their names change with what is in them. */
const hashed = new URL('assets/', scope).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepRelease().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'solving') event.waitUntil(keepMissing(release.solving));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(request.url.startsWith(hashed) ? keptOrFetched(event) : fetchedOrKept(event));
});

function ownScope(): ServiceWorkerGlobalScope {
  if (self instanceof ServiceWorkerGlobalScope) return self;
  throw new Error('This is a service worker.');
}

async function keepRelease(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(release.files.map(async (file) => {
    const url = new URL(file, scope).href;
    const known = url.startsWith(hashed) ? await caches.match(url) : undefined;
    await (known === undefined ? cache.add(new Request(url, { cache: 'no-cache' })) : cache.put(url, known));
  }));
}

/** One after another: somebody is at work on the page. What cannot be had now is asked for with the next exercise. */
async function keepMissing(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const file of files) {
    const url = new URL(file, scope).href;
    if ((await cache.match(url)) === undefined) await cache.add(url).catch(() => {});
  }
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name)));
}

async function keptOrFetched(event: FetchEvent): Promise<Response> {
  return (await kept(event.request.url)) ?? fetchAndKeep(event);
}

/** The newest there is: who opens a page wants what was published since. */
async function fetchedOrKept(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    return await fetchAndKeep(event);
  } catch (error) {
    const found = (await kept(request.url)) ?? (request.mode === 'navigate' ? await kept(new URL('404.html', scope).href) : undefined);
    if (found === undefined) throw error;
    return found;
  }
}

async function fetchAndKeep(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const response = await fetch(request);
  if (response.status === 200) event.waitUntil(keep(request.url, response.clone()));
  return response;
}

/** Where there is no room, the page is shown all the same. */
async function keep(address: string, response: Response): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(plain(address), response).catch(() => {});
}

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(plain(address));
}

/** Without a query, and a folder as its start page. */
function plain(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/$/, '/index.html')}`;
}
