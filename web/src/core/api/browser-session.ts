import { refreshSession, type SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { later } from '../later.ts';
import { timeouts } from '../timeouts.ts';
import { DeadlineError, withDeadline } from './deadline.ts';
import { sessionLock, takeSession } from './early-session.ts';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import type { SessionTokenPorts, TabMessage } from './session-tokens.ts';

/** Browser implementation of the session ports: the refresh request, the lock and the channel between tabs. */
export function browserSessionPorts(): SessionTokenPorts {
  const channel = new BroadcastChannel(sessionLock);
  return {
    refresh: requestGrant,
    // Web Locks exist on secure origins only, and sign-in requires one.
    exclusively: (work) => ('locks' in navigator ? underLock(work) : work()),
    tabs: {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', (event) => listener(event.data as TabMessage)),
    },
    later,
    now: Date.now,
  };
}

/** Waits for the lock, which another tab or this tab’s early request may hold; the wait has the deadline of a request. */
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
