import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import './route-meta.ts';
import { allTexts, needTexts } from '../core/i18n/index.ts';
import { requestPageFocus, takePageFocus } from '../ui/index.ts';
import { useSessionStore } from '../features/accounts/index.ts';
// Not for their exports: what is on its way is sent from any page, and nothing that is kept outlives a sign-out.
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

/** Begins to fetch what a page is made of, so that neither its texts nor the session are waited for first. */
function fetchAhead(to: Pick<RouteLocationNormalized, 'meta' | 'matched' | 'path'>): void {
  window.requestPageFiles?.(to.path);
  fetchLayout(to.meta.layout);
  for (const { components } of to.matched) {
    const view = components?.['default'] as Lazy | undefined;
    // A view that came is an object; one that has not is the function that fetches it, and fails again when it is really needed.
    if (typeof view === 'function') void view().catch(() => undefined);
  }
}

/**
 * The page that the browser was opened with: begins to fetch it and to ask for the session, which the first navigation will wait for.
 * Returns the texts that it needs.
 */
export function beginFirstPage() {
  const { pathname, search, hash } = window.location;
  const to = router.resolve(pathname + search + hash);
  fetchAhead(to);
  if (!to.meta.public) void useSessionStore().restore();
  return to.meta.texts ?? allTexts;
}

let staffPages: Promise<void> | undefined;

/** Staff's pages are made known when an address is none of the patients'. Resolves with whether the address is one of theirs then. */
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
  // Once more, by the page that it is.
  if (to.name === 'not-found' && (await isOfStaff(to))) return to.fullPath;
  const session = useSessionStore();
  fetchAhead(to);
  // Pages read at once what this tab kept.
  if (isAnythingSealed()) await import('../core/autosave/tab/index.ts').then(({ openTab }) => openTab());
  // A page that anybody may see does not wait for the session, and works without the hospital.
  if (!(to.meta.public && !to.meta.guestOnly)) await session.restore();
  const leads = admit(to, session.account);
  if (leads === true) await needTexts(to.meta.texts);
  return leads;
});

router.afterEach(async (to, from, failure) => {
  if (failure || from.matched.length === 0 || to.path === from.path) return;
  requestPageFocus();
  await nextTick();
  await nextTick();
  takePageFocus(document.querySelector<HTMLElement>('main h1'));
});
