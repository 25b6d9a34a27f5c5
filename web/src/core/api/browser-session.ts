import { refreshSession, type SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import type { SessionTokenPorts, TabMessage } from './session-tokens.ts';

declare global {
  interface Window {
    /** The answer to the refresh that was asked for before the program came, if it was; only in built pages (public/boot.js). */
    earlySession?: Promise<Response | undefined> | undefined;
  }
}

const lockName = 'yunzhen.session';

/** The browser's side of the session: the refresh request, the lock and the channel between tabs. */
export function browserSessionPorts(): SessionTokenPorts {
  const channel = new BroadcastChannel('yunzhen.session');
  return {
    refresh: requestGrant,
    // Locks exist on secure origins only, which is where people sign in.
    exclusively: (work) => ('locks' in navigator ? navigator.locks.request(lockName, work) : work()),
    tabs: {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', (event) => listener(event.data as TabMessage)),
    },
    later(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    now: Date.now,
  };
}

async function requestGrant(): Promise<SessionGrant> {
  const early = window.earlySession;
  window.earlySession = undefined;
  let response: Response;
  try {
    response =
      (await early) ??
      (await fetch(refreshSession.path, { method: refreshSession.method, headers: { accept: 'application/json' } }));
  } catch (error) {
    throw new OfflineError(error);
  }
  if (!response.ok) throw await toAppError(response);
  return (await response.json()) as SessionGrant;
}
