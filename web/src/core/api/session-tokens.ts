import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import type { Later } from '../later.ts';
import { subscribe } from '../listeners.ts';

export type SessionEnd = 'signed-out' | 'expired' | 'reused';

/** Message between tabs of the same browser. The grant is never written to storage. */
export type TabMessage = { type: 'granted'; grant: SessionGrant } | { type: 'ended'; reason: SessionEnd };

export interface SessionTokenPorts {
  /** Exchanges the refresh cookie for a grant. */
  refresh: () => Promise<SessionGrant>;
  /** Runs the work while no other tab runs such work, so that a rotated refresh token is never used twice. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  tabs: { post: (message: TabMessage) => void; listen: (listener: (message: TabMessage) => void) => void };
  later: Later;
  now: () => number;
}

/** Returns whether both grants give access to the same record: the same account, acting for the same patient. */
export function isSamePerson(one: SessionGrant['account'], other: SessionGrant['account']): boolean {
  return one.id === other.id && one.patientId === other.patientId;
}

type GrantListener = (grant: SessionGrant) => void;
type EndListener = (reason: SessionEnd) => void;

/** A token is renewed this long before it expires, but at least one and at most nine minutes after it arrived. */
const renewalLead = 60_000;
const shortestWait = 60_000;
const longestWait = 9 * 60_000;
/** While the server does not answer, a due renewal is tried again after this long: the token must not expire during a call. */
const retryWait = 5_000;

/**
 * Stores the access token in memory and renews it: one renewal at a time in this tab and across all tabs. Notifies listeners of a new grant from any
 * tab, and of the end of the session.
 */
export function createSessionTokens(ports: SessionTokenPorts) {
  let grant: SessionGrant | null = null;
  /** The account of this page, fixed by its first grant. A request made for one account is never sent for another. */
  let person: SessionGrant['account'] | null = null;
  let renewing: Promise<string> | null = null;
  const timer = renewalTimer(ports.later, renew, (token) => grant?.accessToken === token);
  const grantListeners = new Set<GrantListener>();
  const endListeners = new Set<EndListener>();

  ports.tabs.listen((message) => {
    if (message.type === 'granted') take(message.grant);
    else drop(message.reason);
  });

  function take(next: SessionGrant) {
    grant = next;
    person ??= next.account;
    timer.set(renewalWait(next, ports.now()), next.accessToken);
    for (const listener of grantListeners) listener(next);
  }

  function drop(reason: SessionEnd) {
    timer.cancel();
    if (!grant) return;
    grant = null;
    person = null;
    for (const listener of endListeners) listener(reason);
  }

  function accept(next: SessionGrant) {
    take(next);
    ports.tabs.post({ type: 'granted', grant: next });
  }

  function end(reason: SessionEnd) {
    drop(reason);
    ports.tabs.post({ type: 'ended', reason });
  }

  /** Returns a token newer than `stale`. Throws `AppError` when the session is over, `OfflineError` when there is no answer. */
  function renew(stale: string | null): Promise<string> {
    if (grant && grant.accessToken !== stale) return tokenFor(person, grant);
    renewing ??= ports
      .exclusively(async () => {
        if (grant && grant.accessToken !== stale) return tokenFor(person, grant);
        const next = await ports.refresh();
        accept(next);
        return tokenFor(person, next);
      })
      .catch((error: unknown) => {
        if (isOver(error)) end(error.code === 'auth.session-reused' ? 'reused' : 'expired');
        throw error;
      })
      .finally(() => (renewing = null));
    return renewing;
  }

  return {
    current: () => grant,
    accept,
    end,
    renew,
    onGrant: (listener: GrantListener) => subscribe(grantListeners, listener),
    onEnd: (listener: EndListener) => subscribe(endListeners, listener),
  };
}

/** Renews a token when it is due and, while the server does not answer, until a newer one has come. */
function renewalTimer(later: Later, renew: (token: string) => Promise<unknown>, isCurrent: (token: string) => boolean) {
  let cancel = () => {};
  function set(wait: number, token: string) {
    cancel();
    cancel = later(wait, () => {
      renew(token).catch(() => isCurrent(token) && set(retryWait, token));
    });
  }
  return { set, cancel: () => cancel() };
}

/** Rejections of a renewal after which there is no session. */
const endings: ReadonlySet<ErrorCode> = new Set([
  'auth.required',
  'auth.invalid-credentials',
  'auth.session-expired',
  'auth.session-reused',
]);

function isOver(error: unknown): error is AppError {
  return error instanceof AppError && endings.has(error.code);
}

/** Returns the milliseconds until a grant is renewed. */
function renewalWait({ expiresAt }: SessionGrant, now: number): number {
  return Math.min(Math.max(Date.parse(expiresAt) - now - renewalLead, shortestWait), longestWait);
}

/** Rejects a token of another account: this page will be replaced, and its pending requests do not belong to that account. */
async function tokenFor(
  person: SessionGrant['account'] | null,
  { accessToken, account }: SessionGrant,
): Promise<string> {
  if (person && !isSamePerson(person, account)) throw new AppError('family.acting', 'session acts for another person');
  return accessToken;
}

export type SessionTokens = ReturnType<typeof createSessionTokens>;
