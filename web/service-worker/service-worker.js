// What works while no page is open: a page to show without a network, built files that were seen before, and messages from the hospital.
// No answer of the api and no page is ever kept here. The offline page reads the prescriptions that the session holds, encrypted (ADR 75). build/scripts.ts defines __BUILD__, so that each build
// is another worker, which takes the files of the one before away. No page is served from here while there is a network, so
// none is trapped in an old build.
const keptFiles = `built-${__BUILD__}`;
const offlinePage = '/offline.html';
const offlineFiles = [offlinePage, '/offline.css', '/offline.js', '/favicon.svg'];
const builtFile = /^\/assets\/[^/]+\.(js|css|woff2)$/;
const noPage = /^\/(api|internal|socket\.io)(\/|$)|\.[a-z0-9]+$/i;

self.addEventListener('install', (event) => {
  const fresh = offlineFiles.map((path) => new Request(path, { cache: 'reload' }));
  event.waitUntil(
    caches
      .open(keptFiles)
      .then((cache) => cache.addAll(fresh))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const takeOver = async () => {
    const others = (await caches.keys()).filter((name) => name !== keptFiles);
    await Promise.all(others.map((name) => caches.delete(name)));
    // A page is asked for while this worker still wakes up.
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  };
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!noPage.test(pathname)) event.respondWith(pageOrOffline(event));
  } else if (builtFile.test(pathname)) event.respondWith(fromBuild(request));
  else if (offlineFiles.includes(pathname)) event.respondWith(fetch(request).catch(() => kept(pathname)));
});

async function pageOrOffline(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return kept(offlinePage);
  }
}

async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}

/** A built file never changes under its name. */
async function fromBuild(request) {
  const cache = await caches.open(keptFiles);
  const known = await cache.match(request.url);
  if (known) return known;
  const answer = await fetch(request);
  // Without room the page works all the same.
  if (answer.ok) cache.put(request.url, answer.clone()).catch(() => undefined);
  return answer;
}

self.addEventListener('push', (event) => {
  const message = read(event.data);
  event.waitUntil(
    self.registration.showNotification(message.title, {
      body: message.body,
      lang: message.locale,
      // A repeat of the same message takes the place of the first.
      tag: message.id,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      requireInteraction: message.urgent === true,
      data: { link: message.link },
    }),
  );
});

/** A browser asks for something to be shown for every message, also for one that can’t be read. */
function read(data) {
  try {
    const message = data.json();
    if (typeof message.title === 'string' && typeof message.body === 'string') return message;
  } catch {
    // Shown as below.
  }
  const body = 'There is a new message for you. 您有一条新消息。';
  return { title: 'Yunzhen 云诊', body, locale: 'en', id: 'unread', link: '/', urgent: false };
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.link));
});

/** In a page that is open, unless that page is in a call; else in a new one. */
async function open(link) {
  const target = new URL(typeof link === 'string' ? link : '/', self.location.origin);
  if (target.origin !== self.location.origin) return;
  const path = target.pathname + target.search;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find(({ url }) => new URL(url).pathname === target.pathname);
  if (there) return void (await there.focus());
  for (const page of pages.toSorted((a, b) => Number(b.focused) - Number(a.focused))) {
    if (!(await goes(page, path))) continue;
    return void (await page.focus());
  }
  await self.clients.openWindow(path);
}

/** Asks a page to go there; a page that is busy, asleep or of another kind does not answer that it does. */
function goes(page, path) {
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answer(data === 'going');
    setTimeout(() => answer(false), 1000);
    page.postMessage({ type: 'open', path }, [port2]);
  });
}
