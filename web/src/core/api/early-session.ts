import { refreshSession } from '@yunzhen/shared/accounts/auth.contract';
import { timeouts } from '../timeouts.ts';

declare global {
  interface Window {
    /** The answer to the early renewal; undefined where another tab was renewing. */
    earlySession?: Promise<Response | undefined> | undefined;
  }
}

/** All tabs of a browser renew one after the other: each renewal replaces the refresh cookie. */
export const sessionLock = 'yunzhen.session';

/**
 * The first step of a session: renews it before the program has loaded (app/boot/first-requests.ts), under the lock of all tabs. Then
 * calls `requested`. While another tab renews, the program asks itself.
 */
export function requestSessionEarly(requested: () => void): void {
  if (!('locks' in navigator)) return requested();
  const answer = navigator.locks.request(sessionLock, { ifAvailable: true }, (lock) => {
    const renewal = lock ? fetchSession(AbortSignal.timeout(timeouts['api.deadline'])) : undefined;
    requested();
    return renewal;
  });
  window.earlySession = answer;
  // The first renewal of the program reports a failure.
  answer.catch(() => undefined);
}

/** The second step: the first renewal of the program takes the early answer, once; else it asks itself. */
export async function takeSession(signal: AbortSignal): Promise<Response> {
  const early = window.earlySession;
  window.earlySession = undefined;
  return (await early) ?? fetchSession(signal);
}

function fetchSession(signal: AbortSignal): Promise<Response> {
  const { path, method } = refreshSession;
  return fetch(path, { method, headers: { accept: 'application/json' }, signal });
}
