import { describe, expect, it } from 'vitest';
import { noWishes } from '@yunzhen/shared/accounts/wishes';
import { AppError } from '@yunzhen/shared/core/errors';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { OfflineError } from './offline-error.ts';
import { createSessionTokens, type SessionEnd, type SessionTokenPorts, type TabMessage } from './session-tokens.ts';

const start = Date.parse('2026-11-24T08:00:00Z');

function grantOf(accessToken: string, minutes = 10): SessionGrant {
  return {
    accessToken,
    expiresAt: new Date(start + minutes * 60_000).toISOString(),
    account: {
      id: '0193b5a0-0000-7000-8000-000000000001',
      hospital: {
        id: '0193b5a0-0000-7000-8000-000000000002',
        slug: 'wuzhen',
        name: { en: 'Wuzhen', zh: '乌镇' },
        jurisdiction: 'CN',
        timeZone: 'Asia/Shanghai',
        phone: null,
        brand: { palette: null, logo: null },
      },
      email: 'patient@demo.test',
      phone: null,
      hasPassword: true,
      secondFactorPending: false,
      agreementsDue: [],
      acting: null,
      identityNeeded: false,
      wishes: noWishes,
      roles: ['patient'],
      displayName: '李伟',
      displayNameLatin: 'Li Wei',
      patientId: null,
      practitionerId: null,
      locale: 'en',
    },
  };
}

/** Stubs a browser with any number of tabs: one cookie, one lock, one channel. Using the cookie twice ends the session. */
function browser() {
  let cookie = 1;
  let refreshes = 0;
  let inFlight = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const tabs: ((message: TabMessage) => void)[] = [];
  const timers: { wait: number; fire: () => void; cancelled: boolean }[] = [];

  function openTab(over: Partial<SessionTokenPorts> = {}) {
    let self: (message: TabMessage) => void = () => {};
    return createSessionTokens({
      async refresh() {
        const sent = cookie;
        inFlight++;
        refreshes++;
        if (inFlight > 1) throw new AppError('auth.session-reused');
        await Promise.resolve();
        cookie = sent + 1;
        inFlight--;
        return grantOf(`token-${cookie}`);
      },
      exclusively(work) {
        const turn = queue.then(work);
        queue = turn.catch(() => undefined);
        return turn;
      },
      tabs: {
        post: (message) => tabs.filter((tab) => tab !== self).forEach((tab) => tab(message)),
        listen(listener) {
          self = listener;
          tabs.push(listener);
        },
      },
      later(wait, fire) {
        const timer = { wait, fire, cancelled: false };
        timers.push(timer);
        return () => (timer.cancelled = true);
      },
      now: () => start,
      ...over,
    });
  }

  return { openTab, timers, refreshes: () => refreshes };
}

describe('Session renewal', () => {
  it('sends one request for many callers in one tab', async () => {
    const { openTab, refreshes } = browser();
    const tab = openTab();
    const tokens = await Promise.all([tab.renew(null), tab.renew(null), tab.renew(null)]);
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('never sends the same cookie from two tabs, and the second tab uses the token of the first', async () => {
    const { openTab, refreshes } = browser();
    const [one, two] = [openTab(), openTab()];
    const [first, second] = await Promise.all([one.renew(null), two.renew(null)]);
    expect(second).toBe(first);
    expect(refreshes()).toBe(1);
    expect(two.current()?.accessToken).toBe(first);
  });

  it('returns the current token to a caller with an old one without a request', async () => {
    const { openTab, refreshes } = browser();
    const tab = openTab();
    const fresh = await tab.renew(null);
    expect(await tab.renew('older')).toBe(fresh);
    expect(refreshes()).toBe(1);
  });

  it('runs automatically a minute before expiry, and cancels the timer that a newer grant replaces', async () => {
    const { openTab, timers } = browser();
    const tab = openTab();
    tab.accept(grantOf('first', 5));
    expect(timers[0]).toMatchObject({ wait: 4 * 60_000, cancelled: false });
    timers[0]?.fire();
    await tab.renew('first');
    expect(timers[0]?.cancelled).toBe(true);
    expect(timers).toHaveLength(2);
  });

  it('is tried again every five seconds while the server does not answer', async () => {
    const { openTab, timers } = browser();
    let refused = 2;
    const tab = openTab({
      refresh: () => (refused-- > 0 ? Promise.reject(new OfflineError()) : Promise.resolve(grantOf('second'))),
    });
    tab.accept(grantOf('first', 5));
    for (const [index] of [0, 1, 2].entries()) {
      timers[index]?.fire();
      await tab.renew('first').catch(() => undefined);
      await Promise.resolve();
    }
    expect(timers.map(({ wait }) => wait)).toEqual([240_000, 5_000, 5_000, 540_000]);
    expect(tab.current()?.accessToken).toBe('second');
  });

  it('waits between one and nine minutes, whatever the device clock shows', () => {
    const { openTab, timers } = browser();
    const tab = openTab();
    tab.accept(grantOf('past', -500));
    tab.accept(grantOf('future', 500));
    expect(timers.map(({ wait }) => wait)).toEqual([60_000, 540_000]);
  });
});

describe('The end of a session', () => {
  it('reaches every tab once', async () => {
    const { openTab } = browser();
    const [one, two] = [openTab(), openTab()];
    const heard: SessionEnd[] = [];
    two.onEnd((reason) => heard.push(reason));
    await one.renew(null);
    one.end('signed-out');
    one.end('signed-out');
    expect(heard).toEqual(['signed-out']);
    expect(two.current()).toBeNull();
  });

  it('follows a rejected refresh, and tells when a cookie was used twice', async () => {
    const { openTab } = browser();
    const tab = openTab({ refresh: () => Promise.reject(new AppError('auth.session-reused')) });
    const heard: SessionEnd[] = [];
    tab.onEnd((reason) => heard.push(reason));
    tab.accept(grantOf('first'));
    await expect(tab.renew('first')).rejects.toMatchObject({ code: 'auth.session-reused' });
    expect(heard).toEqual(['reused']);
    expect(tab.current()).toBeNull();
  });

  it('does not follow a network failure', async () => {
    const { openTab } = browser();
    const tab = openTab({ refresh: () => Promise.reject(new OfflineError()) });
    tab.accept(grantOf('first'));
    await expect(tab.renew('first')).rejects.toBeInstanceOf(OfflineError);
    expect(tab.current()?.accessToken).toBe('first');
  });
});
