/// <reference lib="webworker" />
/**
 * Keeps the phone's shell and the map tiles it has seen. What the day consists of is not here but in the phone's
 * database (day/keptDay.ts): an API answer from a cache would pretend to be news.
 *
 * - the page: from the network, and from the cache when that takes too long or there is none;
 * - the shell's files: their names carry a hash, so the cached ones are always right;
 * - tiles: immutable, by version; the newest `mostTiles` are kept.
 */
import { mayKeepTile, shellRoute } from './shellRoute';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build (shellPlugin.ts): the phone's own files, and a hash of them. */
declare const __SHELL__: { version: string; files: string[] };

const shell = __SHELL__;
const shellCache = `dispatch-phone-${shell.version}`;
const tileCache = 'dispatch-phone-tiles';
const mostTiles = 800;
const pageWaitMs = 3_000;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(shellCache).then(cache => cache.addAll(['/tech', ...shell.files])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const route = shellRoute(url.pathname, request.mode === 'navigate', shell.files);
  if (route === 'page') event.respondWith(page(request));
  if (route === 'file') event.respondWith(file(request));
  if (route === 'tile') event.respondWith(tile(event, request));
  if (route === 'map') event.respondWith(map(request));
});

async function dropOldShells() {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith('dispatch-phone-') && name !== shellCache && name !== tileCache);
  await Promise.all(old.map(name => caches.delete(name)));
}

async function page(request: Request): Promise<Response> {
  const kept = await caches.match('/tech');
  if (!kept) return fetch(request);
  const late = new Promise<Response>(resolve => setTimeout(() => resolve(kept.clone()), pageWaitMs));
  const fresh = fetch(request).then(response => (response.ok ? response : kept.clone()), () => kept.clone());
  return Promise.race([fresh, late]);
}

const file = async (request: Request) => (await caches.match(request)) ?? fetch(request);

async function tile(event: FetchEvent, request: Request): Promise<Response> {
  const cache = await caches.open(tileCache);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (mayKeepTile(response.status)) event.waitUntil(cache.put(request, response.clone()).then(() => dropOldest(cache)));
  return response;
}

/** Where the tiles are: from the server, and as last told when there is no signal. */
async function map(request: Request): Promise<Response> {
  const cache = await caches.open(tileCache);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (lost) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw lost;
  }
}

async function dropOldest(cache: Cache) {
  const requests = await cache.keys();
  const tiles = requests.filter(each => new URL(each.url).pathname.startsWith('/tiles/'));
  await Promise.all(tiles.slice(0, Math.max(0, tiles.length - mostTiles)).map(each => cache.delete(each)));
}
