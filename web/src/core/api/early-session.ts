import { refreshSession, type SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
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
 * request is sent. Returns the grant; without one, or while another tab renews, undefined: then the app renews later.
 */
export async function requestSessionEarly(requested: () => void): Promise<SessionGrant | undefined> {
  if (!('locks' in navigator)) return void requested();
  const answer = navigator.locks.request(sessionLock, { ifAvailable: true }, (lock) => {
    const renewal = lock ? fetchSession(AbortSignal.timeout(timeouts['api.deadline'])) : undefined;
    requested();
    return renewal;
  });
  window.earlySession = answer;
  try {
    const response = await answer;
    return response?.ok ? ((await response.clone().json()) as SessionGrant) : undefined;
  } catch {
    // The app’s first renewal reports a failure.
    return undefined;
  }
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
