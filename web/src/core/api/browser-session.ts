import { refreshSession, type SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { timeouts } from '../timeouts.ts';
import { DeadlineError, withDeadline } from './deadline.ts';
import { sessionLock, takeSession } from './early-session.ts';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import type { SessionTokenPorts, TabMessage } from './session-tokens.ts';

/** The browser's side of the session: the refresh request, the lock and the channel between tabs. */
export function browserSessionPorts(): SessionTokenPorts {
  const channel = new BroadcastChannel(sessionLock);
  return {
    refresh: requestGrant,
    // Locks exist on secure origins only, which is where people sign in.
    exclusively: (work) => ('locks' in navigator ? underLock(work) : work()),
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

/** Waits for another tab, or the early request of this one, no longer than for an answer. */
async function underLock<T>(work: () => Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(new DeadlineError(refreshSession.method)), timeouts['api.deadline']);
  return navigator.locks.request(sessionLock, { signal: giveUp.signal }, () => {
    clearTimeout(timer);
    return work();
  });
}

function requestGrant(): Promise<SessionGrant> {
  const { method } = refreshSession;
  return withDeadline({ method, milliseconds: timeouts['api.deadline'] }, async (signal) => {
    let response: Response;
    try {
      response = await takeSession(signal);
    } catch (error) {
      throw new OfflineError(error);
    }
    if (!response.ok) throw await toAppError(response);
    return (await response.json()) as SessionGrant;
  });
}
