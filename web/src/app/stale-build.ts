import { OfflineError } from '../core/api/index.ts';
import { reloadOnce } from './boot/reload-once.ts';

const reported = new WeakSet<object>();

/** Reloads a page when one of its files is missing, because a new build has replaced it; but not repeatedly. */
export function reloadWhenBuildIsGone(target: EventTarget = window): void {
  target.addEventListener('vite:preloadError', (event) => {
    if (reloadOnce()) event.preventDefault();
    else reported.add((event as VitePreloadErrorEvent).payload);
  });
}

/** Returns what to tell the user when a page does not open: a missing file means that the connection is bad. */
export function whyUnopened(error: unknown): unknown {
  return error instanceof Error && reported.has(error) ? new OfflineError(error) : error;
}
