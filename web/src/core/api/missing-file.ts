const missing = new WeakSet<object>();

/**
 * Records which errors mean that a file of the app did not load. The page stays as it is: what was entered there would be lost with it. Only the router
 * reloads (app/use-unopened-page.ts).
 */
export function recordMissingFiles(target: EventTarget = window): void {
  target.addEventListener('vite:preloadError', (event) => missing.add((event as VitePreloadErrorEvent).payload));
}

/** Returns whether a file of the app did not load: the connection is bad, or a new build has replaced the file. */
export const isMissingFile = (error: unknown): boolean => missing.has(error as object);
