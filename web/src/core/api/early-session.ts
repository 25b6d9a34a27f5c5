import { refreshSession } from '@yunzhen/shared/accounts/auth.contract';
import { timeouts } from '../timeouts.ts';

declare global {
  interface Window {
    /** The answer to the early renewal; resolves to undefined when another tab was renewing. */
    earlySession?: Promise<Response | undefined> | undefined;
  }
}

/** Lock that serialises renewals across all tabs of a browser, because each renewal replaces the refresh cookie. */
export const sessionLock = 'yunzhen.session';

/**
 * Renews the session before the app has loaded (app/boot/first-requests.ts), under the lock shared by all tabs, and calls `requested` once the
 * request is sent.
 * While another tab renews, it sends nothing and the app renews later.
 */
export function requestSessionEarly(requested: () => void): void {
  if (!('locks' in navigator)) return requested();
  const answer = navigator.locks.request(sessionLock, { ifAvailable: true }, (lock) => {
    const renewal = lock ? fetchSession(AbortSignal.timeout(timeouts['api.deadline'])) : undefined;
    requested();
    return renewal;
  });
  window.earlySession = answer;
  // The app’s first renewal reports a failure.
  answer.catch(() => undefined);
}

/** Returns the early answer on the first call; sends the renewal request on later calls or where there is no early answer. */
export async function takeSession(signal: AbortSignal): Promise<Response> {
  const early = window.earlySession;
  window.earlySession = undefined;
  return (await early) ?? fetchSession(signal);
}

function fetchSession(signal: AbortSignal): Promise<Response> {
  const { path, method } = refreshSession;
  return fetch(path, { method, headers: { accept: 'application/json' }, signal });
}
