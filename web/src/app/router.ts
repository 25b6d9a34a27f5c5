import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import './route-meta.ts';
import { forgetEarlyReads } from '../core/api/early-reads.ts';
import { allTexts, needErrorTexts, needTexts } from '../core/i18n/index.ts';
import { requestPageFocus, takePageFocus } from '../ui/index.ts';
import { useSessionStore } from '../features/accounts/index.ts';
// Imported for their side effects: pending messages are sent from any page, and drafts are deleted at sign-out.
import '../core/autosave/drafts/at-sign-out.ts';
import '../features/chat/outbox/kept-items.ts';
import { isAnythingSealed } from '../core/autosave/tab/tab-store.ts';
import { admit } from './guards.ts';
import { patientRoutes } from './patient-routes.ts';
import { fetchLayout } from './layouts/index.ts';

type Lazy = () => Promise<unknown>;

export const router = createRouter({
  history: createWebHistory(),
  routes: patientRoutes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** Prefetches the parts of a page, so that texts and session load in parallel. */
function fetchAhead(to: Pick<RouteLocationNormalized, 'meta' | 'matched' | 'path'>): void {
  window.requestPageFiles?.(to.path);
  fetchLayout(to.meta.layout);
  for (const { components } of to.matched) {
    const view = components?.['default'] as Lazy | undefined;
    // A loaded view is an object; otherwise it is the import function, whose failure shows again when the view is really needed.
    if (typeof view === 'function') void view().catch(() => undefined);
  }
}

/** Starts to fetch the first page and its session, which the first navigation waits for. Returns the text areas that it needs. */
export function beginFirstPage() {
  const { pathname, search, hash } = window.location;
  const to = router.resolve(pathname + search + hash);
  fetchAhead(to);
  if (!to.meta.public) void useSessionStore().restore();
  return to.meta.texts ?? allTexts;
}

let staffPages: Promise<void> | undefined;

/** Registers the staff routes when an address matches no patient route. Resolves with whether the address matches a staff route. */
async function isOfStaff({ fullPath }: RouteLocationNormalized): Promise<boolean> {
  staffPages ??= import('./staff-routes.ts').then(({ staffRoutes }) => {
    for (const route of staffRoutes) router.addRoute(route);
  });
  await staffPages.catch((error: unknown) => {
    staffPages = undefined;
    throw error;
  });
  return router.resolve(fullPath).name !== 'not-found';
}

router.beforeEach(async (to) => {
  // Navigate again, now that the route is registered.
  if (to.name === 'not-found' && (await isOfStaff(to))) return to.fullPath;
  const session = useSessionStore();
  fetchAhead(to);
  // Pages read the tab’s stored values synchronously.
  if (isAnythingSealed()) await import('../core/autosave/tab/index.ts').then(({ openTab }) => openTab());
  // A public page does not wait for the session, and works while the server is unreachable.
  if (!(to.meta.public && !to.meta.guestOnly)) await session.restore();
  const leads = admit(to, session.account);
  if (leads === true) await needTexts(to.meta.texts);
  if (leads === true && !to.meta.journey) needErrorTexts(['patient-errors']);
  return leads;
});

router.afterEach(async (to, from, failure) => {
  if (failure || from.matched.length === 0 || to.path === from.path) return;
  forgetEarlyReads();
  requestPageFocus();
  await nextTick();
  await nextTick();
  takePageFocus(document.querySelector<HTMLElement>('main h1'));
});
