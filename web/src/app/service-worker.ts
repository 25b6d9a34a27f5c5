import type { Router } from 'vue-router';

/**
 * Registers the service worker (service-worker/service-worker.js of this package) once the page is idle, so that it does not compete with the first
 * page. Without it only the features that need it are missing.
 */
export function keepServiceWorker(router: Router): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  followNotifications(router);
  const register = () =>
    // The browser always checks the file itself, never an HTTP cache.
    void navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 2000));
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}

/** Navigates to the target of a clicked notification; never away from a call. */
function followNotifications(router: Router): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const { type, path } = (data ?? {}) as { type?: unknown; path?: unknown };
    if (type !== 'open' || typeof path !== 'string' || !path.startsWith('/') || path.startsWith('//')) return;
    const now = router.currentRoute.value;
    if (now.meta.layout === 'call' || now.meta.layout === 'bare' || now.path.startsWith('/workbench/'))
      return ports[0]?.postMessage('busy');
    ports[0]?.postMessage('going');
    void router.push(path);
  });
  navigator.serviceWorker.startMessages();
}
